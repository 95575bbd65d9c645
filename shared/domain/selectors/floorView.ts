import type { HouseConfig } from '../../config/houseConfig.ts';
import type { TicketId } from '../../lib/ids.ts';
import { blocksFood, gravityOf } from '../model/allergen.ts';
import { standingOf } from '../model/door.ts';
import { partiesOfTable } from '../model/partiesAt.ts';
import type { Party } from '../model/party.ts';
import { isAtTheDoor, isExpected, isSeated } from '../model/partyStates.ts';
import { tablePlace } from '../model/places.ts';
import type { State } from '../model/state.ts';
import type { Ticket } from '../model/ticket.ts';
import { courseNameOf, isRefiring } from './tableCourses.ts';
import { sittingStage, stageOf, type TableStage } from './tableStage.ts';

const MINUTE_MS = 60_000;

export interface TableView extends TableStage {
  readonly table: string;
  /** Who sits there, or stands at the door for it. */
  readonly party: Party | null;
  readonly covers: number | null;
  readonly server: string | null;
  /** All tables it is pushed together with, itself among them; empty: alone. */
  readonly joined: readonly string[];
  readonly minutes: number | null;
  /** Why and until when nobody is seated there. */
  readonly blocked: { readonly reason: string | null; readonly until: number | null } | null;
  readonly hasAllergy: boolean;
  /** Of those, the gravest first, each once. */
  readonly allergens: readonly string[];
  /** As the POS calls the course its stage is about; null: it has no name, or its ticket has gone to history. */
  readonly courseName: string | null;
  readonly isVip: boolean;
  /** AWAY: since when its guests are; null: they sit. */
  readonly awaySince: number | null;
  /** REFIRE: something is made once more. */
  readonly isRefiring: boolean;
  /** Who comes next. */
  readonly next: Party | null;
}

/** Every table of the floor plan, then those that only tickets and parties name. */
export function floorView(state: State, config: HouseConfig, now: number): TableView[] {
  const planned = config.floor.tables.map(({ id }) => id);
  const named = new Set<string>();
  for (const { head, endedAt } of state.tickets.values())
    if (head.table !== null && endedAt === null) named.add(head.table);
  for (const { live } of state.parties.values())
    if (isSeated(live)) for (const one of live.tables) named.add(one);
  const others = [...named].filter((table) => !planned.includes(table)).sort();
  const linked = linkedTickets(state);
  return [...planned, ...others].map((table) => tableView(state, config, now, table, linked));
}

/** `linked`: for whoever asks about many tables, so that parties are gone through once and not once a table. */
export function tableView(
  state: State,
  config: HouseConfig,
  now: number,
  table: string,
  linked: ReadonlySet<TicketId> = linkedTickets(state),
): TableView {
  const parties = partiesOfTable(state, table);
  const sitting = parties.find(({ live }) => isSeated(live)) ?? null;
  const tickets = ticketsAt(state, table, sitting, linked);
  const today = parties.filter(({ live }) => live.day === state.day);
  const atDoor = today.find(({ live }) => isAtTheDoor(live)) ?? null;
  const [next = null] = today
    .filter(({ live }) => isExpected(live))
    .sort((a, b) => (a.live.at ?? 0) - (b.live.at ?? 0));
  const stage = stageAt(state, { table, sitting, tickets, atDoor, next, now, config });
  const party = sitting ?? atDoor;
  const { blocked, joined } = standingOf(state.door, table);
  const allergens = allergensOf(party, tickets);
  return {
    ...stage,
    table,
    party,
    covers: party?.live.covers ?? tickets[0]?.head.covers ?? null,
    server: party?.live.server ?? tickets[0]?.head.server ?? null,
    joined: sitting && sitting.live.tables.length > 1 ? sitting.live.tables : joined,
    minutes: stage.since === null ? null : Math.max(0, Math.floor((now - stage.since) / MINUTE_MS)),
    blocked,
    hasAllergy: allergens.length > 0,
    allergens,
    courseName: courseNameOf(stage.course, tickets),
    isVip: (party?.live.vip ?? false) || tickets.some(({ head }) => head.vip),
    awaySince: state.holds[table]?.since ?? null,
    isRefiring: isRefiring(tickets),
    next,
  };
}

interface At {
  readonly table: string;
  readonly sitting: Party | null;
  readonly tickets: readonly Ticket[];
  readonly atDoor: Party | null;
  readonly next: Party | null;
  readonly now: number;
  readonly config: HouseConfig;
}

function stageAt(state: State, { table, sitting, tickets, atDoor, next, now, config }: At): TableStage {
  const { dirtySince, blocked } = standingOf(state.door, table);
  // Tickets nobody was seated for are somebody's all the same, until the table is said to be dirty.
  const isOccupied = tickets.some(({ receivedAt }) => receivedAt > (dirtySince ?? 0));
  if (sitting !== null || isOccupied) return sittingStage(tickets, sitting);
  if (dirtySince !== null) return stageOf('dirty', 'DOOR', dirtySince);
  if (blocked !== null) return stageOf('blocked', 'DOOR', blocked.at);
  if (atDoor !== null) {
    const isPartly = atDoor.live.state === 'partly_arrived';
    return stageOf(isPartly ? 'partly_arrived' : 'arrived', isPartly ? 'GUEST' : 'DOOR', atDoor.stateAt);
  }
  const dueMs = (next?.live.at ?? Number.POSITIVE_INFINITY) - now;
  const isReserved = next !== null && dueMs <= config.floor.matchMinutes * MINUTE_MS;
  return isReserved ? stageOf('reserved', 'DOOR', null) : stageOf('open', 'DOOR', null);
}

/** Of who sits there; else what was rung up there and is nobody's. */
function ticketsAt(
  state: State,
  table: string,
  sitting: Party | null,
  linked: ReadonlySet<TicketId>,
): Ticket[] {
  if (sitting !== null) return sitting.live.tickets.flatMap((id) => state.tickets.get(id) ?? []);
  return (state.places.get(tablePlace(table)) ?? []).flatMap((id) => {
    const ticket = state.tickets.get(id);
    return ticket && !ticket.isLeftFromYesterday && !linked.has(id) ? [ticket] : [];
  });
}

/** Those that are some party's. */
function linkedTickets(state: State): ReadonlySet<TicketId> {
  const linked = new Set<TicketId>();
  for (const { live } of state.parties.values()) for (const id of live.tickets) linked.add(id);
  return linked;
}

function allergensOf(party: Party | null, tickets: readonly Ticket[]): string[] {
  const booked = party?.live.allergies.filter(({ isWithdrawn }) => !isWithdrawn) ?? [];
  const grave = [...booked, ...tickets.flatMap(({ allergies }) => allergies)]
    .filter(({ severity }) => blocksFood(severity))
    .sort((a, b) => gravityOf(b.severity) - gravityOf(a.severity));
  return [...new Set(grave.map(({ allergen }) => allergen))];
}
