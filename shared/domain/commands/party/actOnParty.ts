import type { PartyId } from '../../../lib/ids.ts';
import { areSameTables, serverOf } from '../../model/door.ts';
import type { Party, PartyLive, StepKind } from '../../model/party.ts';
import { hasFoodOnOrder } from '../../model/partyFood.ts';
import { isOver, isSeated } from '../../model/partyStates.ts';
import { limitAt, seatedInQuarter } from '../../model/quarters.ts';
import { partyOf } from '../../reducer/reduceParty.ts';
import type { CommandOf } from '../command.ts';
import { type Draft, refuse } from '../draft.ts';
import { settleOver, takeUp } from './afterStep.ts';
import { partyMeant } from './findParty.ts';
import { refuseTaken, wholeTables } from './freeTables.ts';
import { addedAllergies, carryToTickets } from './partyAllergies.ts';
import { stamps } from './putParty.ts';
import { stepParty } from './stepParty.ts';

/** Rules S5 to S9: presses at the door. Each names the state wanted; reached already it is nothing new. */

type Plain = CommandOf<
  | 'party.confirm'
  | 'party.notify'
  | 'party.leave'
  | 'party.finish'
  | 'party.cancel'
  | 'party.noShow'
  | 'party.unseat'
>;

const WANTED: Record<Plain['type'], { state: string; kind: StepKind }> = {
  'party.confirm': { state: 'confirmed', kind: 'confirm' },
  'party.notify': { state: 'notified', kind: 'notify' },
  'party.leave': { state: 'left', kind: 'leave' },
  'party.finish': { state: 'finished', kind: 'finish' },
  'party.cancel': { state: 'cancelled', kind: 'cancel' },
  'party.noShow': { state: 'no_show', kind: 'no_show' },
  'party.unseat': { state: 'arrived', kind: 'unseat' },
};
/** Not of a party that sits: it is unseated first, or it has left. */
const BEFORE_SEATING: ReadonlySet<string> = new Set([
  'party.confirm',
  'party.notify',
  'party.cancel',
  'party.noShow',
]);

export function actPlainly(draft: Draft, command: Plain): null {
  const party = partyMeant(draft, command.party);
  const { state, kind } = WANTED[command.type];
  if (party.live.state === state) return null;
  refuseSuperseded(draft, party, command.seen);
  if (BEFORE_SEATING.has(command.type) && isSeated(party.live))
    refuse('conflict', 'They sit already. Unseat them first.');
  if (command.type === 'party.unseat') return unseat(draft, party);
  if (command.type === 'party.finish' && !isSeated(party.live)) refuse('conflict', 'They do not sit.');
  const press = command.type === 'party.noShow' ? command.press : undefined;
  stepParty(draft, party.id, kind, { state, ...stamps(draft, state) }, press === undefined ? {} : { press });
  settleOver(draft, party.id, party);
  return null;
}

function unseat(draft: Draft, party: Party): null {
  if (!isSeated(party.live)) refuse('conflict', 'They do not sit.');
  if (hasFoodOnOrder(draft.state, party)) refuse('conflict', 'Food is ordered there. Move them instead.');
  stepParty(draft, party.id, 'unseat', { state: 'arrived', seatedAt: null, tables: [] });
  return null;
}

/** A press made on a glass that did not yet show what somebody else has done to the party since. */
export function refuseSuperseded(draft: Draft, { steps }: Party, seen: number): void {
  const { actor } = draft.ctx;
  const screen = actor.kind === 'screen' ? actor.screen : null;
  const isNews = ({ seq, was, screen: at }: Party['steps'][number]) =>
    seq > seen && (was.state !== undefined || was.tables !== undefined) && (at === null || at !== screen);
  if (steps.some(isNews)) refuse('superseded', 'Somebody else has changed this party since.');
}

export function arrive(draft: Draft, command: CommandOf<'party.arrive'>): null {
  const party = partyMeant(draft, command.party);
  const { covers } = party.live;
  const isAll = command.arrived === null || command.arrived >= covers;
  const state = isAll ? 'arrived' : 'partly_arrived';
  const arrived = isAll ? null : command.arrived;
  if (party.live.state === state && party.live.arrived === arrived) return null;
  refuseSuperseded(draft, party, command.seen);
  if (isSeated(party.live)) refuse('conflict', 'They sit already.');
  const arrivedAt = isOver(party.live) ? draft.now : (party.live.arrivedAt ?? draft.now);
  stepParty(draft, party.id, 'arrive', { state, arrived, arrivedAt });
  return null;
}

