import type { FireClock } from '../../shared/domain/selectors/boardView.ts';

export type FireLevel = 'new' | 'ok' | 'soon' | 'late';

/** NEW is OK that nobody has heard yet; lateness says more than either. */
export function fireLevel(clock: FireClock, isHeard: boolean, now: number): FireLevel {
  if (now >= clock.lateAt) return 'late';
  if (now >= clock.soonAt) return 'soon';
  return isHeard ? 'ok' : 'new';
}

/** Up from the fire; takeout and delivery down to their promise, then up with a plus. */
export function fireClockText(clock: FireClock, now: number): string {
  if (clock.promisedAt === null) return minutesText(now - clock.firedAt);
  const left = clock.promisedAt - now;
  return left >= 0 ? minutesText(left) : `+${minutesText(-left)}`;
}

const SECOND_MS = 1000;
const MINUTE_S = 60;
const HOUR_S = 3600;
/** From here on seconds say nothing, and the place is as narrow as before. */
const LONGEST_WITH_SECONDS_S = 100 * MINUTE_S;

/** `8:05`, from 100 minutes on `1h41`. Never negative: a clock that runs behind the hub's shows 0:00. */
export function minutesText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / SECOND_MS));
  if (seconds >= LONGEST_WITH_SECONDS_S)
    return `${Math.floor(seconds / HOUR_S)}h${two(Math.floor((seconds % HOUR_S) / MINUTE_S))}`;
  return `${Math.floor(seconds / MINUTE_S)}:${two(seconds % MINUTE_S)}`;
}

const two = (value: number) => String(value).padStart(2, '0');
