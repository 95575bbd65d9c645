import type { Body } from './body.ts';
import type { InOrderAnswer, Read } from './op.ts';

/** The firmware of a make: how it reads bytes and what it says about itself. */
export interface PrinterModel {
  readonly lineDots: number;
  /** Whether `ESC @` leaves the reports on. */
  readonly keepsReporting: boolean;
  read(bytes: Buffer): Read;
  /** Requests are answered as they arrive, wherever they stand in the bytes; this many bytes may lie in the chunk before. */
  readonly requestLength: number;
  /** The answer to the real-time request at the head of `bytes`; null where there is none. */
  realTime(bytes: Buffer, body: Body, ends: number): Buffer | null;
  /** The answer to a request that came in order; null where this make has none. `ends`: endings counted. */
  inOrder(answer: InOrderAnswer, body: Body, ends: number): Buffer | null;
  /** Sent unasked on each change, once asked for. */
  report(body: Body, ends: number, isEnd: boolean): Buffer;
}
