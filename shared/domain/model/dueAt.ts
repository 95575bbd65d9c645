import type { HouseConfig } from '../../config/houseConfig.ts';
import type { Course, Ticket } from './ticket.ts';

/** When a held course fires by clock: a person's plan, else its own `fireAt`, else its order's release where the POS did not say "held". */
export function dueAtOf(ticket: Ticket, course: Course, config: HouseConfig): number | null {
  if (course.firedAt !== null || course.isHeldByPerson) return null;
  const { releaseAt, channel } = ticket.head;
  const orderedAt = course.plannedAt ?? course.fireAt;
  if (orderedAt !== null) return Math.max(orderedAt, releaseAt ?? 0);
  const isHeldChannel = config.coursing.heldChannels.includes(channel);
  if (releaseAt === null || course.said === 'held') return null;
  const lowest = ticket.courses.find((one) => one.number > 0)?.number;
  const goesAtRelease = !isHeldChannel || course.number === 0 || course.number === lowest;
  return goesAtRelease ? releaseAt : null;
}
