import type { TicketId } from '../../lib/ids.ts';
import { actorName } from '../events/actor.ts';
import { courseOf, isFired, isLive, isStarted, itemOf } from '../model/progress.ts';
import type { TableHold } from '../model/tableHold.ts';
import type { Ticket } from '../model/ticket.ts';
import type { CommandOf } from './command.ts';
import type { Draft } from './draft.ts';
import { causeOf, stationsOf } from './fire.ts';
import { settle } from './settle.ts';

/** Rules T: the guests of a table are away. Nothing goes cold that nobody has started; what is started says AWAY. */

type HeldBack = TableHold['heldBack'];

export function holdTable(draft: Draft, command: CommandOf<'table.hold'>): null {
  const { table, reason, until } = command;
  const known = draft.state.holds[table];
  if (known && known.reason === reason && known.until === until) return null;
  const hold: TableHold = {
    table,
    since: known?.since ?? draft.now,
    reason,
    until,
    by: actorName(draft.ctx.actor),
    heldBack: known?.heldBack ?? [],
  };
  draft.emit({ type: 'table.held', hold });
  for (const ticket of ticketsAt(draft, table)) holdBack(draft, ticket.id, () => true);
  return null;
}

export function resumeTable(draft: Draft, table: string): null {
  const hold = draft.state.holds[table];
  if (!hold) return null;
  draft.emit({ type: 'table.resumed', table, awayMs: draft.now - hold.since });
  fireHeldBack(draft, hold.heldBack);
  return null;
}

export function resumeDue(draft: Draft, command: CommandOf<'table.resumeDue'>): null {
  const hold = draft.state.holds[command.table];
  return hold?.until === command.until ? resumeTable(draft, command.table) : null;
}

export function isAway(draft: Draft, ticket: Ticket): boolean {
  return ticket.head.table !== null && draft.state.holds[ticket.head.table] !== undefined;
}

/**
 * After a put: what it has fired at a table that is away waits with the rest. A ticket that came to such a table is held as the table is, one
 * that left it goes on. What a person fires meanwhile by hand is that person's order, and stays fired.
 */
export function settleAway(draft: Draft, id: TicketId, before: Ticket): void {
  if (Object.keys(draft.state.holds).length === 0) return;
  followMoves(draft);
  const ticket = draft.state.tickets.get(id);
  if (!ticket) return;
  const hasMoved = before.head.table !== ticket.head.table;
  if (hasMoved && before.head.table !== null) releaseFrom(draft, before.head.table, id);
  if (isAway(draft, ticket)) holdBack(draft, id, (firedAt) => hasMoved || firedAt === draft.now);
}

/** Held-back food that went to another line goes on with that line's table. */
function followMoves(draft: Draft): void {
  const moves = draft.events.flatMap((event) => (event.type === 'item.moved' ? [event] : []));
  for (const { from, ticket: id, item: itemId } of moves) {
    for (const hold of Object.values(draft.state.holds)) {
      if (!hold.heldBack.some((ref) => ref.ticket === from.ticket && ref.item === from.item)) continue;
      const item = itemOf(draft.ticket(id), itemId);
      const arrived = (item?.batches ?? [])
        .filter((batch) => isLive(batch) && !isFired(batch))
        .map((batch) => ({ ticket: id, item: itemId, batch: batch.n }))
        .filter((ref) => !hold.heldBack.some((known) => isSame(known, ref)));
      if (draft.ticket(id).head.table !== hold.table) fireHeldBack(draft, arrived);
      else if (arrived.length > 0)
        draft.emit({
          type: 'table.held_back',
          table: hold.table,
          heldBack: [...hold.heldBack, ...arrived],
        });
    }
  }
}

function isSame(a: HeldBack[number], b: HeldBack[number]): boolean {
  return a.ticket === b.ticket && a.item === b.item && a.batch === b.batch;
}

function releaseFrom(draft: Draft, table: string, id: TicketId): void {
  const hold = draft.state.holds[table];
  const mine = hold?.heldBack.filter((ref) => ref.ticket === id) ?? [];
  if (!hold || mine.length === 0) return;
  const heldBack = hold.heldBack.filter((ref) => ref.ticket !== id);
  draft.emit({ type: 'table.held_back', table, heldBack });
  fireHeldBack(draft, mine);
}

function ticketsAt(draft: Draft, table: string): Ticket[] {
  return [...draft.state.tickets.values()].filter(
    (ticket) => ticket.head.table === table && ticket.endedAt === null && !ticket.isLeftFromYesterday,
  );
}

function holdBack(draft: Draft, id: TicketId, isMeant: (firedAt: number) => boolean): void {
  const ticket = draft.ticket(id);
  const { table } = ticket.head;
  const hold = table === null ? undefined : draft.state.holds[table];
  const portions = ticket.items.flatMap((item) =>
    item.batches
      .filter((batch) => isLive(batch) && isFired(batch) && !isStarted(batch) && isMeant(batch.firedAt ?? 0))
      .map((batch) => ({ item, batch })),
  );
  if (table === null || !hold || portions.length === 0) return;
  draft.emit({
    type: 'item.held',
    ticket: id,
    portions: portions.map(({ item, batch }) => ({ item: item.id, batch: batch.n })),
    externals: [...new Set(portions.map(({ item }) => item.externalId))],
    isByPerson: false,
    stations: stationsOf(portions),
  });
  const added = portions.map(({ item, batch }) => ({ ticket: id, item: item.id, batch: batch.n }));
  draft.emit({ type: 'table.held_back', table, heldBack: [...hold.heldBack, ...added] });
}

/** As the table left it, where it still is so: not what was voided, moved away or held by a person meanwhile. */
function fireHeldBack(draft: Draft, refs: HeldBack): void {
  for (const id of new Set(refs.map((ref) => ref.ticket))) {
    const ticket = draft.state.tickets.get(id);
    if (!ticket) continue;
    const portions = refs.flatMap((ref) => {
      const item = ref.ticket === id ? itemOf(ticket, ref.item) : undefined;
      const batch = item?.batches.find(({ n }) => n === ref.batch);
      if (!item || !batch || !isLive(batch) || isFired(batch) || item.isHeldByPerson) return [];
      return courseOf(ticket, item.face.course)?.isHeldByPerson ? [] : [{ item, batch }];
    });
    if (portions.length === 0) continue;
    draft.emit({
      type: 'item.fired',
      ticket: id,
      cause: causeOf(draft.ctx.actor),
      portions: portions.map(({ item, batch }) => ({ item: item.id, batch: batch.n })),
      externals: [...new Set(portions.map(({ item }) => item.externalId))],
      stations: stationsOf(portions),
    });
    settle(draft, id);
  }
}
