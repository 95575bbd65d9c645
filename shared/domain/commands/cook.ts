import { NO_STATION, type StationId, type TicketId } from '../../lib/ids.ts';
import type { Actor } from '../events/actor.ts';
import { handedTo, isWaitedFor } from '../model/assembly.ts';
import { hasOpenConflict, isUnheard } from '../model/covers.ts';
import type { Batch, Item, Part } from '../model/food.ts';
import { isFired, isLive, isRun, itemOf, partAt, rounded } from '../model/progress.ts';
import type { Ticket } from '../model/ticket.ts';
import type { CommandOf } from './command.ts';
import { type Draft, refuse } from './draft.ts';
import { ticketMeant } from './findTicket.ts';
import { checkPlates } from './plates.ts';
import { settle } from './settle.ts';

/** Rules B: presses of cooks. A press names portions and the version it saw; what has turned since refuses it whole. */

interface Count {
  readonly item: Item['id'];
  readonly batch: number;
  readonly quantity: number;
}

interface Found {
  readonly item: Item;
  readonly batch: Batch;
}

/** The portion as it is now, if it still is what was on the glass. */
export function portionSeen(
  ticket: Ticket,
  ref: { item: string; batch: number },
  seen: number,
  actor: Actor,
): Found {
  const item = itemOf(ticket, ref.item);
  const batch = item?.batches.find((one) => one.n === ref.batch);
  if (!item || !batch) return refuse('superseded', 'This dish is no longer on the ticket.');
  if (!isLive(batch)) return refuse('superseded', `${item.face.name} was voided.`);
  if (batch.turnedSeq > seen && !isOwnTurn(batch, actor))
    return refuse('superseded', `${item.face.name} has changed since this press.`);
  return { item, batch };
}

/** A cook who bumps, takes it back and bumps again while the line is down meant all three, in that order. */
function isOwnTurn(batch: Batch, actor: Actor): boolean {
  return actor.kind === 'screen' && batch.turnedBy === actor.screen;
}

function partOrRefuse(found: Found, station: StationId): Part {
  const part = partAt(found.batch, station);
  return part ?? refuse('wrong_station', `${found.item.face.name} is not made at ${station}.`);
}

/** Allergy rules that no press passes: hearing, an open conflict, a STOP. */
export function refuseIfBlocked(ticket: Ticket, { item, batch }: Found, station: StationId): void {
  if (isUnheard(ticket, item, batch, station)) {
    refuse('allergy_unheard', `An allergy for ${item.face.name} has not been heard at ${station}.`);
  }
  if (batch.stops.length > 0)
    refuse('stop_unanswered', `${item.face.name}: an allergy was added. Carry on or refire?`);
  if (hasOpenConflict(ticket, item)) {
    refuse(
      'conflict_unanswered',
      `${item.face.name}: its recipe lists the allergen. Choose what to do first.`,
    );
  }
}

/** Rule B17: nobody makes ready what the station before has still in its hands. */
function refuseIfWaiting(found: Found, station: StationId): void {
  if (isWaitedFor(found, station))
    refuse('not_ready', `${found.item.face.name} has not come to ${station} yet.`);
}

export function startItems(draft: Draft, command: CommandOf<'item.start'>): TicketId {
  const ticket = ticketMeant(draft, command.ticket);
  const portions = command.portions.filter((ref) => {
    const found = portionSeen(ticket, ref, command.seen, draft.ctx.actor);
    if (!isFired(found.batch)) refuse('not_fired', `${found.item.face.name} is held.`);
    const part = partOrRefuse(found, command.station);
    if (part.startedAt !== null) return false;
    refuseIfWaiting(found, command.station);
    refuseIfBlocked(ticket, found, command.station);
    return true;
  });
  if (portions.length > 0) {
    draft.emit({ type: 'part.started', ticket: ticket.id, station: command.station, portions });
    hearTicket(draft, ticket.id, command.station);
    settle(draft, ticket.id);
  }
  return ticket.id;
}

