import type { PartyId } from '../../lib/ids.ts';
import type { EventOf } from '../events/event.ts';
import {
  type Door,
  JoinMark,
  type JoinStep,
  type ServerStep,
  serverOf,
  standingOf,
  type TableStep,
} from '../model/door.ts';
import type { Party, PartyLive, PartyStep, ServedCourse } from '../model/party.ts';
import { ofTicket, partyPlacesOf } from '../model/partyPlaces.ts';
import { together } from '../model/servedCourses.ts';
import type { State } from '../model/state.ts';
import { markedOf } from '../model/tableSteps.ts';
import type { Ticket } from '../model/ticket.ts';

type PartyEvent = EventOf<
  | 'party.received'
  | 'party.changed'
  | 'party.revised'
  | 'party.closed'
  | 'party.reopened'
  | 'cover.opened'
  | 'party.asked'
  | 'party.matched'
  | 'tables.changed'
  | 'server.changed'
  | 'shift.noted'
  | 'shift.note_struck'
>;

/** Steps kept with a party. A night has a dozen; a source that puts every minute must not grow it without bound. */
const MAX_STEPS = 60;

/** Twice the tables of a large house: what was said of one before that is seen on the plan. Every screen holds them. */
const MAX_SAID = 200;

/** What becomes of parties, tables and servers. An event about a party that is not here is a broken invariant: it throws. */
export function reduceParty(state: State, event: PartyEvent): State {
  switch (event.type) {
    case 'party.received':
    case 'party.reopened':
      return withParty(state, event.record);
    case 'party.changed':
      return withParty(state, changed(partyOf(state, event.party), event));
    case 'party.revised':
      return withParty(state, { ...partyOf(state, event.party), ...event.put });
    case 'party.closed':
      return withoutParty(state, partyOf(state, event.party));
    case 'cover.opened':
      return state;
    case 'party.asked': {
      const { question } = event;
      return withDoor(state, { questions: { ...state.door.questions, [question.ticket]: question } });
    }
    case 'party.matched': {
      const { [event.ticket]: _answered, ...questions } = state.door.questions;
      return withDoor(state, { questions });
    }
    case 'tables.changed':
      return withDoor(state, {
        tables: standings(state.door, event),
        tableSteps: stepped(state.door.tableSteps, event, saidOfEach(state.door, event)),
        joinSteps: stepped(state.door.joinSteps, event, saidOfAll(state.door, event)),
      });
    case 'server.changed': {
      const servers = { ...state.door.servers, [event.tonight.server]: event.tonight };
      const door = { ...state.door, servers };
      return withDoor(state, {
        servers,
        serverSteps: stepped(door.serverSteps, event, saidOfServer(door, event)),
      });
    }
    case 'shift.noted':
      return withDoor(state, { shiftNotes: [...state.door.shiftNotes, event.note] });
    case 'shift.note_struck':
      return withDoor(state, { shiftNotes: state.door.shiftNotes.filter(({ note }) => note !== event.note) });
    default:
      return event satisfies never;
  }
}

export function partyOf(state: State, id: PartyId): Party {
  const party = state.parties.get(id);
  if (!party) throw new Error(`broken invariant: an event names party ${id}, which is not here`);
  return party;
}

function changed(party: Party, event: EventOf<'party.changed'>): Party {
  const { seq, kind, at, by, screen, was, reason, set, put, undoes, press, other = null } = event;
  const live: PartyLive = { ...party.live, ...set };
  const step: PartyStep = {
    ...{ seq, kind, at, by, screen, was, reason, other, isUndone: false },
    ...(press === undefined ? {} : { press }),
  };
  const before =
    undoes === undefined
      ? party.steps
      : party.steps.map((one) => (one.seq === undoes ? { ...one, isUndone: true } : one));
  return {
    ...party,
    ...put,
    live,
    stateAt: live.state === party.live.state ? party.stateAt : at,
    steps: [...before, step].slice(-MAX_STEPS),
  };
}

function withParty(state: State, party: Party): State {
  const before = state.parties.get(party.id);
  const parties = state.parties.with(party.id, party);
  return { ...state, parties, partyPlaces: placed({ ...state, parties }, before, party) };
}

