import type { HouseConfig } from '../../config/houseConfig.ts';
import type { TicketId } from '../../lib/ids.ts';
import { serviceDayOf } from '../../lib/serviceDay.ts';
import { actorName } from '../events/actor.ts';
import { itemOf, rounded } from '../model/progress.ts';
import type { PutContent, PutItem } from '../model/put.ts';
import type { State } from '../model/state.ts';
import type { SaidAllergy, Ticket } from '../model/ticket.ts';
import type { CommandOf } from './command.ts';
import { type Draft, refuse } from './draft.ts';
import { ticketMeant } from './findTicket.ts';
import type { KeyedDish } from './keyedCommands.ts';
import { contentOf, putFirst, putNewer } from './putTicket.ts';

/** Rules Y: a ticket that the house keys goes the way of a put, so that nothing of it is routed, fired, heard or printed otherwise. */

/** Before the id of a keyed ticket. A POS that takes it over may put it under this very id. */
const ID_PREFIX = 'heard-';

export function keyTicket(draft: Draft, command: CommandOf<'ticket.key'>): TicketId {
  const { table, covers, items, allergies } = command;
  const { config } = draft.ctx;
  const { timeZone, dayRollHour } = config.venue;
  const day = serviceDayOf(draft.now, timeZone, dayRollHour);
  const content: PutContent = {
    source: command.source ?? sourceOf(draft.state, config),
    externalId: `${ID_PREFIX}${draft.ctx.newId()}`,
    revision: null,
    openedAt: draft.now,
    head: {
      number: `K${keyedToday(draft.state, day) + 1}`,
      channel: table === null ? 'takeout' : 'dine_in',
      table,
      covers,
      server: null,
      party: null,
      promisedAt: null,
      releaseAt: null,
      priority: 'normal',
      vip: false,
      occasion: null,
      notes: null,
      pickup: null,
      cutlery: null,
    },
    customer: null,
    guests: [],
    courses: [],
    items: items.map((dish, index) => putItem(dish, index + 1)),
    allergies,
    digest: digestOf(draft),
  };
  const keyed = { at: draft.now, by: actorName(draft.ctx.actor), apart: [] };
  return putFirst(draft, content, day, { keyed, tell: (id) => tellKeyed(draft, id, content) });
}

export function keyMore(draft: Draft, command: CommandOf<'ticket.keyMore'>): TicketId {
  const ticket = keyedMeant(draft, command.ticket);
  if (command.items.length + command.allergies.length === 0) return ticket.id;
  const before = contentOf(ticket);
  const added = command.items.map((dish, index) => putItem(dish, before.items.length + index + 1));
  const allergies = [...before.allergies, ...command.allergies];
  const items = [...before.items, ...added];
  putNewer(draft, ticket.id, { ...before, items, allergies, digest: digestOf(draft) });
  tellKeyed(draft, ticket.id, { ...before, items: added, allergies: command.allergies });
  return ticket.id;
}

export function voidKeyed(draft: Draft, command: CommandOf<'item.void'>): TicketId {
  const ticket = keyedMeant(draft, command.ticket);
  const line = itemOf(ticket, command.item);
  if (!line) return refuse('not_found', 'This dish is not on the ticket.');
  if (line.saidQuantity <= 0) return ticket.id;
  const before = contentOf(ticket);
  const quantity = Math.max(0, rounded(line.saidQuantity - command.quantity));
  const items = before.items.map((said): PutItem => {
    if (said.externalId !== line.externalId) return said;
    return quantity > 0 ? { ...said, quantity } : { ...said, state: 'void' };
  });
  putNewer(draft, ticket.id, { ...before, items, digest: digestOf(draft) });
  return ticket.id;
}

function keyedMeant(draft: Draft, id: TicketId): Ticket {
  const ticket = ticketMeant(draft, id);
  if (ticket.keyed === null) refuse('forbidden', 'The POS has put this ticket: it changes it.');
  if (ticket.isLeftFromYesterday) refuse('superseded', 'This ticket is of another day.');
  return ticket;
}

/** A feed that is bound to one source must hear of it, and its menu has the recipes: the POS's own name, if there is one. */
function sourceOf(state: State, { posMenus }: HouseConfig): string {
  const [menu] = Object.keys(posMenus).sort();
  if (menu !== undefined) return menu;
  let last: Ticket | null = null;
  for (const ticket of state.tickets.values())
    if (last === null || ticket.receivedSeq > last.receivedSeq) last = ticket;
  return last?.source ?? 'house';
}

function keyedToday(state: State, day: Ticket['day']): number {
  let most = 0;
  for (const { keyed, day: of, head } of state.tickets.values())
    if (keyed !== null && of === day) most = Math.max(most, Number(head.number.slice(1)));
  return most;
}

/** Every keying is a put of its own: none repeats another but by its command's id, which the hub knows. */
function digestOf(draft: Draft): string {
  return `keyed ${draft.ctx.commandId}`;
}

function putItem(dish: KeyedDish, number: number): PutItem {
  const { menuItemId, name, quantity, seat, course, modifiers, notes } = dish;
  return {
    externalId: `k${number}`,
    face: {
      menuItemId,
      name,
      names: null,
      seat,
      seats: null,
      course,
      fire: 'course',
      with: null,
      modifiers: modifiers.map((one) => ({
        ...one,
        quantity: 1,
        allergens: null,
        removes: [],
        modifiers: [],
      })),
      notes: notes || null,
      allergens: null,
      prepSeconds: null,
    },
    quantity,
    state: 'active',
    voidReason: null,
    comped: false,
    onTheFly: false,
    refireOf: null,
    stations: null,
    movedFrom: null,
  };
}

function tellKeyed(
  draft: Draft,
  id: TicketId,
  { items, allergies }: { items: readonly PutItem[]; allergies: SaidAllergy[] },
): void {
  const { number, table, covers } = draft.ticket(id).head;
  draft.emit({
    type: 'ticket.keyed',
    ticket: id,
    number,
    table,
    covers,
    items: items.map(({ externalId, face, quantity }) => ({
      external: externalId,
      menuItemId: face.menuItemId,
      name: face.name,
      quantity,
      seat: face.seat,
      course: face.course,
      notes: face.notes,
      modifiers: face.modifiers.map((one) => (one.kind === null ? one.name : `${one.kind} ${one.name}`)),
    })),
    allergies,
  });
}
