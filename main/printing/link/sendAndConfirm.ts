import type { PrinterStatus } from '../printerLink.ts';
import type { Dialect, Memory } from './Dialect.ts';
import type { LinkTimes } from './linkTimes.ts';
import type { Talk } from './Talk.ts';
import { isTrouble, type Trouble } from './trouble.ts';
import { plainError } from './Wire.ts';

/** A printer that came to the chit's end and may still say more with a process id gets so long for it. */
const PROCESS_GRACE_MS = 2_000;
const GRACE_STEP_MS = 100;
/** How often a printer that prints is asked how it is. */
const LOOK_MS = 1_000;

interface Limits {
  /** Ends the wait for the printer's word. */
  readonly limit: AbortSignal;
  readonly times: LinkTimes;
  readonly memory: Memory;
}

interface Seen {
  trouble: { readonly status: Trouble; readonly since: number } | null;
  processedAt: number | null;
}

/** To a printer that cannot say what it printed: always why that is not known. */
export async function sendUnheard(talk: Talk, bytes: Buffer, limit: AbortSignal): Promise<string> {
  const sent = talk.wire.send(bytes).then(() => null, plainError);
  const failed = await Promise.race([sent, ended(limit)]);
  return failed === null
    ? 'this printer cannot say what it printed'
    : `the chit was not all taken: ${failed}`;
}

/** null: the printer said that all is on paper. Otherwise why that is not known. Never rejects. */
export async function sendAndConfirm(
  talk: Talk,
  dialect: Dialect,
  bytes: Buffer,
  limits: Limits,
): Promise<string | null> {
  const state = { isSent: false };
  talk.say(bytes, () => {
    state.isSent = true;
  });
  try {
    return await confirm(talk, dialect, limits, () => state.isSent);
  } catch (error) {
    return dialect.isDone() === 'yes' ? null : plainError(error);
  }
}

/** Waits for the printer's word, asks meanwhile how it is, and gives up early on one that stays in trouble. */
async function confirm(
  talk: Talk,
  dialect: Dialect,
  limits: Limits,
  isSent: () => boolean,
): Promise<string | null> {
  const { limit, times } = limits;
  const seen: Seen = { trouble: null, processedAt: null };
  for (;;) {
    const look = AbortSignal.any([limit, AbortSignal.timeout(LOOK_MS)]);
    const said = await talk.until(() => (dialect.isDone() === 'no' ? null : dialect.isDone()), look);
    if (said === 'yes') return null;
    const now = performance.now();
    // A request to a printer that has not taken all would lie behind the rest of the chit.
    const canAsk = isSent() && !limit.aborted;
    const status = canAsk ? await glance(talk, dialect, times.statusMs) : null;
    if (dialect.isDone() === 'yes') return null;
    if (said === 'processed' && (await isEnough(seen, status, limits))) return null;
    if (status !== null)
      seen.trouble = isTrouble(status) ? { status, since: seen.trouble?.since ?? now } : null;
    if (limit.aborted) return `no word that it is on paper in time${detailOf(seen.trouble?.status)}`;
    if (seen.trouble !== null && now - seen.trouble.since >= times.troubleMs)
      return `it stopped in mid-chit${detailOf(seen.trouble.status)}`;
  }
}

/** Whether coming to the chit's end is all that this printer will ever say, and it is still well. */
async function isEnough(seen: Seen, status: PrinterStatus | null, limits: Limits): Promise<boolean> {
  const { limit, memory } = limits;
  const now = performance.now();
  seen.processedAt ??= now;
  const isOver = memory.hasProcessIds === false || now - seen.processedAt >= PROCESS_GRACE_MS;
  if (isOver && status?.kind === 'ready') {
    memory.hasProcessIds = false;
    return true;
  }
  if (!limit.aborted) await ended(AbortSignal.any([limit, AbortSignal.timeout(GRACE_STEP_MS)]));
  return false;
}

async function glance(talk: Talk, dialect: Dialect, statusMs: number): Promise<PrinterStatus | null> {
  return dialect.lastStatus() ?? dialect.askStatus(talk, AbortSignal.timeout(statusMs));
}

const detailOf = (status: Trouble | undefined): string => (status === undefined ? '' : `: ${status.detail}`);

function ended(signal: AbortSignal): Promise<string> {
  if (signal.aborted) return Promise.resolve('the time is over');
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve('the time is over'), { once: true });
  });
}
