import type { PartyId } from '../../../lib/ids.ts';
import { serviceDayOf } from '../../../lib/serviceDay.ts';
import type { Party, PartyFacts, PartyLive } from '../../model/party.ts';
import type { PartyContent } from '../../model/partyPut.ts';
import { followsSaid, isSeated } from '../../model/partyStates.ts';
import { partyOf } from '../../reducer/reduceParty.ts';
import type { CommandOf } from '../command.ts';
import { comparePut } from '../comparePut.ts';
import type { Draft } from '../draft.ts';
import type { Decision } from '../outcome.ts';
import { refOf } from '../people.ts';
import { settleOver, takeUp } from './afterStep.ts';
import { partyNamed, partyOfTicket } from './findParty.ts';
import { isFreeFor } from './freeTables.ts';
import { addedAllergies, carryToTickets } from './partyAllergies.ts';
import { stepParty } from './stepParty.ts';

/** Rules S1 to S4: a put of a party is compared with the source's previous put, never with the house. */
export function putParty(draft: Draft, { content }: CommandOf<'party.put'>): Decision {
  const { source, externalId } = content;
  const known = partyNamed(draft.state, source, externalId);
  if (known) return knownPut(draft, known, content);
  const stub = draft.ctx.closedParty?.(source, externalId) ?? null;
  if (stub === null) {
    firstPut(draft, content);
    return draft.done(null);
  }
  const order = comparePut(draft, stub, content, null);
  if (order !== 'newer') return order;
  draft.emit({ type: 'party.reopened', record: broughtBack(draft, stub) });
  apply(draft, stub.id, content);
  const { live } = partyOf(draft.state, stub.id);
  // What is over and of another day goes back at once, with the newer revision on its stub.
  if (live.day < draft.state.day) draft.emit({ type: 'party.closed', party: stub.id });
  return draft.done(null);
}

/** What it held when its day ended is others' by now: nobody comes back to a table or a ticket. */
function broughtBack(draft: Draft, stub: Party): Party {
  const tickets = stub.live.tickets.filter((ticket) => partyOfTicket(draft.state, ticket) === null);
  const state = isSeated(stub.live) ? 'finished' : stub.live.state;
  return { ...stub, live: { ...stub.live, state, tickets } };
}

function knownPut(draft: Draft, known: Party, content: PartyContent): Decision {
  const order = comparePut(draft, known, content, null);
  if (order !== 'newer') return order;
  apply(draft, known.id, content);
  return draft.done(null);
}

/** The first words of a party nobody has heard of. */
export function firstPut(draft: Draft, content: PartyContent): PartyId {
  const { facts, source, externalId, revision, digest } = content;
  const id = draft.ctx.newId() as PartyId;
  const { state: said } = facts;
  // Whoever is seated by the first word is seated as by any later one, so that cover and tables follow.
  const state = said === 'seated' ? 'arrived' : said;
  const live: PartyLive = {
    ...blankLive(draft, facts),
    state,
    allergies: addedAllergies([], content.allergies),
    ...stamps(draft, state),
  };
  draft.emit({
    type: 'party.received',
    record: {
      id,
      source,
      externalId,
      kind: kindOf(facts),
      receivedAt: draft.now,
      receivedSeq: draft.nextSeq,
      revision,
      digest,
      said: facts,
      ...peopleOf(draft, null, content),
      live,
      stateAt: draft.now,
      served: [],
      steps: [],
    },
  });
  if (said === 'seated') seatAsSaid(draft, id);
  return id;
}

export function blankLive(draft: Draft, facts: PartyFacts): PartyLive {
  return {
    ...facts,
    day: dayOf(draft, facts.at),
    allergies: [],
    posCovers: null,
    arrived: null,
    arrivedAt: null,
    notifiedAt: null,
    seatedAt: null,
    leftAt: null,
    tickets: [],
    apart: [],
    checks: [],
    cleared: {},
  };
}

export function dayOf(draft: Draft, at: number | null): PartyLive['day'] {
  const { timeZone, dayRollHour } = draft.ctx.config.venue;
  return serviceDayOf(at ?? draft.now, timeZone, dayRollHour);
}

