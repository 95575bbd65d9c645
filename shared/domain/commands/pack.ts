import type { TicketId } from '../../lib/ids.ts';
import type { Batch, Item } from '../model/food.ts';
import { foodToPack } from '../model/packing.ts';
import { isReady } from '../model/progress.ts';
import type { Ticket } from '../model/ticket.ts';
import type { CommandOf } from './command.ts';
import { portionSeen, refuseIfBlocked } from './cook.ts';
import { type Draft, refuse } from './draft.ts';
import { ticketMeant } from './findTicket.ts';
import { checkPlates } from './plates.ts';
import { settle } from './settle.ts';

/** Rules H: which bag each dish of an order is in. Where the house has a pass, into a bag is over it. */

interface Portion {
  readonly item: Item;
  readonly batch: Batch;
}

interface Bagged extends Portion {
  readonly bag: number | null;
}

export function pack(draft: Draft, command: CommandOf<'ticket.pack'>): TicketId {
  const ticket = ticketMeant(draft, command.ticket);
  const { bags, seen } = command;
  const moved = command.portions.flatMap((ref): Bagged[] => {
    const found = portionSeen(ticket, ref, seen, draft.ctx.actor);
    if (found.batch.bag === ref.bag) return [];
    if (ref.bag !== null && ref.bag > bags)
      refuse('invalid', `This order has ${bags} bags and no bag ${ref.bag}.`, 'portions');
    if (ref.bag !== null) refuseUnlessReady(ticket, found);
    return [{ ...found, bag: ref.bag }];
  });
  bagged(draft, ticket, moved, bags, command);
  settle(draft, ticket.id);
  return ticket.id;
}

/** PACKED: all that is not in a bag yet goes into the last. An allergy's dish does not: it is looked at by itself. */
export function packRest(draft: Draft, id: TicketId): void {
  const ticket = draft.ticket(id);
  const bags = ticket.handoff?.bags ?? 1;
  const rest = foodToPack(ticket)
    .filter(({ batch }) => batch.bag === null)
    .map((portion) => {
      refuseUnlessReady(ticket, portion);
      return { ...portion, bag: bags };
    });
  bagged(draft, ticket, rest, bags, { seen: draft.state.seq });
  settle(draft, id);
}

export function unpackAll(draft: Draft, id: TicketId): void {
  const ticket = draft.ticket(id);
  const packed = foodToPack(ticket).filter(({ batch }) => batch.bag !== null);
  bagged(
    draft,
    ticket,
    packed.map((portion) => ({ ...portion, bag: null })),
    ticket.handoff?.bags ?? 1,
    { seen: draft.state.seq },
  );
  settle(draft, id);
}

function refuseUnlessReady(ticket: Ticket, portion: Portion): void {
  if (!isReady(portion.batch)) refuse('not_ready', `${portion.item.face.name} is not ready.`);
  for (const { station } of portion.batch.parts) refuseIfBlocked(ticket, portion, station);
}

function bagged(
  draft: Draft,
  ticket: Ticket,
  moved: readonly Bagged[],
  bags: number,
  looked: Pick<CommandOf<'ticket.pack'>, 'plates' | 'seen'>,
): void {
  if (moved.length === 0 && bags === (ticket.handoff?.bags ?? 1)) return;
  const refs = moved.map(({ item, batch, bag }) => ({ item: item.id, batch: batch.n, bag }));
  const into = moved.filter(({ batch, bag }) => batch.bag === null && bag !== null);
  checkPlates(draft, ticket, counts(into), looked);
  draft.emit({ type: 'ticket.bagged', ticket: ticket.id, portions: refs, bags });
  if (draft.ctx.config.pass === 'none') return;
  const out = moved.filter(({ batch, bag }) => bag === null && batch.run > 0);
  const left = into.filter(({ batch }) => batch.run < batch.quantity);
  if (left.length > 0) draft.emit({ type: 'food.run', ticket: ticket.id, portions: counts(left) });
  if (out.length === 0) return;
  const { actor } = draft.ctx;
  draft.emit({
    type: 'food.run_undone',
    ticket: ticket.id,
    portions: counts(out).map((count) => ({ ...count, quantity: 0 })),
    screen: actor.kind === 'screen' ? actor.screen : null,
  });
}

function counts(portions: readonly Portion[]): { item: Item['id']; batch: number; quantity: number }[] {
  return portions.map(({ item, batch }) => ({ item: item.id, batch: batch.n, quantity: batch.quantity }));
}
