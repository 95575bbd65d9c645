import type { TicketId } from '../../lib/ids.ts';
import { serviceDayOf } from '../../lib/serviceDay.ts';
import { dueAtOf } from '../model/dueAt.ts';
import { courseOf } from '../model/progress.ts';
import { endsWhenSeen, stateToDocument } from '../model/state.ts';
import { type Ticket, titleOf } from '../model/ticket.ts';
import { changeStanding } from './availability.ts';
import type { CommandOf } from './command.ts';
import type { Draft } from './draft.ts';
import { fireCourse } from './fire.ts';
import { closeParties, doorOfNewDay } from './party/partyDays.ts';
import { dropNotes } from './party/shiftNotes.ts';
import { settle } from './settle.ts';

const MINUTE_MS = 60_000;

/** A person's plan, the sender's own time for a course, or an order's release. Not after a hold by a person, and not long after its moment. */
export function fireDue(draft: Draft, command: CommandOf<'course.fireDue'>): TicketId {
  const ticket = draft.state.tickets.get(command.ticket);
  const course = ticket && courseOf(ticket, command.course);
  if (!ticket || !course) return command.ticket;
  // Between being found due and being decided it may have been fired, held or planned for later.
  const dueAt = dueAtOf(ticket, course, draft.ctx.config);
  if (dueAt === null || dueAt > draft.now) return command.ticket;
  const maxLateMs = draft.ctx.config.thresholds.plannedFireMaxLateMinutes * MINUTE_MS;
  if (draft.now - command.dueAt > maxLateMs) {
    askForTap(draft, ticket, command.course);
    return command.ticket;
  }
  fireCourse(draft, ticket.id, command.course, 'time');
  settle(draft, ticket.id);
  return command.ticket;
}

/** Overdue after a restart: nobody knows what the table has been told since, so a person fires it. */
function askForTap(draft: Draft, ticket: Ticket, course: number): void {
  const code = `fire_overdue:${ticket.id}:${course}`;
  if (draft.state.alerts[code]) return;
  const where = titleOf(ticket.head);
  const message = `${where}: course ${course} was due to fire while the hub was away. Fire it by hand.`;
  const values = { where, course: String(course) };
  draft.emit({ type: 'alert', alert: { code, message, at: draft.now, values } });
}

export function closeTicket(draft: Draft, command: CommandOf<'ticket.close'>): TicketId {
  const ticket = draft.state.tickets.get(command.ticket);
  if (ticket?.endedAt !== null && ticket !== undefined)
    draft.emit({ type: 'ticket.closed', ticket: ticket.id });
  return command.ticket;
}

/**
 * The service day rolls. What has ended goes to history; what is still open from earlier days is carried over once, set apart as left
 * from yesterday, and goes to history at the next roll. Orders whose time is still to come stay on the board.
 */
export function rollDay(draft: Draft): void {
  const { timeZone, dayRollHour } = draft.ctx.config.venue;
  const day = serviceDayOf(draft.now, timeZone, dayRollHour);
  if (day <= draft.state.day) return;
  dropDishesOfTheDay(draft);
  for (const ticket of draft.state.tickets.values()) {
    if (ticket.endedAt !== null || ticket.isLeftFromYesterday)
      draft.emit({ type: 'ticket.closed', ticket: ticket.id });
  }
  closeParties(draft, day);
  dropNotes(draft);
  const document = stateToDocument(draft.state);
  const tickets = Object.fromEntries(
    Object.entries(document.tickets).map(([id, ticket]) => [
      id,
      { ...ticket, isLeftFromYesterday: ticket.day < day && !isStillToCome(ticket, draft.now) },
    ]),
  );
  const checks = Object.fromEntries(
    Object.entries(document.checks).filter(([, check]) => check.state !== 'closed' && check.state !== 'paid'),
  );
  const alerts = Object.fromEntries(Object.entries(document.alerts).filter(([code]) => !endsWhenSeen(code)));
  // What waits or may be on paper is still somebody's; the rest was yesterday's.
  const chits = Object.fromEntries(
    Object.entries(document.chits).filter(
      ([, { state: at }]) => at === 'queued' || at === 'sending' || at === 'unknown',
    ),
  );
  const door = doorOfNewDay(draft);
  const state = { ...document, door, chits, seq: draft.nextSeq, at: draft.now, day, tickets, checks, alerts };
  draft.emit({ type: 'day.opened', day, state });
}

/** 86 and counts lapse with the day, unless somebody said until restored; what the POS says off stays its word. Away tables end. */
function dropDishesOfTheDay(draft: Draft): void {
  for (const { dish } of Object.values(draft.state.dishes)) {
    changeStanding(draft, dish, 'day', (standing) => ({
      ...standing,
      kitchen: standing.kitchen?.untilRestored ? standing.kitchen : null,
      count: standing.count?.untilRestored ? standing.count : null,
    }));
  }
  for (const { table, since } of Object.values(draft.state.holds)) {
    draft.emit({ type: 'table.resumed', table, awayMs: draft.now - since });
  }
}

function isStillToCome(ticket: Ticket, now: number): boolean {
  return Math.max(ticket.head.promisedAt ?? 0, ticket.head.releaseAt ?? 0) > now;
}