function kindOf({ state, at }: PartyFacts): Party['kind'] {
  if (state === 'waiting' || state === 'notified') return 'waitlist';
  return at === null ? 'walk_in' : 'reservation';
}

/** When a state that is newly entered began. */
export function stamps(draft: Draft, state: string): Partial<PartyLive> {
  switch (state) {
    case 'partly_arrived':
    case 'arrived':
      return { arrivedAt: draft.now };
    case 'notified':
      return { notifiedAt: draft.now };
    case 'seated':
      return { seatedAt: draft.now, leftAt: null };
    case 'left':
    case 'finished':
      return { leftAt: draft.now };
    default:
      return {};
  }
}

function apply(draft: Draft, id: PartyId, content: PartyContent): void {
  const before = partyOf(draft.state, id);
  const set = differences(draft, before, content);
  const wantsSeat = set.state === 'seated' && !isSeated(before.live);
  if (wantsSeat) delete set.state;
  const { revision, digest, facts: said } = content;
  const put = { revision, digest, said, ...peopleOf(draft, before, content) };
  if (!stepParty(draft, id, 'put', set, { put })) draft.emit({ type: 'party.revised', party: id, put });
  if (wantsSeat) seatAsSaid(draft, id);
  carryToTickets(draft, id, before.live.allergies);
  settleOver(draft, id, before);
}

const FACTS = [
  'covers',
  'at',
  'etaAt',
  'durationMinutes',
  'quotedMinutes',
  'tables',
  'locked',
  'server',
  'vip',
  'occasion',
] as const;

/** What the source says now and did not say before, where that moves the house. */
function differences(draft: Draft, party: Party, { facts, allergies }: PartyContent): Partial<PartyLive> {
  const { said, live } = party;
  const set: Partial<PartyLive> = {};
  for (const field of FACTS) {
    if (said !== null && JSON.stringify(said[field]) === JSON.stringify(facts[field])) continue;
    // Where guests sit the house knows; the POS has counted them; who serves them does so until relieved.
    if (field === 'tables' && isSeated(live)) continue;
    if (field === 'covers' && live.posCovers !== null) continue;
    Object.assign(set, { [field]: facts[field] });
  }
  if (set.at !== undefined) set.day = dayOf(draft, facts.at);
  const isStateNew = said?.state !== facts.state;
  if (isStateNew && followsSaid(facts.state, party))
    Object.assign(set, { state: facts.state }, stamps(draft, facts.state));
  else if (live.state === 'late' && (set.at ?? set.etaAt ?? 0) > draft.now && said !== null)
    set.state = facts.state;
  const sum = addedAllergies(live.allergies, allergies);
  if (sum !== live.allergies) set.allergies = sum;
  return set;
}

/** Its source says that it sits: so it is, unless others sit there. Then the house keeps its word, and shows both. */
function seatAsSaid(draft: Draft, id: PartyId): void {
  const party = partyOf(draft.state, id);
  const tables = party.said?.tables ?? [];
  const covers = String(party.live.covers);
  if (tables.length === 0) {
    const message = `A party of ${covers} is said to be seated, but not at which table.`;
    const code = `party_seated_nowhere:${id}`;
    draft.emit({ type: 'alert', alert: { code, message, at: draft.now, values: { covers } } });
    return;
  }
  if (!isFreeFor(draft.state, tables, id)) {
    draft.emit({
      type: 'alert',
      alert: {
        code: `party_without_table:${id}`,
        message: `A party of ${covers} is said to be seated, but not at a table that is free.`,
        at: draft.now,
        values: { where: tables.join(' + '), covers },
      },
    });
    return;
  }
  takeUp(draft, id, { tables, kind: 'put' });
}

function peopleOf(
  draft: Draft,
  known: Party | null,
  content: PartyContent,
): Pick<Party, 'person' | 'guests'> {
  const person = refOf(draft, known?.person ?? null, content.person);
  const guests = content.guests.flatMap(({ seat, person: said }, at) => {
    const ref = refOf(draft, known?.guests[at]?.person ?? null, said);
    return ref === null ? [] : [{ seat, person: ref }];
  });
  return { person, guests };
}
