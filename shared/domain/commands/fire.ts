import type { StationId, TicketId } from '../../lib/ids.ts';
import type { Actor } from '../events/actor.ts';
import type { Batch, FireCause, Item } from '../model/food.ts';
import { courseOf, isFired, isLive, isStarted } from '../model/progress.ts';
import type { Ticket } from '../model/ticket.ts';
import { type Draft, refuse } from './draft.ts';

/** Rules F: what fires with a course, and what may still be held. */

interface Portion {
  readonly item: Item;
  readonly batch: Batch;
}

export function causeOf(actor: Actor): FireCause {
  return actor.kind === 'pos' ? 'pos' : actor.kind === 'house' ? 'time' : 'expo';
}

export function refs(portions: readonly Portion[]): { item: Item['id']; batch: number }[] {
  return portions.map(({ item, batch }) => ({ item: item.id, batch: batch.n }));
}

export function stationsOf(portions: readonly Portion[]): StationId[] {
  return [...new Set(portions.flatMap(({ batch }) => batch.parts.map((part) => part.station)))];
}

/** Follows `with` to the dish that decides; a ring of dishes that name each other decides nothing. */
function leaderOf(ticket: Ticket, item: Item): Item {
  let leader = item;
  const met = new Set<string>([item.externalId]);
  while (leader.face.with !== null && !met.has(leader.face.with)) {
    met.add(leader.face.with);
    const next = ticket.items.find((other) => other.externalId === leader.face.with);
    if (!next) return leader;
    leader = next;
  }
  return leader;
}

/** Does this dish go when its course goes? Not on call, nor what a person holds apart; `with` goes as its leader goes. */
function goesWithCourse(ticket: Ticket, item: Item, course: number): boolean {
  const leader = leaderOf(ticket, item);
  if (item.isHeldByPerson || leader.isHeldByPerson) return false;
  return leader.face.course === course && leader.face.fire !== 'on_call';
}

export function heldWithCourse(ticket: Ticket, course: number): Portion[] {
  return ticket.items.flatMap((item) =>
    goesWithCourse(ticket, item, course)
      ? item.batches.filter((batch) => isLive(batch) && !isFired(batch)).map((batch) => ({ item, batch }))
      : [],
  );
}

/** Does new food of this dish fire at once? Into course 0, into a course already fired, or "as ready". */
export function firesAtOnce(ticket: Ticket, item: Item): boolean {
  const leader = leaderOf(ticket, item);
  if (item.isHeldByPerson || leader.isHeldByPerson || leader.face.fire === 'on_call') return false;
  if (leader.face.fire === 'as_ready') return true;
  return (courseOf(ticket, leader.face.course)?.firedAt ?? null) !== null;
}

export function fireCourse(draft: Draft, id: TicketId, number: number, cause: FireCause): boolean {
  const ticket = draft.ticket(id);
  const course = courseOf(ticket, number);
  if (!course) return refuse('not_found', `This ticket has no course ${number}.`, 'course');
  if (course.firedAt !== null) return false;
  const portions = heldWithCourse(ticket, number);
  draft.emit({
    type: 'course.fired',
    ticket: id,
    course: number,
    cause,
    portions: refs(portions),
    stations: stationsOf(portions),
  });
  const overdue = `fire_overdue:${id}:${number}`;
  if (draft.state.alerts[overdue]) draft.emit({ type: 'alert.cleared', code: overdue });
  return true;
}

/** UNFIRE works until a dish is started. Answers whether anything changed. */
export function holdCourse(draft: Draft, id: TicketId, number: number, isByPerson: boolean): boolean {
  const ticket = draft.ticket(id);
  const course = courseOf(ticket, number);
  if (!course) return refuse('not_found', `This ticket has no course ${number}.`, 'course');
  const fired = firedOfCourse(ticket, number);
  if (fired.some(({ batch }) => isStarted(batch))) {
    return refuse('already_started', `Course ${number} is started; it can no longer be held.`, 'course');
  }
  if (course.firedAt === null && fired.length === 0 && course.isHeldByPerson === isByPerson) return false;
  draft.emit({
    type: 'course.held',
    ticket: id,
    course: number,
    cause: causeOf(draft.ctx.actor),
    portions: refs(fired),
    isByPerson,
    stations: stationsOf(fired),
  });
  return true;
}

export function firedOfCourse(ticket: Ticket, number: number): Portion[] {
  return ticket.items.flatMap((item) =>
    leaderOf(ticket, item).face.course === number
      ? item.batches.filter((batch) => isLive(batch) && isFired(batch)).map((batch) => ({ item, batch }))
      : [],
  );
}

/** Chosen dishes, each with what goes `with` it. When the last held dish of a course goes this way, the course has fired. */
export function fireItems(draft: Draft, id: TicketId, items: readonly Item[], cause: FireCause): boolean {
  const ticket = draft.ticket(id);
  const chosen = new Set(items.map((item) => item.id));
  const portions = ticket.items
    .filter((item) => chosen.has(item.id) || chosen.has(leaderOf(ticket, item).id))
    .flatMap((item) =>
      item.batches.filter((batch) => isLive(batch) && !isFired(batch)).map((batch) => ({ item, batch })),
    );
  if (portions.length === 0) return false;
  draft.emit({
    type: 'item.fired',
    ticket: id,
    cause,
    portions: refs(portions),
    externals: [...new Set(portions.map(({ item }) => item.externalId))],
    stations: stationsOf(portions),
  });
  for (const number of new Set(portions.map(({ item }) => item.face.course))) {
    const after = draft.ticket(id);
    const isWhole =
      heldWithCourse(after, number).length === 0 && !after.items.some((item) => waits(item, number));
    if (isWhole && courseOf(after, number)?.firedAt === null) fireCourse(draft, id, number, cause);
  }
  return true;
}

function waits(item: Item, course: number): boolean {
  if (item.face.course !== course || item.face.fire === 'on_call') return false;
  return item.batches.some((batch) => isLive(batch) && !isFired(batch));
}

export function holdItems(draft: Draft, id: TicketId, items: readonly Item[]): boolean {
  const portions = items.flatMap((item) =>
    item.batches.filter((batch) => isLive(batch) && isFired(batch)).map((batch) => ({ item, batch })),
  );
  if (portions.some(({ batch }) => isStarted(batch))) {
    return refuse('already_started', 'A dish that is started can no longer be held.', 'items');
  }
  const isNews = portions.length > 0 || items.some((item) => !item.isHeldByPerson);
  if (!isNews) return false;
  const held = items.flatMap((item) => item.batches.filter(isLive).map((batch) => ({ item, batch })));
  draft.emit({
    type: 'item.held',
    ticket: id,
    portions: refs(held),
    externals: items.map((item) => item.externalId),
    isByPerson: true,
    stations: stationsOf(portions),
  });
  return true;
}