export function bump(draft: Draft, command: CommandOf<'item.bump' | 'ticket.bump'>): TicketId {
  const ticket = ticketMeant(draft, command.ticket);
  const counts = command.portions.flatMap((ref) => bumpOne(draft, ticket, ref, command) ?? []);
  if (counts.length > 0) {
    draft.emit({ type: 'part.bumped', ticket: ticket.id, station: command.station, portions: counts });
  }
  if (command.type === 'ticket.bump') {
    seeChanges(draft, ticket.id, command.station, command);
  }
  if (draft.events.length > 0) {
    hearTicket(draft, ticket.id, command.station);
    settle(draft, ticket.id);
  }
  return ticket.id;
}

function bumpOne(
  draft: Draft,
  ticket: Ticket,
  ref: Count,
  { station, seen }: { station: StationId; seen: number },
): Count | null {
  const found = portionSeen(ticket, ref, seen, draft.ctx.actor);
  if (!isFired(found.batch)) return refuse('superseded', `${found.item.face.name} is held.`);
  const part = partOrRefuse(found, station);
  const wanted = Math.min(rounded(ref.quantity), found.batch.quantity);
  if (wanted <= part.ready) return null;
  refuseIfWaiting(found, station);
  const quantity = Math.min(wanted, handedTo(found, station));
  refuseIfBlocked(ticket, found, station);
  return { item: found.item.id, batch: found.batch.n, quantity };
}

export function seeChanges(
  draft: Draft,
  id: TicketId,
  station: StationId,
  { voids, changes, notes = [] }: Pick<CommandOf<'changes.see'>, 'voids' | 'changes' | 'notes'>,
): void {
  const ticket = draft.ticket(id);
  const owedVoids = voids.filter((ref) => {
    const batch = itemOf(ticket, ref.item)?.batches.find((one) => one.n === ref.batch);
    return batch?.void?.owedBy.includes(station) ?? false;
  });
  const owedChanges = changes.filter(
    (item) => itemOf(ticket, item)?.change?.owedBy.includes(station) ?? false,
  );
  const unseen = ticket.stationNotes.filter((note) => note.station === station && notes.includes(note.id));
  if (owedVoids.length + owedChanges.length + unseen.length === 0) return;
  draft.emit({
    type: 'ticket.changes_seen',
    ticket: id,
    station,
    voids: owedVoids,
    changes: owedChanges,
    ...(unseen.length > 0 ? { notes: unseen.map((note) => note.id) } : {}),
  });
}

/** Any press on a ticket counts as its being heard; with two steps the food that nothing blocks starts with it. */
export function hearTicket(draft: Draft, id: TicketId, station: StationId): void {
  const ticket = draft.state.tickets.get(id);
  const version = ticket?.versions[station];
  if (!ticket || version === undefined) return;
  const receipt = ticket.receipts[station];
  const isHeard = receipt?.version === version && receipt.heardAt !== null;
  if (!isHeard) draft.emit({ type: 'ticket.heard', ticket: id, station, version });
  if (stepsOf(draft, station) === 2) startUnblocked(draft, id, station);
}

function stepsOf(draft: Draft, station: StationId): 2 | 3 {
  return draft.ctx.config.stations.find((one) => one.id === station)?.steps ?? 2;
}

function startUnblocked(draft: Draft, id: TicketId, station: StationId): void {
  const ticket = draft.ticket(id);
  const portions = ticket.items.flatMap((item) =>
    item.batches
      .filter((batch) => isLive(batch) && isFired(batch) && !isRun(batch))
      .filter((batch) => partAt(batch, station)?.startedAt === null)
      .filter((batch) => batch.stops.length === 0 && !isUnheard(ticket, item, batch, station))
      .filter((batch) => !hasOpenConflict(ticket, item) && !isWaitedFor({ item, batch }, station))
      .map((batch) => ({ item: item.id, batch: batch.n })),
  );
  if (portions.length > 0) draft.emit({ type: 'part.started', ticket: id, station, portions });
}

/**
 * With a station only its part comes back (undo, or a press on a ready dish); with none the food comes back everywhere it was, as if
 * never bumped, its clocks running on.
 */
