import type { PrinterStatus } from '../printerLink.ts';
import type { Dialect, Memory } from './Dialect.ts';

/**
 * Star line mode: ESC ACK SOH is answered at once; ETB is counted, and reported when all before it is on paper (Star's line mode command
 * specifications, ETB). The count says how many, not whose; see `Memory.outstanding`.
 */
const ASK_STATUS = Buffer.from([0x1b, 0x06, 0x01]);
const REPORTS_ON = Buffer.from([0x1b, 0x1e, 0x61, 0x01]);
const COUNT_ANEW = Buffer.from([0x1b, 0x1e, 0x45, 0x00]);
const ETB = 0x17;

/** Places in a report: two of header, then the state. */
const STATE = 2;
const ERRORS = 3;
const PAPER = 5;
const COUNT = 7;
const BIT = {
  cover: 0x20,
  offline: 0x08,
  cutter: 0x08,
  mechanical: 0x04,
  unrecoverable: 0x20,
  hot: 0x40,
  noPaper: 0x08,
};
/** Headers tell whether a length follows the report (on a network), two bytes, highest first. */
const HAS_LENGTH = 0x80;

export function starDialect(memory: Memory): Dialect {
  let rest = Buffer.alloc(0);
  let last: Buffer | null = null;
  let hasEnded = false;
  /** 0: nothing was sent yet. */
  let endings = 0;

  const take = (): Buffer | null => {
    const first = rest[0] ?? 0;
    if (rest.length > 0 && (first & 0x91) !== 0x01) {
      rest = rest.subarray(1);
      return take();
    }
    const length = ((first >> 1) & 7) | ((first >> 2) & 24);
    if (rest.length < Math.max(2, length)) return null;
    const hasLength = ((rest[1] ?? 0) & HAS_LENGTH) > 0;
    if (hasLength && rest.length < length + 2) return null;
    const more = hasLength ? 2 + rest.readUInt16BE(length) : 0;
    if (rest.length < length + more) return null;
    const report = rest.subarray(0, length);
    rest = rest.subarray(length + more);
    return report;
  };

  return {
    hear(bytes) {
      rest = Buffer.concat([rest, bytes]);
      for (let report = take(); report !== null; report = take()) {
        last = report;
        hasEnded ||= endings > 0 && countOf(report) === endings;
      }
    },
    lastStatus: () => (last === null ? null : statusOf(last)),
    async askStatus(talk, signal) {
      last = null;
      talk.say(ASK_STATUS);
      return talk.until(() => (last === null ? null : statusOf(last)), signal);
    },
    frame(chit) {
      const before = last === null ? 0 : countOf(last);
      endings = memory.outstanding + 1;
      // A report of a change on the way (paper, cover) still carries the count from before.
      if (endings === before) endings += 1;
      // The chit itself may begin with a reset; whether that ends the reports differs by model.
      const head = Buffer.concat([COUNT_ANEW, REPORTS_ON]);
      return Buffer.concat([head, chit, REPORTS_ON, Buffer.alloc(endings, ETB)]);
    },
    endings: () => endings,
    isDone: () => (hasEnded ? 'yes' : 'no'),
  };
}

function countOf(report: Buffer): number {
  const bits = report[COUNT] ?? 0;
  return ((bits >> 1) & 7) | ((bits >> 2) & 24);
}

function statusOf(report: Buffer): PrinterStatus {
  const [state = 0, errors = 0, paper = 0] = [report[STATE], report[ERRORS], report[PAPER]];
  if (state & BIT.cover) return { kind: 'cover', detail: 'the cover is open' };
  if (paper & BIT.noPaper) return { kind: 'paper', detail: 'there is no paper' };
  if (errors & BIT.cutter) return { kind: 'error', detail: 'the cutter is stuck' };
  if (errors & (BIT.mechanical | BIT.unrecoverable))
    return { kind: 'error', detail: 'the printer reports an error' };
  if (errors & BIT.hot) return { kind: 'error', detail: 'its head is too hot' };
  if (state & BIT.offline) return { kind: 'offline', detail: 'the printer is offline' };
  return { kind: 'ready' };
}
