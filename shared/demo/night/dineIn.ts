import type { Random } from '../random.ts';
import { WINDOW_STATION } from '../restaurant/house.ts';
import type { DemoTable } from '../restaurant/tables.ts';
import { PartyDraft } from './draft.ts';
import { type Absence, desserts, firstOrder, withDishOf } from './order.ts';
import { MINUTE_MS, type PlannedTicket } from './plan.ts';

const COURSE_NAMES: Readonly<Record<number, string>> = { 1: 'Starters', 2: 'Mains', 3: 'Desserts' };
const STARTERS_CHANCE = 0.75;
const DESSERTS_CHANCE = 0.55;

export interface Seating {
  readonly number: number;
  readonly covers: number;
  readonly table: DemoTable;
  readonly atMs: number;
  /** On the table already when the night begins. */
  readonly isHereBefore: boolean;
  /** No starters: the mains are on the line when somebody first looks, one of them at the station of the window. */
  readonly isAtMains: boolean;
}

/** A table's ordinary evening: a first order, mains some minutes after the starters have gone out, perhaps desserts, the check. */
export function dineIn(
  { number, covers, table, atMs, isHereBefore, isAtMains }: Seating,
  absences: readonly Absence[],
  random: Random,
): PartyDraft {
  const id = `chk-${number}`;
  const blank: PlannedTicket = {
    source: '',
    id,
    number: String(number),
    channel: 'dine_in',
    table: table.id,
    covers,
    server: table.server,
    items: [],
    ...(isHereBefore ? { openedMsAgo: random.whole(2, 6) * MINUTE_MS } : {}),
  };
  const party = new PartyDraft(blank, {
    id: `p-${number}`,
    covers,
    table: table.id,
    opensAtMs: atMs,
    random,
  });
  const orders = { newLine: () => party.newLine(), random, atMs, absences };
  const hasStarters = !isAtMains && random.chance(STARTERS_CHANCE);
  const ordered = firstOrder(covers, hasStarters, orders);
  const items = isAtMains ? withDishOf(WINDOW_STATION, ordered, orders) : ordered;
  const saysStates = random.chance(0.5);
  const courses = [1, 2]
    .filter((course) => items.some((item) => item.course === course))
    .map((course, index) => ({
      number: course,
      name: COURSE_NAMES[course] ?? '',
      ...(saysStates ? { state: index === 0 ? 'fired' : 'held' } : {}),
    }));
  party.ticket = { ...blank, items, courses };
  party.restMs = random.between(3, 8) * MINUTE_MS;
  return party;
}

/** What every table does when nothing comes between; last, so that mishaps may have changed its pace. */
export function finishTable(party: PartyDraft, absences: readonly Absence[]): void {
  const { random, ticket } = party;
  if (party.inCourse(1).length > 0) {
    const by = random.chance(0.7) ? 'message' : 'put';
    party.step({ on: 'course.run', ticket: ticket.id, course: 1 }, party.restMs, {
      do: 'fire',
      ticket: ticket.id,
      course: 2,
      by,
    });
  }
  const hasCake = party.isMarked('birthday');
  if (hasCake || (!party.isMarked('on_call') && random.chance(DESSERTS_CHANCE))) sweets(party, absences);
  const check = { do: 'check', state: 'printed' } as const;
  party.step({ on: 'out' }, random.between(4, 9) * MINUTE_MS, check);
  party.step({ on: 'out' }, random.between(10, 12) * MINUTE_MS, { do: 'check', state: 'paid' });
  party.step({ on: 'out' }, random.between(12.5, 14) * MINUTE_MS, { do: 'leave' });
  party.step({ on: 'out' }, LAID_AGAIN_MS, { do: 'lay' });
}

/** A few minutes after the last guest has gone. */
const LAID_AGAIN_MS = 18 * MINUTE_MS;

function sweets(party: PartyDraft, absences: readonly Absence[]): void {
  const { random } = party;
  const orders = {
    newLine: () => party.newLine(),
    random,
    atMs: party.opensAtMs + 45 * MINUTE_MS,
    absences,
  };
  const [first, ...rest] = desserts(party.covers, orders);
  if (!first) return;
  const add = party.isMarked('birthday')
    ? [{ ...first, quantity: 1, notes: 'Candle, and everybody sings' }, ...rest]
    : [first, ...rest];
  const courses = [{ number: 3, name: COURSE_NAMES[3] ?? '', state: 'fired' }];
  const when = { on: 'course.run', ticket: party.ticket.id, course: 2 } as const;
  party.step(when, random.between(6, 11) * MINUTE_MS, {
    do: 'put',
    ticket: party.ticket.id,
    patch: { add, courses },
  });
}
