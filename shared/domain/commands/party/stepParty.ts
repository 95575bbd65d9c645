import { canonicalJson } from '../../../lib/canonicalJson.ts';
import type { PartyId } from '../../../lib/ids.ts';
import type { EventOf } from '../../events/event.ts';
import type { PartyLive, StepKind } from '../../model/party.ts';
import { partyOf } from '../../reducer/reduceParty.ts';
import type { Draft } from '../draft.ts';

type More = Partial<Pick<EventOf<'party.changed'>, 'reason' | 'other' | 'undoes' | 'put' | 'press'>>;

/** One change of a party, with what it was before. False: nothing of it is new, and nothing was said. */
export function stepParty(
  draft: Draft,
  id: PartyId,
  kind: StepKind,
  wanted: Partial<PartyLive>,
  { reason = null, ...more }: More = {},
): boolean {
  const { live } = partyOf(draft.state, id);
  const names = namesOf(wanted).filter((name) => canonicalJson(live[name]) !== canonicalJson(wanted[name]));
  if (names.length === 0) return false;
  const only = (from: Partial<PartyLive>): Partial<PartyLive> =>
    Object.fromEntries(names.map((name) => [name, from[name]]));
  const { actor } = draft.ctx;
  draft.emit({
    type: 'party.changed',
    party: id,
    kind,
    set: only(wanted),
    was: only(live),
    reason,
    screen: actor.kind === 'screen' ? actor.screen : null,
    ...more,
  });
  return true;
}

function namesOf(live: Partial<PartyLive>): Array<keyof PartyLive> {
  // `Object.keys` forgets what the names are of.
  return Object.keys(live) as Array<keyof PartyLive>;
}
