import type { PrinterStatus } from '../printerLink.ts';
import type { Talk } from './Talk.ts';

/** What a link remembers of its printer between connections. */
export interface Memory {
  /**
   * Endings asked for by jobs nobody knows the end of. Such a job may still wait in the printer's buffer and be answered on a later job's connection,
   * so a later job asks for more than these and is done when more than these came.
   */
  outstanding: number;
  /** The longest image such a job may have left half sent: so many bytes are swallowed as dots before the printer reads commands again. */
  unfinishedBytes: number;
  /** Whether it answers with process ids; null until it is known. */
  hasProcessIds: boolean | null;
  nextProcess: number;
}

/** How a make is asked and answers; one for each connection. */
export interface Dialect {
  hear(bytes: Buffer): void;
  /** null: nothing was heard in time. */
  askStatus(talk: Talk, signal: AbortSignal): Promise<PrinterStatus | null>;
  /** What the printer last said of itself without being asked, where it does. */
  lastStatus(): PrinterStatus | null;
  /** The chit between what makes its end known. Called once, right before it is sent. */
  frame(chit: Buffer): Buffer;
  /** How many endings the frame asks for. */
  endings(): number;
  /**
   * `yes`: the printer said that all of it is on paper. `processed`: it said that it came to the chit's end, by a printer that may yet say more.
   */
  isDone(): 'yes' | 'processed' | 'no';
}