export function seat(draft: Draft, command: CommandOf<'party.seat'>): null {
  const party = partyMeant(draft, command.party);
  const tables = wholeTables(draft.state, command.tables);
  if (isSeated(party.live) && areSameTables(party.live.tables, tables)) return null;
  refuseSuperseded(draft, party, command.seen);
  if (isSeated(party.live)) refuse('conflict', `They sit at ${party.live.tables.join(' + ')}. Move them.`);
  refuseTaken(draft.state, tables, party.id);
  refuseOverLimit(draft, party, command);
  nameSeats(draft, party, command.seats);
  const { covers, server, reason } = command;
  takeUp(draft, party.id, { tables, kind: 'seat', covers, server, reason });
  return null;
}

function refuseOverLimit(draft: Draft, { id, live }: Party, command: CommandOf<'party.seat'>): void {
  if (command.reason !== null) return;
  const { server } = command;
  if (server !== null && serverOf(draft.state.door, server).isCut)
    refuse('server_cut', `${server} takes no new tables.`);
  const limit = limitAt(draft.ctx.config, draft.now);
  const covers = command.covers ?? live.covers;
  const seated = seatedInQuarter(draft.state, draft.now, id);
  if (limit !== null && seated + covers > limit)
    refuse('over_limit', `${seated} of ${limit} covers sat down in this quarter of an hour.`);
}

function nameSeats(draft: Draft, { id, live }: Party, seats: CommandOf<'party.seat'>['seats']): void {
  let { allergies } = live;
  for (const { allergen, seat: number } of seats) {
    const named = allergies.find((one) => one.allergen === allergen && one.seat === null);
    if (!named) continue;
    const others = allergies.filter((one) => one !== named);
    allergies = addedAllergies(others, [{ ...named, seat: number }]);
  }
  stepParty(draft, id, 'allergy', { allergies });
}

export function move(draft: Draft, command: CommandOf<'party.move'>): null {
  const party = partyMeant(draft, command.party);
  const tables = wholeTables(draft.state, command.tables);
  if (areSameTables(party.live.tables, tables)) return null;
  refuseSuperseded(draft, party, command.seen);
  // A party that does not sit yet is only promised other tables.
  if (!isSeated(party.live)) {
    stepParty(draft, party.id, 'move', { tables });
    return null;
  }
  refuseTaken(draft.state, tables, party.id);
  stepParty(draft, party.id, 'move', { tables });
  return null;
}

export function swap(draft: Draft, command: CommandOf<'party.swap'>): null {
  const [one, other] = [partyMeant(draft, command.party), partyMeant(draft, command.other)];
  for (const party of [one, other]) refuseSuperseded(draft, party, command.seen);
  swapTables(draft, one, other);
  return null;
}

export function swapTables(draft: Draft, one: Party, other: Party, undoes?: readonly number[]): void {
  if (one.id === other.id) refuse('invalid', 'A party has nobody to swap with but another.', 'other');
  // Promised tables may be others' by now: only who sits there has them to give.
  if (!isSeated(one.live) || !isSeated(other.live)) refuse('conflict', 'Both must sit to change places.');
  const [first, second] = undoes ?? [];
  const kind = undoes === undefined ? 'swap' : 'undo';
  stepParty(
    draft,
    one.id,
    kind,
    { tables: other.live.tables },
    { other: other.id, ...(first === undefined ? {} : { undoes: first }) },
  );
  stepParty(
    draft,
    other.id,
    kind,
    { tables: one.live.tables },
    { other: one.id, ...(second === undefined ? {} : { undoes: second }) },
  );
}

export function clearCourse(draft: Draft, { party, course }: CommandOf<'party.clear'>): null {
  const { live, id } = partyMeant(draft, party);
  if (live.cleared[course] === undefined)
    stepParty(draft, id, 'clear', { cleared: { ...live.cleared, [course]: draft.now } });
  return null;
}

/** What a person at the door knows better: it goes to the tickets that are there already too. */
export function changeFacts(draft: Draft, id: PartyId, set: Partial<PartyLive>): void {
  const before = partyOf(draft.state, id);
  stepParty(draft, id, 'edit', set);
  carryToTickets(draft, id, before.live.allergies);
}
