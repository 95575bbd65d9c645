import type { TicketId } from '../../lib/ids.ts';
import { courseOf } from '../model/progress.ts';
import type { CommandOf } from './command.ts';
import { type Draft, refuse } from './draft.ts';
import { ticketMeant } from './findTicket.ts';
import { heldWithCourse } from './fire.ts';

/** Nobody plans a course of tonight for tomorrow: what lies further away is a wrong clock. */
const FURTHEST_MS = 12 * 3_600_000;

/** +2, +5: a person says when a held course fires. It stands before the sender's own time, and ends a hold by hand. */
export function planCourse(draft: Draft, command: CommandOf<'course.plan'>): TicketId {
  const ticket = ticketMeant(draft, command.ticket);
  const { course: number, fireAt } = command;
  const course = courseOf(ticket, number);
  if (!course) return refuse('not_found', `This ticket has no course ${number}.`, 'course');
  if (course.firedAt !== null) return refuse('conflict', `Course ${number} is fired already.`, 'course');
  if (heldWithCourse(ticket, number).length === 0)
    return refuse('not_found', `Course ${number} has no food that waits for it.`, 'course');
  if (fireAt <= draft.now || fireAt > draft.now + FURTHEST_MS)
    return refuse('invalid', 'A course is planned for a time to come, within 12 hours.', 'fireAt');
  if (course.plannedAt === fireAt) return ticket.id;
  draft.emit({ type: 'course.planned', ticket: ticket.id, course: number, fireAt });
  const overdue = `fire_overdue:${ticket.id}:${number}`;
  if (draft.state.alerts[overdue]) draft.emit({ type: 'alert.cleared', code: overdue });
  return ticket.id;
}
