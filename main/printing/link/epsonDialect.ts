import type { PrinterStatus } from '../printerLink.ts';
import type { Dialect, Memory } from './Dialect.ts';
import { EpsonReplies } from './EpsonReplies.ts';
import type { Talk } from './Talk.ts';

/** Requests of Epson's ESC/POS reference: DLE EOT n at once, GS r and GS ( H when the printer comes to them. */
const REAL_TIME = { printer: 1, offline: 2, error: 3, paper: 4 } as const;
const ASK_PAPER_IN_ORDER = Buffer.from([0x1d, 0x72, 0x01]);
const ASK_PROCESS = [0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30];
/** A process id is four characters of 32 to 126. */
const ID_LENGTH = 4;
const ID_BASE = 95;
const ID_FIRST = 32;

const BIT = {
  offline: 0x08,
  cover: 0x04,
  button: 0x08,
  paper: 0x20,
  error: 0x40,
  cutter: 0x08,
  noPaper: 0x60,
};

export function epsonDialect(memory: Memory): Dialect {
  const replies = new EpsonReplies();
  const id = processId(memory.nextProcess);
  const endings = memory.outstanding + 1;
  const ask = async (talk: Talk, n: number, signal: AbortSignal): Promise<number | null> => {
    replies.realTime.length = 0;
    talk.say(Buffer.from([0x10, 0x04, n]));
    return talk.until(() => replies.realTime.shift() ?? null, signal);
  };
  return {
    hear: (bytes) => replies.hear(bytes),
    lastStatus: () => null,
    async askStatus(talk, signal) {
      const printer = await ask(talk, REAL_TIME.printer, signal);
      const paper = printer === null ? null : await ask(talk, REAL_TIME.paper, signal);
      if (printer === null || paper === null) return null;
      if ((printer & BIT.offline) === 0 && (paper & BIT.noPaper) === 0) return { kind: 'ready' };
      const cause = await ask(talk, REAL_TIME.offline, signal);
      return statusOf(paper, cause, await ask(talk, REAL_TIME.error, signal));
    },
    frame: (chit) =>
      Buffer.concat([chit, Buffer.from([...ASK_PROCESS, ...id]), ...Array(endings).fill(ASK_PAPER_IN_ORDER)]),
    endings: () => endings,
    isDone() {
      if (replies.processes.has(id.toString('latin1'))) {
        memory.hasProcessIds = true;
        return 'yes';
      }
      // Whoever has process ids says with them when the last line is on paper; coming to the end of its buffer is less.
      if (memory.hasProcessIds === true || replies.inOrder < endings) return 'no';
      return 'processed';
    },
  };
}

function processId(n: number): Buffer {
  return Buffer.from(
    Array.from({ length: ID_LENGTH }, (_, place) => ID_FIRST + (Math.floor(n / ID_BASE ** place) % ID_BASE)),
  );
}

function statusOf(paper: number, cause: number | null, error: number | null): PrinterStatus {
  if (cause !== null && (cause & BIT.cover) > 0) return { kind: 'cover', detail: 'the cover is open' };
  if ((paper & BIT.noPaper) > 0 || (cause !== null && (cause & BIT.paper) > 0))
    return { kind: 'paper', detail: 'there is no paper' };
  if (error !== null && (error & BIT.cutter) > 0) return { kind: 'error', detail: 'the cutter is stuck' };
  if (cause !== null && (cause & BIT.error) > 0)
    return { kind: 'error', detail: 'the printer reports an error' };
  if (cause !== null && (cause & BIT.button) > 0)
    return { kind: 'offline', detail: 'somebody presses its feed button' };
  return { kind: 'offline', detail: 'the printer is offline' };
}
