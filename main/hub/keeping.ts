import type { Logger } from 'pino';
import type { Store } from '../store/Store.ts';
import type { DiskGuard } from './diskGuard.ts';
import type { Hub } from './Hub.ts';
import { DRIFT_LIMIT_MS, type HubClock } from './hubClock.ts';

const HOUR_MS = 3_600_000;
/** ARCHITECTURE section 2: what may name a person does not outlive the week's end. */
const DEAD_LETTERS_MS = 72 * HOUR_MS;
/** Far beyond the oldest press an outbox may send (12 h). */
const COMMAND_ANSWERS_MS = 7 * 24 * HOUR_MS;
/** A POS that repeats a keyed message months later means the old one. */
const KEY_ANSWERS_MS = 90 * 24 * HOUR_MS;
/** Who was erased by a command beside the service is on no screen a second later. */
const ERASED_EVERY_MS = 500;

export interface KeepingParts {
  readonly hub: Hub;
  readonly store: Store;
  readonly clock: HubClock;
  readonly disk: DiskGuard;
  readonly everyMs: number;
  readonly log: Logger;
}

/** The hub's housekeeping: looks at disk and clock, and drops what has been kept long enough. Returns the way to stop. */
export function startKeeping(parts: KeepingParts): () => void {
  look(parts);
  const looking = setInterval(() => look(parts), parts.everyMs);
  const sweeping = setInterval(() => sweep(parts), HOUR_MS);
  const erasing = setInterval(() => lookBeside(parts), ERASED_EVERY_MS);
  const timers = [looking, sweeping, erasing];
  for (const timer of timers) timer.unref();
  const stopRolls = parts.hub.onCommitted(({ events }) => {
    if (events.some(({ type }) => type === 'day.opened')) setImmediate(() => sweep(parts));
  });
  return () => {
    stopRolls();
    for (const timer of timers) clearInterval(timer);
  };
}

function look({ hub, disk, clock }: KeepingParts): void {
  disk.look();
  hub.alerts.set(
    'disk_low',
    disk.isLow() ? 'The disk is nearly full. Make room before Heard has to stop.' : null,
  );
  hub.alerts.set(
    'clock_drift',
    clock.isOff()
      ? `This machine's clock and the kitchen's differ by more than ${DRIFT_LIMIT_MS / 1_000} s. The kitchen's goes on; it takes the machine's over at the day roll.`
      : null,
  );
  hub.poison.settle(clock.now());
}

function lookBeside({ hub, log }: KeepingParts): void {
  try {
    hub.guests.lookBeside();
  } catch (error) {
    log.warn({ err: error }, 'who was erased could not be read; tried again in a moment');
  }
}

/** At the day roll, every hour, and once after a start, so that a hub that is switched off each night sweeps too. */
export function sweep({ hub, store, clock, log }: KeepingParts): void {
  const now = clock.now();
  try {
    store.deadLetters.dropBefore(now - DEAD_LETTERS_MS);
    store.dedupe.dropBefore(now - COMMAND_ANSWERS_MS, now - KEY_ANSWERS_MS);
    hub.guests.purge();
  } catch (error) {
    log.warn({ err: error }, 'old rows not dropped; tried again in an hour');
  }
}
