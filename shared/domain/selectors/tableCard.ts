import type { HouseConfig } from '../../config/houseConfig.ts';
import type { PartyQuestion } from '../model/door.ts';
import { joinedWith } from '../model/door.ts';
import type { Party } from '../model/party.ts';
import { hasFoodOnOrder } from '../model/partyFood.ts';
import { isSeated } from '../model/partyStates.ts';
import { isLive } from '../model/progress.ts';
import type { State } from '../model/state.ts';
import type { Ticket } from '../model/ticket.ts';
import { type TableView, tableView } from './floorView.ts';
import { courseNameOf, type TableCourse, tableCourses } from './tableCourses.ts';

/** A course of a table as a host reads it. */
export interface CardCourse {
  readonly course: number;
  /** As the POS calls it; null: by its number. */
  readonly name: string | null;
  readonly state: 'held' | 'fired' | 'ready' | 'run' | 'cleared';
  /** Since when, hub time; null: it is held. */
  readonly at: number | null;
}

/** All that a host may know of a table, and what may be done to it. */
export interface TableCard {
  readonly view: TableView;
  /** Who sits there; who only stands at the door for it is `view.party`. */
  readonly sitting: Party | null;
  readonly courses: readonly CardCourse[];
  /** A ticket was rung up there, and a person must say whose it is. */
  readonly questions: readonly PartyQuestion[];
  /** Its tables, those that stand pushed together with it among them. */
  readonly tables: readonly string[];
  readonly hasFood: boolean;
}

export function tableCard(state: State, config: HouseConfig, now: number, table: string): TableCard {
  const view = tableView(state, config, now, table);
  const sitting = view.party !== null && isSeated(view.party.live) ? view.party : null;
  const tickets = (sitting?.live.tickets ?? []).flatMap((id) => state.tickets.get(id) ?? []);
  return {
    view,
    sitting,
    courses: coursesOf(tickets, sitting),
    questions: Object.values(state.door.questions).filter((one) => one.table === table),
    tables: sitting?.live.tables ?? joinedWith(state.door, table),
    hasFood: sitting !== null && hasFoodOnOrder(state, sitting),
  };
}

function coursesOf(tickets: readonly Ticket[], party: Party | null): CardCourse[] {
  const fired = tableCourses(tickets, party).map((one) => firedCourse(one, tickets, party));
  const known = new Set(fired.map(({ course }) => course));
  const held = new Set(
    tickets.flatMap(({ items }) =>
      items.filter(({ batches }) => batches.some(isLive)).map(({ face }) => face.course),
    ),
  );
  const waiting = [...held]
    .filter((course) => !known.has(course))
    .map((course) => heldCourse(course, tickets));
  return [...fired, ...waiting].sort((a, b) => a.course - b.course);
}

const heldCourse = (course: number, tickets: readonly Ticket[]): CardCourse => ({
  course,
  name: courseNameOf(course, tickets),
  state: 'held',
  at: null,
});

function firedCourse(one: TableCourse, tickets: readonly Ticket[], party: Party | null): CardCourse {
  const { course, firedAt, runAt, isReady } = one;
  const clearedAt = party?.live.cleared[course];
  const about = { course, name: courseNameOf(course, tickets) };
  if (clearedAt !== undefined) return { ...about, state: 'cleared', at: clearedAt };
  if (runAt !== null) return { ...about, state: 'run', at: runAt };
  return { ...about, state: isReady ? 'ready' : 'fired', at: firedAt };
}

/** What a host does to a table. */
export type TableAct =
  | 'finish'
  | 'move'
  | 'swap'
  | 'unseat'
  | 'combine'
  | 'split'
  | 'clean'
  | 'dirty'
  | 'block'
  | 'open'
  | 'away'
  | 'back';

/** The likely next first; what would be refused whoever pressed it is not there. */
export function tableActs({ view, sitting, hasFood }: TableCard): TableAct[] {
  const away: readonly TableAct[] = [view.awaySince === null ? 'away' : 'back'];
  if (sitting !== null) {
    const unseat: readonly TableAct[] = hasFood ? [] : ['unseat'];
    return ['finish', 'move', 'swap', ...unseat, 'combine', ...away];
  }
  const joined: readonly TableAct[] = view.joined.length > 1 ? ['split'] : ['combine'];
  switch (view.stage) {
    case 'dirty':
      return ['clean', ...(view.blocked === null ? (['block'] as const) : (['open'] as const)), ...joined];
    case 'blocked':
      return ['open', ...joined];
    case 'open':
    case 'reserved':
    case 'arrived':
    case 'partly_arrived':
      return [...joined, 'dirty', 'block'];
    default:
      // A ticket that is nobody's: its guests sit there all the same.
      return ['dirty', ...away, 'block'];
  }
}
