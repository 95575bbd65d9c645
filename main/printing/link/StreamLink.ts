import type { PrinterLink, PrinterStatus, PrintOutcome } from '../printerLink.ts';
import type { Dialect, Memory } from './Dialect.ts';
import { InTurn } from './InTurn.ts';
import type { LinkTimes } from './linkTimes.ts';
import { sendAndConfirm, sendUnheard } from './sendAndConfirm.ts';
import { Gone, Talk } from './Talk.ts';
import { isTrouble, type Trouble } from './trouble.ts';
import { type Connect, NoWire, plainError, type Wire } from './Wire.ts';

/** At its start a service knows nothing of what an earlier one left in the printer: as if a few jobs and an image were. */
const OUTSTANDING_AT_START = 3;
const UNFINISHED_AT_START = 4_096;
/** A Star counts to 31. */
const MOST_OUTSTANDING = 28;
const NUL = 0;
const LINE_FEED = 0x0a;

export interface StreamOptions {
  readonly connect: Connect;
  readonly dialect: (memory: Memory) => Dialect;
  readonly times: LinkTimes;
  /** false: this printer is known never to answer; it is printed on unasked and the outcome is `unknown`. */
  readonly canAnswer: boolean;
}

/** Where an answer was to be expected, its lack is as good as no printer: nothing is sent, and another may print. */
const UNANSWERED: Trouble = { kind: 'away', detail: 'it can be reached and does not answer' };
const CALLED_OFF: PrintOutcome = {
  kind: 'refused',
  status: { kind: 'error', detail: 'called off before anything was sent' },
};

/** A printer behind a socket or a device file: asked before, sent to in one go, believed only when it says that it is done. */
export class StreamLink implements PrinterLink {
  private readonly options: StreamOptions;
  private readonly turn = new InTurn();
  private readonly memory: Memory = {
    outstanding: OUTSTANDING_AT_START,
    unfinishedBytes: UNFINISHED_AT_START,
    hasProcessIds: null,
    nextProcess: Math.floor(Math.random() * 0x1_000_000),
  };

  constructor(options: StreamOptions) {
    this.options = options;
  }

  status(): Promise<PrinterStatus> {
    return this.turn.take(() =>
      this.withWire<PrinterStatus>(
        async (wire) => {
          const status = await this.ask(...this.talk(wire));
          await wire.hangUp();
          return status;
        },
        (status) => status,
      ),
    );
  }

  print(chit: Buffer, _job: { readonly number: number }, signal: AbortSignal): Promise<PrintOutcome> {
    return this.turn.take(() => {
      if (signal.aborted) return Promise.resolve(CALLED_OFF);
      return this.withWire<PrintOutcome>(
        (wire) => this.printOn(wire, chit, signal),
        (status) => ({ kind: 'refused', status }),
      );
    });
  }

  /** `refused`: nothing was or will be sent. */
  private async withWire<T>(use: (wire: Wire) => Promise<T>, refused: (status: Trouble) => T): Promise<T> {
    let wire: Wire | null = null;
    try {
      wire = await this.options.connect(AbortSignal.timeout(this.options.times.connectMs));
      return await use(wire);
    } catch (error) {
      const kind = error instanceof NoWire ? error.kind : error instanceof Gone ? 'away' : 'error';
      return refused({ kind, detail: plainError(error) });
    } finally {
      wire?.drop();
    }
  }

  private talk(wire: Wire): [Talk, Dialect] {
    this.memory.nextProcess += 1;
    const dialect = this.options.dialect(this.memory);
    return [new Talk(wire, (bytes) => dialect.hear(bytes)), dialect];
  }

  private async ask(talk: Talk, dialect: Dialect): Promise<PrinterStatus> {
    if (!this.options.canAnswer || !talk.wire.canHear) return { kind: 'silent' };
    const inTime = AbortSignal.timeout(this.options.times.statusMs);
    return (await dialect.askStatus(talk, inTime)) ?? UNANSWERED;
  }

  private async printOn(wire: Wire, chit: Buffer, signal: AbortSignal): Promise<PrintOutcome> {
    const beganAt = performance.now();
    const [talk, dialect] = this.talk(wire);
    const status = await this.ask(talk, dialect);
    if (signal.aborted) return CALLED_OFF;
    const goesUnasked = status.kind === 'silent';
    if (isTrouble(status)) return { kind: 'refused', status };
    const left = this.options.times.totalMs - (performance.now() - beganAt);
    const limit = AbortSignal.any([signal, AbortSignal.timeout(Math.max(0, Math.ceil(left)))]);
    // From here on nobody may say that nothing was sent.
    const bytes = Buffer.concat([this.head(), dialect.frame(chit)]);
    const why = goesUnasked
      ? await sendUnheard(talk, bytes, limit)
      : await sendAndConfirm(talk, dialect, bytes, { limit, times: this.options.times, memory: this.memory });
    if (why === null) {
      this.memory.outstanding = 0;
      this.memory.unfinishedBytes = 0;
      await wire.hangUp();
      return { kind: 'printed' };
    }
    this.memory.outstanding = Math.min(MOST_OUTSTANDING, this.memory.outstanding + dialect.endings());
    this.memory.unfinishedBytes = Math.max(this.memory.unfinishedBytes, chit.length);
    if (goesUnasked) await wire.hangUp();
    return { kind: 'unknown', why: signal.aborted ? `called off in mid-chit; ${why}` : why };
  }

  /**
   * A job broken off within an image leaves the printer waiting for the rest of it: zeroes end it in white, a line feed prints what stood in a line.
   * Otherwise the next chit's head would be swallowed as dots, and the printer would still say that all is well.
   */
  private head(): Buffer {
    const { unfinishedBytes } = this.memory;
    if (unfinishedBytes === 0) return Buffer.alloc(0);
    return Buffer.concat([Buffer.alloc(unfinishedBytes, NUL), Buffer.of(LINE_FEED)]);
  }
}
