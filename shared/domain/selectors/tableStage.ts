import type { Party, PartyCheck } from '../model/party.ts';
import type { Ticket } from '../model/ticket.ts';
import { type TableCourse, tableCourses } from './tableCourses.ts';

/** Rule S23: where a table stands, read off what is known and set by nobody. Courses carry their number. */
export type Stage =
  | 'open'
  | 'blocked'
  | 'reserved'
  | 'arrived'
  | 'partly_arrived'
  | 'seated'
  | 'ordered'
  | 'drinks'
  | 'cooking'
  | 'on_the_table'
  | 'cleared'
  | 'check_dropped'
  | 'part_paid'
  | 'paid'
  | 'dirty';

/** Who has to do something next. */
export type Move = 'KITCHEN' | 'SERVER' | 'GUEST' | 'DOOR';

export interface TableStage {
  readonly stage: Stage;
  readonly move: Move;
  /** Hub time; null: nothing has happened there yet. */
  readonly since: number | null;
  /** The course that the stage is about. */
  readonly course: number | null;
}

/** Of guests who sit, by their food and their checks: whichever came last. */
export function sittingStage(tickets: readonly Ticket[], party: Party | null): TableStage {
  const food = foodStage(tickets, party);
  const money = moneyStage(party?.live.checks ?? []);
  if (money === null) return food;
  return (food.since ?? 0) > (money.since ?? 0) && food.stage !== 'cleared' ? food : money;
}

function foodStage(tickets: readonly Ticket[], party: Party | null): TableStage {
  const courses = tableCourses(tickets, party);
  const dishes = courses.filter(({ course }) => course > 0);
  const cooking = dishes.find(({ runAt }) => runAt === null);
  if (cooking) return stageOf('cooking', cooking.isReady ? 'SERVER' : 'KITCHEN', cooking.firedAt, cooking);
  const last = dishes.toSorted((a, b) => (a.runAt ?? 0) - (b.runAt ?? 0)).at(-1);
  if (last) {
    const clearedAt = party?.live.cleared[last.course];
    return clearedAt === undefined
      ? stageOf('on_the_table', 'GUEST', last.runAt, last)
      : stageOf('cleared', 'SERVER', clearedAt, last);
  }
  const [drinks] = courses;
  if (drinks)
    return drinks.runAt === null
      ? stageOf('drinks', drinks.isReady ? 'SERVER' : 'KITCHEN', drinks.firedAt, drinks)
      : stageOf('drinks', 'SERVER', drinks.runAt, drinks);
  const ordered = tickets.map(({ receivedAt }) => receivedAt);
  if (ordered.length > 0) return stageOf('ordered', 'SERVER', Math.min(...ordered));
  return stageOf('seated', 'SERVER', party?.live.seatedAt ?? null);
}

function moneyStage(checks: readonly PartyCheck[]): TableStage | null {
  const asked = checks.filter(({ state }) => isPaid(state) || state === 'part_paid' || state === 'printed');
  if (asked.length === 0) return null;
  const since = Math.max(...asked.map(({ at }) => at));
  if (checks.every(({ state }) => isPaid(state))) return stageOf('paid', 'GUEST', since);
  const isPart = asked.some(({ state }) => state === 'part_paid' || isPaid(state));
  return stageOf(isPart ? 'part_paid' : 'check_dropped', 'GUEST', since);
}

const isPaid = (state: string) => state === 'paid' || state === 'closed';

export function stageOf(
  stage: Stage,
  move: Move,
  since: number | null,
  course: Pick<TableCourse, 'course'> | null = null,
): TableStage {
  return { stage, move, since, course: course?.course ?? null };
}
