import { canonicalJson } from '../../lib/canonicalJson.ts';
import { serviceDayOf } from '../../lib/serviceDay.ts';
import { outsideKey } from '../model/state.ts';
import type { CommandOf } from './command.ts';
import { type Draft, settledAs } from './draft.ts';
import type { Decision } from './outcome.ts';
import { writeBack } from './party/partyChecks.ts';

/** Money is noted, with its party too, and touches no food: it may come before, during or after cooking. Older news of the same check is stale. */
export function putCheck(draft: Draft, command: CommandOf<'check.put'>): Decision {
  const { timeZone, dayRollHour } = draft.ctx.config.venue;
  const check = { ...command.check, day: serviceDayOf(command.check.at, timeZone, dayRollHour) };
  const known = draft.state.checks.get(`${check.day}\0${outsideKey(check.source, check.externalId)}`);
  if (known && canonicalJson(known) === canonicalJson(check)) return settledAs(draft, 'duplicate', null);
  if (known && known.at > check.at) return settledAs(draft, 'stale', null);
  draft.emit({ type: 'check.put', check });
  if (draft.state.parties.size > 0) writeBack(draft, check);
  return draft.done(null);
}
