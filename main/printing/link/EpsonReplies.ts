/**
 * Tells apart what an Epson says on one line: a real-time status (bits 1 and 4 set, 0 and 7 not), an unasked report (bit 4 alone, then three bytes without
 * it), an answer in order (neither), and blocks from 0x37 to NUL (process ids among them).
 */
export class EpsonReplies {
  readonly realTime: number[] = [];
  /** Ids of the processes that are done. */
  readonly processes = new Set<string>();
  /** Answers to GS r. */
  inOrder = 0;
  private block: number[] | null = null;
  private reportLeft = 0;

  hear(bytes: Buffer): void {
    for (const byte of bytes) this.hearByte(byte);
  }

  private hearByte(byte: number) {
    if (this.block !== null) return this.hearBlock(this.block, byte);
    if (byte === BLOCK) {
      this.block = [];
      return;
    }
    if (this.reportLeft > 0 && (byte & 0x90) === 0) {
      this.reportLeft -= 1;
      return;
    }
    this.reportLeft = 0;
    if ((byte & 0x93) === 0x12) this.realTime.push(byte);
    else if ((byte & 0x93) === 0x10) this.reportLeft = REPORT_REST;
    else if ((byte & 0x90) === 0) this.inOrder += 1;
  }

  private hearBlock(block: number[], byte: number) {
    if (byte !== 0 && block.length < LONGEST_BLOCK) {
      block.push(byte);
      return;
    }
    const [identifier, ...rest] = block;
    if (identifier === PROCESS) this.processes.add(Buffer.from(rest).toString('latin1'));
    this.block = null;
  }
}

const BLOCK = 0x37;
const PROCESS = 0x22;
const REPORT_REST = 3;
/** The longest block of the reference is a model's name; longer is noise. */
const LONGEST_BLOCK = 80;
