import { setTimeout as sleep } from 'node:timers/promises';
import { type Body, canPrint } from './languages/body.ts';
import type { InOrderAnswer, Op } from './languages/op.ts';
import type { PrinterModel } from './languages/PrinterModel.ts';
import type { PaperRoll } from './paper/PaperRoll.ts';

/** Requests that came are answered from a reserve behind the full buffer, so that a printer can be asked why it takes nothing. */
const RESERVE_BYTES = 256;
/** Moves of the paper shorter than this are waited for together: a timer is no finer. */
const LEAST_WAIT_MS = 4;
const DOTS_PER_MM = 8;
const MOST_ENDS = 32;
const ENDS_AT_START = 0;

export interface Ability {
  /** Real-time status. */
  readonly status: boolean;
  /** Process ids (Epson) or counted endings (Star). */
  readonly process: boolean;
  /** `GS r`, in order. */
  readonly inOrder: boolean;
}

export interface FirmwareOptions {
  readonly model: PrinterModel;
  readonly roll: PaperRoll;
  readonly bufferBytes: number;
  /** Speaks to the connection there is. */
  readonly say: (bytes: Buffer) => void;
  /** Something of the buffer became free. */
  readonly onRoom: () => void;
}

/** Takes bytes into its buffer, prints them in order at its speed, and answers. Without power it does nothing and remembers nothing. */
export class Firmware {
  body: Body;
  ability: Ability = { status: true, process: true, inOrder: true };
  /** 0: as fast as it can. */
  mmPerSecond = 0;
  /** Moves the paper can make before it is out, in dots. */
  paperLeft = Number.POSITIVE_INFINITY;
  isOn = true;
  private readonly options: FirmwareOptions;
  private buffer = Buffer.alloc(0);
  private justBefore = Buffer.alloc(0);
  private isReporting = false;
  private ends = ENDS_AT_START;
  private isWorking = false;
  private owedMs = 0;

  constructor(options: FirmwareOptions, body: Body) {
    this.options = options;
    this.body = body;
  }

  /** Bytes it would take now. */
  get room(): number {
    return this.isOn ? Math.max(0, this.options.bufferBytes + RESERVE_BYTES - this.buffer.length) : 0;
  }

  get waiting(): number {
    return this.buffer.length;
  }

  receive(bytes: Buffer): void {
    if (!this.isOn) return;
    this.answerAtOnce(bytes);
    this.buffer = Buffer.concat([this.buffer, bytes]);
    void this.work();
  }

  change(body: Body): void {
    const isChange = JSON.stringify(body) !== JSON.stringify(this.body);
    this.body = body;
    if (this.isOn && isChange && this.isReporting && this.ability.status) this.report(false);
    void this.work();
  }

  /** Buffer and settings are lost; what is on the paper stays there. */
  switchOff(): void {
    this.isOn = false;
    this.buffer = Buffer.alloc(0);
    this.justBefore = Buffer.alloc(0);
    this.isReporting = false;
    this.ends = ENDS_AT_START;
    this.options.roll.initialize();
  }

  switchOn(): void {
    this.isOn = true;
    this.options.onRoom();
  }

  private answerAtOnce(bytes: Buffer): void {
    const { model, say } = this.options;
    const seen = Buffer.concat([this.justBefore, bytes]);
    for (let at = 0; at + model.requestLength <= seen.length; at += 1) {
      const answer = model.realTime(seen.subarray(at, at + model.requestLength), this.body, this.ends);
      if (answer !== null && this.ability.status) say(answer);
    }
    this.justBefore = seen.subarray(Math.max(0, seen.length - model.requestLength + 1));
  }

  private async work(): Promise<void> {
    if (this.isWorking) return;
    this.isWorking = true;
    try {
      while (this.isOn && canPrint(this.body) && this.buffer.length > 0) {
        const read = this.options.model.read(this.buffer);
        if (read === null) break;
        this.buffer = this.buffer.subarray(read.length);
        this.do(read.op);
        if (this.owedMs >= LEAST_WAIT_MS) {
          const wait = this.owedMs;
          this.owedMs = 0;
          this.options.onRoom();
          await sleep(wait);
        }
      }
    } finally {
      this.isWorking = false;
    }
    if (this.isOn) this.options.onRoom();
  }

  private do(op: Op) {
    const { roll } = this.options;
    const before = roll.moved;
    roll.do(op);
    const moved = roll.moved - before;
    if (this.mmPerSecond > 0) this.owedMs += (moved / DOTS_PER_MM / this.mmPerSecond) * 1000;
    this.paperLeft -= moved;
    if (this.paperLeft <= 0 && this.body.paper !== 'out') this.change({ ...this.body, paper: 'out' });
    if (op.kind === 'answer') this.answerInOrder(op.answer);
    if (op.kind === 'initialize' && !this.options.model.keepsReporting) this.isReporting = false;
    if (op.kind === 'reports') {
      this.isReporting = op.isOn;
      if (op.isOn && this.ability.status) this.report(false);
    }
    if (op.kind === 'resetEnds') this.ends = ENDS_AT_START;
  }

  private answerInOrder(answer: InOrderAnswer): void {
    if (answer.of === 'end') {
      this.ends = (this.ends + 1) % MOST_ENDS;
      if (this.isReporting && this.ability.process) this.report(true);
      return;
    }
    const isAble = answer.of === 'process' ? this.ability.process : this.ability.inOrder;
    const said = this.options.model.inOrder(answer, this.body, this.ends);
    if (said !== null && isAble) this.options.say(said);
  }

  private report(isEnd: boolean): void {
    this.options.say(this.options.model.report(this.body, this.ends, isEnd));
  }
}
