import { normaliseAllergen } from '../../model/allergen.ts';
import { partyOf } from '../../reducer/reduceParty.ts';
import type { CommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import { partyMeant } from './findParty.ts';
import { addedAllergies, carryToTickets } from './partyAllergies.ts';
import { stepParty } from './stepParty.ts';

/**
 * Rules S73 and S74: what a guest has brought before is put on this party, or left off it by a person. What nobody has answered the hub puts
 * when they sit down, and says so: a warning too many is taken off by name, one too few is eaten.
 */
export function answerStanding(draft: Draft, { party: id, put, leave }: CommandOf<'party.standing'>): null {
  const before = partyMeant(draft, id);
  const said = put.map((one) => ({ ...one, allergen: normaliseAllergen(one.allergen) }));
  const putNow = new Set(said.map(({ allergen }) => allergen));
  const known = before.live.standingLeft ?? [];
  const left = [...new Set([...known, ...leave.map(normaliseAllergen)])].filter((one) => !putNow.has(one));
  const isLeftNew = left.length !== known.length || left.some((one) => !known.includes(one));
  const isPut = stepParty(draft, id, 'allergy', {
    allergies: addedAllergies(before.live.allergies, said),
    ...(isLeftNew ? { standingLeft: left } : {}),
  });
  carryToTickets(draft, id, before.live.allergies);
  if (isPut && draft.ctx.actor.kind === 'house') tellPut(draft, id, putNow);
  return null;
}

function tellPut(
  draft: Draft,
  id: CommandOf<'party.standing'>['party'],
  allergens: ReadonlySet<string>,
): void {
  const { tables } = partyOf(draft.state, id).live;
  const where = tables.join(' + ') || '?';
  draft.emit({
    type: 'alert',
    alert: {
      code: `standing_allergy:${id}`,
      message: `${[...allergens].join(', ')}: known from an earlier visit of ${where} and answered by nobody, so it counts.`,
      at: draft.now,
      values: { where, allergen: [...allergens].join(', ') },
    },
  });
}
