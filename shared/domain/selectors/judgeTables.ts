import type { HouseConfig } from '../../config/houseConfig.ts';
import { areSameTables, standingOf } from '../model/door.ts';
import { partiesOfTable } from '../model/partiesAt.ts';
import type { Party } from '../model/party.ts';
import { isAtTheDoor, isOver, isSeated } from '../model/partyStates.ts';
import { limitAt, seatedInQuarter } from '../model/quarters.ts';
import type { State } from '../model/state.ts';
import { kitchenRoom } from './kitchenRoom.ts';
import { rotation, type ServerTonight, turnIn } from './rotation.ts';
import { isStop, type ReasonOf, type SeatReason } from './seatReasons.ts';
import { choiceAt, type TableChoice } from './tableChoices.ts';
import { type NeededFor, neededFor } from './tablesNeeded.ts';
import { leavesAt } from './tableTimes.ts';
import { type Turns, turnOf, turnsTonight } from './turns.ts';

const MINUTE_MS = 60_000;
/** PRODUCT.md "Host stand": never the same server twice within this without saying so. */
const AGAIN_MS = 10 * MINUTE_MS;

/** A place for one party: who would serve there and what is to be said of it. */
export interface SeatOffer extends TableChoice {
  /** Whose it would be; null: nobody's. */
  readonly server: string | null;
  /** What speaks for it first, then what must be said. */
  readonly reasons: readonly SeatReason[];
  /** When who sits there is expected to leave; null: nobody sits there. */
  readonly freeAt: number | null;
  /** The hub would refuse it. */
  readonly isStopped: boolean;
  /** Seating there asks for a reason (rule S7). */
  readonly asksWhy: boolean;
}

/** What of the evening does not depend on the table: looked up once for all of them. */
export interface Evening {
  readonly state: State;
  readonly config: HouseConfig;
  readonly now: number;
  readonly turns: Turns;
  readonly servers: readonly ServerTonight[];
  readonly kitchen: SeatReason;
  /** What was played through already. */
  readonly needed: Map<Party, NeededFor>;
}

export function eveningOf(state: State, config: HouseConfig, now: number): Evening {
  const servers = rotation(state, config);
  const kitchen = kitchenRoom(state, config, now);
  const turns = turnsTonight(state, config, now);
  return { state, config, now, turns, servers, kitchen, needed: new Map() };
}

/** Any tables a host points at, with all that stand together with them. */
export function judgeTables(evening: Evening, party: Party, tables: readonly string[]): SeatOffer {
  const { state, config } = evening;
  return judgeChoice(evening, party, choiceAt(config, state.door, tables));
}

/** Rule S59; the evening is played through once for all places one party is judged at. */
function needs(evening: Evening, party: Party, tables: readonly string[], covers: number): SeatReason[] {
  const known = evening.needed.get(party) ?? neededFor(evening, party);
  evening.needed.set(party, known);
  const need = known(tables, covers);
  return need === null ? [] : [need];
}

/** What a host says otherwise than it was booked. */
export interface SaidAtSeating {
  readonly covers: number;
  /** null: whose turn it is there. */
  readonly server: string | null;
}

/** Rules S50 to S57, S59. */
export function judgeChoice(
  evening: Evening,
  party: Party,
  choice: TableChoice,
  { covers, server }: SaidAtSeating = { covers: party.live.covers, server: null },
): SeatOffer {
  const taken = takenBy(evening, party, choice.tables);
  const serving = servingReasons(evening, party, choice.tables, server ?? askedServer(party));
  const over = overLimit(evening, party, covers);
  const reasons = [
    ...bookedReasons(party, choice.tables),
    sizeReason(choice, covers),
    ...(choice.isToCombine ? [{ kind: 'combine' } as const] : []),
    ...serving.reasons,
    evening.kitchen,
    ...over,
    ...promises(evening, party, choice.tables),
    ...(taken.length === 0 ? needs(evening, party, choice.tables, covers) : []),
    ...tableReasons(evening, choice.tables),
    ...taken,
  ];
  return {
    ...choice,
    server: serving.server,
    reasons,
    freeAt: taken.length === 0 ? null : Math.max(...taken.map(({ freeAt }) => freeAt)),
    isStopped: reasons.some(isStop),
    asksWhy: reasons.some(({ kind }) => kind === 'over' || kind === 'cut'),
  };
}