export function recall(draft: Draft, command: CommandOf<'item.recall'>): TicketId {
  const ticket = ticketMeant(draft, command.ticket);
  const parts = command.portions.flatMap((ref) => {
    const { item, batch } = portionSeen(ticket, ref, command.seen, draft.ctx.actor);
    const here = command.station;
    const touched = here === null ? batch.parts : [partOrRefuse({ item, batch }, here)];
    return touched
      .filter((part) => part.ready > ref.quantity)
      .map((part) => ({ item: item.id, batch: batch.n, station: part.station, quantity: ref.quantity }));
  });
  if (parts.length > 0) {
    const stations = [...new Set(parts.map((part) => part.station))];
    const { actor } = draft.ctx;
    const screen = actor.kind === 'screen' ? actor.screen : null;
    draft.emit({ type: 'part.recalled', ticket: ticket.id, parts, screen, stations });
    settle(draft, ticket.id, command.undo);
  }
  return ticket.id;
}

/** The pass. Food that its stations have not bumped needs `anyway`; an allergy nobody has heard passes for nobody. */
export function runCourse(draft: Draft, command: CommandOf<'course.run'>): TicketId {
  const ticket = ticketMeant(draft, command.ticket);
  const unready: { station: StationId; count: Count }[] = [];
  const portions = command.portions.flatMap((ref) => {
    const found = portionSeen(ticket, ref, command.seen, draft.ctx.actor);
    const { item, batch } = found;
    if (!isFired(batch)) return refuse('not_fired', `${item.face.name} is held.`);
    const quantity = Math.min(rounded(ref.quantity), batch.quantity);
    if (quantity <= batch.run) return [];
    for (const part of batch.parts) {
      if (part.ready < quantity && !command.anyway)
        return refuse('not_ready', `${item.face.name} is not ready.`);
      refuseIfBlocked(ticket, found, part.station);
      const count = { item: item.id, batch: batch.n, quantity };
      if (part.ready < quantity) unready.push({ station: part.station, count });
    }
    return [{ item: item.id, batch: batch.n, quantity }];
  });
  if (portions.length === 0) return ticket.id;
  checkPlates(draft, ticket, portions, command);
  for (const station of new Set(unready.map((one) => one.station))) {
    const counts = unready.filter((one) => one.station === station).map((one) => one.count);
    draft.emit({ type: 'part.bumped', ticket: ticket.id, station, portions: counts });
  }
  settle(draft, ticket.id);
  const left = portions.filter((ref) => {
    const batch = itemOf(draft.ticket(ticket.id), ref.item)?.batches.find((one) => one.n === ref.batch);
    return batch !== undefined && batch.run < ref.quantity;
  });
  if (left.length > 0) draft.emit({ type: 'food.run', ticket: ticket.id, portions: left });
  settle(draft, ticket.id);
  return ticket.id;
}

/** The plates are still there: what had gone out by that press has not, and what RUN ANYWAY bumped is the stations' again. */
export function undoRun(draft: Draft, command: CommandOf<'run.undo'>): TicketId {
  const ticket = ticketMeant(draft, command.ticket);
  const { actor } = draft.ctx;
  const screen = actor.kind === 'screen' ? actor.screen : null;
  const portions = command.portions.filter((ref) => {
    const { batch } = portionSeen(ticket, ref, command.seen, actor);
    return batch.run > ref.quantity;
  });
  if (portions.length === 0) return ticket.id;
  const parts = command.parts.filter((ref) => {
    const part = partOrRefuse(portionSeen(ticket, ref, command.seen, actor), ref.station);
    return part.ready > ref.quantity;
  });
  draft.emit({ type: 'food.run_undone', ticket: ticket.id, portions, screen });
  if (parts.length > 0) {
    const stations = [...new Set(parts.map((part) => part.station))];
    draft.emit({ type: 'part.recalled', ticket: ticket.id, parts, screen, stations });
  }
  settle(draft, ticket.id, true);
  return ticket.id;
}

/** A screen acts for its own station; food without a station may be pressed at any. */
export function isOwnStation(own: StationId | null, station: StationId): boolean {
  return own === station || station === NO_STATION;
}