function withoutParty(state: State, party: Party): State {
  const partyPlaces = placed(state, party, undefined);
  return { ...state, parties: state.parties.without(party.id), partyPlaces };
}

/** In order of coming, whatever way they took to that table: a hub that has started again must find them in the same. */
function placed(
  { parties, partyPlaces }: Pick<State, 'parties' | 'partyPlaces'>,
  from: Party | undefined,
  to: Party | undefined,
): State['partyPlaces'] {
  const left = from ? partyPlacesOf(from) : [];
  const come = to ? partyPlacesOf(to) : [];
  const id = (to ?? from)?.id;
  let next = partyPlaces;
  const cameAt = (one: PartyId) => parties.get(one)?.receivedSeq ?? 0;
  for (const place of left) {
    if (come.includes(place)) continue;
    const others = (next.get(place) ?? []).filter((one) => one !== id);
    next = others.length > 0 ? next.with(place, others) : next.without(place);
  }
  for (const place of come) {
    if (left.includes(place) || id === undefined) continue;
    next = next.with(
      place,
      [...(next.get(place) ?? []), id].sort((a, b) => cameAt(a) - cameAt(b)),
    );
  }
  return next;
}

function standings(door: Door, event: EventOf<'tables.changed'>): Door['tables'] {
  const tables = { ...door.tables };
  for (const standing of event.tables) {
    const isPlain = standing.blocked === null && standing.dirtySince === null && standing.joined.length === 0;
    if (isPlain) delete tables[standing.table];
    else tables[standing.table] = standing;
  }
  return tables;
}

/** What persons said this shift; what was taken back stays, marked. */
function stepped<S extends { readonly seq: number; readonly isUndone: boolean }>(
  known: S[],
  { undoes }: { readonly undoes?: number },
  said: readonly S[],
): S[] {
  const steps =
    undoes === undefined
      ? known
      : known.map((step) => (step.seq === undoes ? { ...step, isUndone: true } : step));
  return said.length === 0 ? steps : [...steps, ...said].slice(-MAX_SAID);
}

const isJoin = (mark: string): mark is JoinMark => JoinMark.safeParse(mark).success;

function saidOfEach(door: Door, { said, tables, seq, at, by }: EventOf<'tables.changed'>): TableStep[] {
  if (said === undefined || isJoin(said.mark)) return [];
  const { mark, screen, press } = said;
  return tables.map((standing) => ({
    ...{ seq, at, by, table: standing.table, mark, screen, isUndone: false },
    ...(press === undefined ? {} : { press }),
    was: markedOf(standingOf(door, standing.table)),
    became: markedOf(standing),
  }));
}

function saidOfAll(door: Door, { said, tables, seq, at, by }: EventOf<'tables.changed'>): JoinStep[] {
  if (said === undefined || !isJoin(said.mark)) return [];
  const joined = (table: string, { joined: with_ }: { readonly joined: string[] }) => ({
    table,
    joined: with_,
  });
  return [
    {
      ...{ seq, at, by, mark: said.mark, screen: said.screen, isUndone: false },
      tables: tables.map(({ table }) => table),
      was: tables.map(({ table }) => joined(table, standingOf(door, table))),
      became: tables.map((standing) => joined(standing.table, standing)),
    },
  ];
}

function saidOfServer(door: Door, { said, seq, at, by }: EventOf<'server.changed'>): ServerStep[] {
  if (said === undefined) return [];
  const became = said.was.map(({ server }) => serverOf(door, server));
  return [{ ...said, ...{ seq, at, by, isUndone: false }, became }];
}

function withDoor(state: State, door: Partial<Door>): State {
  return { ...state, door: { ...state.door, ...door } };
}

/** A ticket goes to history; its party keeps when its courses were fired and run, for the table's stage. */
export function withServed(state: State, ticket: Ticket): State {
  let next = state;
  for (const id of state.partyPlaces.get(ofTicket(ticket.id)) ?? []) {
    const party = partyOf(state, id);
    const courses = ticket.courses
      .filter(({ firedAt }) => firedAt !== null)
      .map(({ number: course, firedAt, runAt }): ServedCourse => ({ course, firedAt, runAt }));
    if (courses.length > 0) next = withParty(next, { ...party, served: together(party.served, courses) });
  }
  return next;
}
