import { DRIFT_LIMIT_MS } from '../../hub/hubClock.ts';
import { spanText, whenText } from '../plainWords.ts';
import { bad, type Finding, fine, look } from './finding.ts';

/** Before the first release of Heard no clock can be right. */
const NOT_BEFORE = Date.UTC(2026, 0, 1);
/** Guests would see it on their promise. */
const FAR_BEHIND_MS = 10 * 60_000;
/** Longer than a house is closed without somebody knowing why. */
const LONG_CLOSED_MS = 45 * 24 * 3_600_000;
const SET_IT = "Set this machine's clock, best from the internet, then start Heard again.";

/** The machine's clock against the log's last entry, which it cannot be behind. */
export function clockFindings(lastAt: number | null, now: number): Finding[] {
  if (now < NOT_BEFORE)
    return [bad('clock', `This machine's clock says ${whenText(now)}, which cannot be.`, SET_IT)];
  if (lastAt === null || lastAt === 0) return [fine('clock', `This machine's clock says ${whenText(now)}.`)];
  const behind = lastAt - now;
  if (behind > DRIFT_LIMIT_MS) {
    const says = `This machine's clock is ${spanText(behind)} behind the last entry of the log; the kitchen's time goes on from that entry.`;
    return [behind > FAR_BEHIND_MS ? bad('clock', says, SET_IT) : look('clock', says, SET_IT)];
  }
  if (-behind > LONG_CLOSED_MS) {
    return [
      look(
        'clock',
        `This machine's clock says ${whenText(now)}, ${spanText(-behind)} after the last entry of the log.`,
        'If the house was not closed that long, the clock is wrong: set it before you start Heard, which would take it over.',
      ),
    ];
  }
  return [fine('clock', `This machine's clock (${whenText(now)}) agrees with the log.`)];
}
