import type { HouseConfig } from '../../config/houseConfig.ts';
import type { TicketId } from '../../lib/ids.ts';
import { courseItems, isLive, isRun, isStarted, readyEverywhere, rounded } from '../model/progress.ts';
import type { State } from '../model/state.ts';
import { type Ticket, titleOf } from '../model/ticket.ts';
import type { StripCourse } from './boardView.ts';
import { courseStrip } from './courseStrip.ts';

/** A course of one table, and how many of its portions are plated. */
export interface BlockCourse extends Pick<StripCourse, 'number' | 'name' | 'state'> {
  readonly portions: number;
  readonly plated: number;
  /** Nobody has begun it: HOLD takes it back. */
  readonly mayHold: boolean;
}

/** One ticket among those whose courses may be fired together. */
export interface BlockTable {
  readonly ticketId: TicketId;
  readonly title: string;
  /** Of the same event as the ticket asked about: the POS put them for one party. */
  readonly isOfParty: boolean;
  readonly courses: readonly BlockCourse[];
}

/** The tables that a course of this one may be fired with: those of its party first, then every other open table; each by its name. */
export function tableBlock(state: State, id: TicketId, config: HouseConfig): BlockTable[] {
  const asked = state.tickets.get(id);
  if (!asked) return [];
  return [...state.tickets.values()]
    .filter((ticket) => ticket.id === id || isOpenTable(ticket))
    .map((ticket) => ({
      ticketId: ticket.id,
      title: titleOf(ticket.head),
      isOfParty: ticket.id === id || isSameParty(ticket, asked),
      courses: coursesOf(ticket, config),
    }))
    .sort(
      (a, b) =>
        Number(b.isOfParty) - Number(a.isOfParty) ||
        a.title.localeCompare(b.title, 'en', { numeric: true }) ||
        (a.ticketId < b.ticketId ? -1 : 1),
    );
}

function isOpenTable({ head, endedAt, isLeftFromYesterday }: Ticket): boolean {
  return head.table !== null && endedAt === null && !isLeftFromYesterday;
}

function isSameParty({ head: { party: one } }: Ticket, { head: { party: other } }: Ticket): boolean {
  return one !== null && other !== null && one.source === other.source && one.id === other.id;
}

function coursesOf(ticket: Ticket, config: HouseConfig): BlockCourse[] {
  return courseStrip(ticket, new Set(), config).map(({ number, name, state }) => {
    const batches = courseItems(ticket, number).flatMap((item) => item.batches.filter(isLive));
    return {
      number,
      name,
      state,
      portions: rounded(batches.reduce((sum, { quantity }) => sum + quantity, 0)),
      plated: rounded(batches.reduce((sum, batch) => sum + readyEverywhere(batch), 0)),
      mayHold: state === 'fired' && !batches.some((batch) => isStarted(batch) || isRun(batch)),
    };
  });
}
