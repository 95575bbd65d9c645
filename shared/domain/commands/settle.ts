import type { TicketId } from '../../lib/ids.ts';
import type { FireCause } from '../model/food.ts';
import { isWhollyPacked } from '../model/packing.ts';
import {
  courseProgress,
  isFired,
  isLive,
  isStarted,
  readyEverywhere,
  rounded,
  ticketProgress,
} from '../model/progress.ts';
import type { Draft } from './draft.ts';

/**
 * After a command has had its way with a ticket: announce what it came to, each once. Dishes first, then courses, then the ticket, so the
 * feed never tells a course ready before its last dish.
 */
export function settle(draft: Draft, id: TicketId, undo = false): void {
  if (!draft.state.tickets.get(id)) return;
  settleDishes(draft, id, undo);
  if (draft.ctx.config.pass === 'none') runWhatIsReady(draft, id);
  settleCourses(draft, id);
  settlePacked(draft, id);
  settleTicket(draft, id);
}

/** Packed is what has all its food in bags; an add-on, a refire or a recall takes that back. */
function settlePacked(draft: Draft, id: TicketId): void {
  const ticket = draft.ticket(id);
  if (ticket.handoff === null) return;
  const isPacked = isWhollyPacked(ticket);
  if (isPacked !== (ticket.handoff.packedAt !== null))
    draft.emit({ type: 'ticket.packed', ticket: id, isOn: isPacked });
}

function settleDishes(draft: Draft, id: TicketId, undo: boolean): void {
  for (const item of draft.ticket(id).items) {
    if (item.startedAt === null && item.batches.some((batch) => isLive(batch) && isStarted(batch))) {
      draft.emit({ type: 'item.started', ticket: id, item: item.id, external: item.externalId });
    }
    for (const batch of item.batches) {
      if (!isLive(batch) || !isFired(batch)) continue;
      const ready = readyEverywhere(batch);
      const common = { ticket: id, item: item.id, external: item.externalId, batch: batch.n };
      if (ready > batch.bumped) {
        const stations = batch.parts.map((part) => part.station);
        draft.emit({ type: 'item.bumped', ...common, quantity: rounded(ready - batch.bumped), stations });
      } else if (ready < batch.bumped) {
        draft.emit({ type: 'item.recalled', ...common, quantity: rounded(batch.bumped - ready), undo });
      }
    }
  }
}

/** A house without a pass: ready is run at once. */
function runWhatIsReady(draft: Draft, id: TicketId): void {
  const portions = draft
    .ticket(id)
    .items.flatMap((item) =>
      item.batches
        .filter((batch) => isLive(batch) && batch.bumped > batch.run)
        .map((batch) => ({ item: item.id, batch: batch.n, quantity: batch.bumped })),
    );
  if (portions.length > 0) draft.emit({ type: 'food.run', ticket: id, portions });
}

function settleCourses(draft: Draft, id: TicketId): void {
  for (const { number, firedBy } of draft.ticket(id).courses) {
    const { isReady, isRun } = courseProgress(draft.ticket(id), number);
    const course = draft.ticket(id).courses.find((one) => one.number === number);
    if (!course || !isReady) continue;
    const cause: FireCause = firedBy ?? 'pos';
    if (course.readyAt === null) draft.emit({ type: 'course.ready', ticket: id, course: number, cause });
    if (isRun && course.runAt === null) draft.emit({ type: 'course.run', ticket: id, course: number, cause });
  }
}

function settleTicket(draft: Draft, id: TicketId): void {
  const { food, isReady, isRun, isSeen, hadFood } = ticketProgress(draft.ticket(id));
  if (food > 0 && isReady && draft.ticket(id).readyAt === null)
    draft.emit({ type: 'ticket.ready', ticket: id });
  if (food > 0 && isRun && draft.ticket(id).runAt === null) draft.emit({ type: 'ticket.run', ticket: id });
  const isOver = isRun && isSeen && hadFood;
  if (isOver && draft.ticket(id).endedAt === null) draft.emit({ type: 'ticket.ended', ticket: id });
}