function bookedReasons({ live }: Party, tables: readonly string[]): SeatReason[] {
  if (isSeated(live) || live.tables.length === 0) return [];
  const { locked: isLocked } = live;
  if (areSameTables(live.tables, tables)) return [{ kind: 'booked', isLocked }];
  return [{ kind: 'elsewhere', tables: live.tables, isLocked }];
}

function sizeReason({ seats, maxSeats }: TableChoice, covers: number): SeatReason {
  const about = { seats, covers };
  if (seats === 0) return { kind: 'sizeless', ...about };
  if (covers > maxSeats) return { kind: 'small', ...about };
  if (covers > seats) return { kind: 'tight', ...about };
  // One chair too many is what a house of twos and fours has for every other party.
  return { kind: seats - covers > 1 ? 'spare' : 'fits', ...about };
}

function takenBy(
  { state, turns, now }: Evening,
  { id }: Party,
  tables: readonly string[],
): ReasonOf<'taken'>[] {
  return tables.flatMap((table) => {
    const there = partiesOfTable(state, table).find(({ live }) => isSeated(live));
    if (!there || there.id === id) return [];
    return [{ kind: 'taken', table, party: there.id, freeAt: leavesAt(state, there, turns, now) }];
  });
}

/** Rule S53: who else is to sit there before this party is expected to have left. */
function promises(evening: Evening, party: Party, tables: readonly string[]): SeatReason[] {
  const { state, now, turns } = evening;
  const until = now + turnOf(party.live, turns);
  const others = new Set(tables.flatMap((table) => partiesOfTable(state, table)));
  return [...others]
    .filter(({ id, live }) => id !== party.id && live.day === state.day && !isSeated(live) && !isOver(live))
    .map((other) => ({ other, at: comesAt(other, now) }))
    .filter(({ at }) => at < until)
    .sort((a, b) => a.at - b.at)
    .map(({ other, at }) => ({ kind: 'promised', party: other.id, at, isLocked: other.live.locked }));
}

/** Who is here, or late, may want the table at once. */
function comesAt({ live }: Party, now: number): number {
  if (isAtTheDoor(live) || live.at === null) return now;
  return Math.max(now, live.at, live.etaAt ?? 0);
}

function tableReasons({ state: { door } }: Evening, tables: readonly string[]): SeatReason[] {
  const rungUp = new Set(Object.values(door.questions).map(({ table }) => table));
  return tables.flatMap((table): SeatReason[] => {
    const { dirtySince, blocked } = standingOf(door, table);
    const why = blocked && { reason: blocked.reason, until: blocked.until };
    return [
      ...(rungUp.has(table) ? [{ kind: 'ticket', table } as const] : []),
      ...(dirtySince === null ? [] : [{ kind: 'dirty', since: dirtySince } as const]),
      ...(why === null ? [] : [{ kind: 'blocked', table, ...why } as const]),
    ];
  });
}

function servingReasons(
  { config, servers, now }: Evening,
  party: Party,
  tables: readonly string[],
  asked: string | null,
): { readonly server: string | null; readonly reasons: readonly SeatReason[] } {
  const section = config.floor.tables.find(({ id }) => id === tables[0])?.section ?? null;
  const one = asked === null ? turnIn(servers, section) : servers.find(({ server }) => server === asked);
  const server = one?.server ?? asked;
  // A house that assigns no sections is asked nothing about them.
  if (server === null)
    return { server, reasons: servers.some(({ turn }) => turn !== null) ? [{ kind: 'nobody' }] : [] };
  const at = one?.lastSeatedAt ?? null;
  const isAgain = at !== null && now - at < AGAIN_MS && !isSeated(party.live);
  const kind = asked !== null ? 'asked' : one?.turn === 0 ? 'next' : 'serves';
  return {
    server,
    reasons: [
      { kind, server },
      ...(one?.isCut ? [{ kind: 'cut', server } as const] : []),
      ...(isAgain ? [{ kind: 'again', server, at } as const] : []),
    ],
  };
}

/** Whom the booking names. Who served a party before it was unseated was not asked for. */
function askedServer({ said, live, steps }: Party): string | null {
  if (said !== null) return said.server;
  return steps.some(({ kind }) => kind === 'seat') ? null : live.server;
}

function overLimit({ state, config, now }: Evening, { id, live }: Party, covers: number): SeatReason[] {
  const limit = limitAt(config, now);
  const seated = seatedInQuarter(state, now, id);
  if (limit === null || isSeated(live) || seated + covers <= limit) return [];
  return [{ kind: 'over', seated, covers, limit }];
}
