import type { HouseConfig } from '../../config/houseConfig.ts';
import type { TicketId } from '../../lib/ids.ts';
import type { CheckedPlate } from '../model/food.ts';
import { atPassSince, courseProgress, isLive, rounded } from '../model/progress.ts';
import type { State } from '../model/state.ts';
import { type Ticket, titleOf } from '../model/ticket.ts';
import type { LineView } from './boardView.ts';
import type { Portion } from './fireClock.ts';
import { tileLines } from './tileLines.ts';

/** Ready portions of one dish for one place at the table. `quantity` and `ready` count what stands at the pass now. */
export type Plate = LineView;

/** Plates of one course of one table that somebody should carry. */
export interface RunnerCard {
  readonly key: string;
  readonly ticketId: TicketId;
  readonly title: string;
  readonly number: string;
  readonly course: number;
  readonly courseName: string | null;
  /** HANDS was pressed then; null: the course is ready as a whole, and that is why it is here. */
  readonly calledAt: number | null;
  /** When its first plate was ready. */
  readonly since: number;
  /** The guests have left the table. */
  readonly isAway: boolean;
  /** By seat, the table's own and unknown seats last. */
  readonly plates: readonly Plate[];
  /** Those of guests with an allergy: carried apart. */
  readonly allergyPlates: readonly Plate[];
}

/** What runners carry: where expo has called for hands, longest wait first, then tables of which a whole course is ready. */
export function runnerList(state: State, config: HouseConfig): RunnerCard[] {
  const cards: RunnerCard[] = [];
  for (const ticket of state.tickets.values()) {
    if (ticket.endedAt !== null || ticket.isLeftFromYesterday) continue;
    for (const [course, portions] of atThePass(ticket)) {
      const card = cardOf(ticket, course, portions, config, state);
      if (card) cards.push(card);
    }
  }
  return cards.sort(
    (a, b) =>
      (a.calledAt ?? Number.POSITIVE_INFINITY) - (b.calledAt ?? Number.POSITIVE_INFINITY) ||
      a.since - b.since ||
      (a.key < b.key ? -1 : 1),
  );
}

function atThePass(ticket: Ticket): Map<number, Portion[]> {
  const courses = new Map<number, Portion[]>();
  for (const item of ticket.items) {
    for (const batch of item.batches) {
      if (!isLive(batch) || batch.bumped <= batch.run) continue;
      courses.set(item.face.course, [...(courses.get(item.face.course) ?? []), { item, batch }]);
    }
  }
  return courses;
}

function cardOf(
  ticket: Ticket,
  course: number,
  portions: readonly Portion[],
  config: HouseConfig,
  state: State,
): RunnerCard | null {
  const { hands, head } = ticket;
  const calledAt = hands?.course === course ? hands.calledAt : null;
  // What is packed goes the way of the hand-off list, unless expo wants hands for it.
  const goesByItself = head.table !== null && courseProgress(ticket, course).isReady;
  if (calledAt === null && !goesByItself) return null;
  const plates = portions.flatMap((portion) => plateOf(ticket, portion, config)).sort(bySeat);
  const readyAts = portions.flatMap(({ batch }) => atPassSince(batch) ?? []);
  return {
    key: `${ticket.id}/${course}`,
    ticketId: ticket.id,
    title: titleOf(head),
    number: head.number,
    course,
    courseName: ticket.courses.find(({ number }) => number === course)?.name ?? null,
    calledAt,
    since: readyAts.length > 0 ? Math.min(...readyAts) : (calledAt ?? state.at),
    isAway: head.table !== null && state.holds[head.table] !== undefined,
    plates: plates.filter(({ allergies }) => allergies.length === 0),
    allergyPlates: plates.filter(({ allergies }) => allergies.length > 0),
  };
}

/** One line each: plates of equal dishes go to different seats. A run names the total that has gone out after it. */
function plateOf(ticket: Ticket, portion: Portion, config: HouseConfig): Plate[] {
  const { bumped, run } = portion.batch;
  const standing = rounded(bumped - run);
  return tileLines(ticket, [portion], null, config).map((line) => ({
    ...line,
    quantity: standing,
    ready: standing,
    portions: line.portions.map((one) => ({ ...one, quantity: bumped })),
  }));
}

/** A press on an allergy plate says that it was held against what stands beside it: ALLERGY PLATES CHECKED, plate by plate. */
export function checkedPlates(plates: readonly Plate[]): CheckedPlate[] {
  return plates.flatMap(({ portions, allergies }) =>
    allergies.length === 0
      ? []
      : portions.map(({ item, batch }) => ({ item, batch, allergies: allergies.map(({ key }) => key) })),
  );
}

function bySeat(a: Plate, b: Plate): number {
  return seatOf(a) - seatOf(b) || (a.key < b.key ? -1 : 1);
}

const seatOf = ({ seats: [first] }: Plate) => first || Number.MAX_SAFE_INTEGER;
