import type { TicketId } from '../../lib/ids.ts';
import { courseOf, isFired, isLive, isStarted } from '../model/progress.ts';
import type { PutContent } from '../model/put.ts';
import type { Course, Ticket } from '../model/ticket.ts';
import type { Draft } from './draft.ts';
import { fireCourse, firedOfCourse, fireItems, firesAtOnce, holdCourse } from './fire.ts';

/** Rules F at a put: what the sender newly says, else what its channel does by itself. `before` is the ticket before this put. */
export function fireAsSaid(draft: Draft, id: TicketId, content: PutContent, before: Ticket): void {
  const numbers = draft.ticket(id).courses.map((course) => course.number);
  for (const number of numbers) courseAsSaid(draft, id, content, before, number);
  fireStragglers(draft, id);
}

function courseAsSaid(draft: Draft, id: TicketId, content: PutContent, before: Ticket, number: number): void {
  const ticket = draft.ticket(id);
  const course = courseOf(ticket, number);
  if (!course) return;
  const said = content.courses.find((one) => one.number === number)?.said ?? null;
  const saidBefore = courseOf(before, number)?.said ?? null;
  if (said === 'fired' && saidBefore !== 'fired') {
    fireCourse(draft, id, number, 'pos');
    return;
  }
  if (said === 'held' && saidBefore !== 'held') {
    holdIfNothingStarted(draft, id, number);
    return;
  }
  if (course.firedAt === null && course.said !== 'held' && goesByItself(draft, ticket, before, course)) {
    fireCourse(draft, id, number, 'pos');
  }
}

function holdIfNothingStarted(draft: Draft, id: TicketId, number: number): void {
  const ticket = draft.ticket(id);
  const fired = firedOfCourse(ticket, number);
  const isUnderWay = fired.some(({ batch }) => isStarted(batch));
  if (isUnderWay) draft.emit({ type: 'course.hold_came_late', ticket: id, course: number });
  else if (courseOf(ticket, number)?.firedAt !== null) holdCourse(draft, id, number, false);
}

/** Fires a course of which the POS says nothing: 0 at once, the lowest of a dine-in table's first food, all of other channels. */
function goesByItself(draft: Draft, ticket: Ticket, before: Ticket, course: Course): boolean {
  if (courseOf(before, course.number) && hasFood(before, course.number)) return false;
  if (course.isHeldByPerson || course.plannedAt !== null) return false;
  const { releaseAt, channel } = ticket.head;
  if (releaseAt !== null && releaseAt > draft.now) return false;
  if (course.fireAt !== null) return course.fireAt <= draft.now;
  if (course.number === 0) return true;
  if (isOnlyMovedFood(ticket, course.number)) return false;
  if (!draft.ctx.config.coursing.heldChannels.includes(channel)) return true;
  if (before.items.some((item) => item.face.course > 0)) return false;
  const withFood = ticket.courses.filter((one) => one.number > 0 && hasFood(ticket, one.number));
  return withFood[0]?.number === course.number;
}

function hasFood(ticket: Ticket, number: number): boolean {
  return ticket.items.some((item) => item.face.course === number);
}

/** Held mains that came with a split check stay held: a move is no order to cook. */
function isOnlyMovedFood(ticket: Ticket, number: number): boolean {
  const food = ticket.items
    .filter((item) => item.face.course === number)
    .flatMap((item) => item.batches.filter(isLive));
  // Nothing left to cook: all of it is another ticket's by now.
  return food.every((batch) => batch.addedAt < ticket.receivedAt || batch.turnedSeq > ticket.receivedSeq);
}

/** Food that came into a course already fired, or goes as ready. */
export function fireStragglers(draft: Draft, id: TicketId): void {
  const ticket = draft.ticket(id);
  const { releaseAt } = ticket.head;
  if (releaseAt !== null && releaseAt > draft.now) return;
  const late = ticket.items.filter(
    (item) => item.batches.some((batch) => isLive(batch) && !isFired(batch)) && firesAtOnce(ticket, item),
  );
  if (late.length > 0) fireItems(draft, id, late, 'pos');
}
