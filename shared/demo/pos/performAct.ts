import { instantText } from '../../protocol/outside/instant.ts';
import type { Act, DemoTicket, PlannedTicket } from '../night/plan.ts';
import { menuPut } from '../restaurant/menu.ts';
import { TABLES } from '../restaurant/tables.ts';
import { insteadOf } from './insteadOf.ts';
import type { Outgoing } from './outgoing.ts';
import { PosTicket } from './PosTicket.ts';

/** The till as an act finds it. */
export interface Till {
  readonly source: string;
  /** Hub time as the till knows it. */
  readonly now: number;
  readonly tickets: Map<string, PosTicket>;
  /** Which party sits where. */
  readonly tables: Map<string, string>;
  /** Tables that wait to be laid again, with the party that has left them. */
  readonly dirty: Map<string, string>;
  readonly party: string;
  readonly partyTickets: ReadonlySet<string>;
  /** Dishes the feed has told are off. */
  readonly off: ReadonlySet<string>;
}

export type Draft = Pick<Outgoing, 'event' | 'argument' | 'confirms'> & { readonly isLate?: true };

/** `later`: it cannot be done yet (no table is free), so it is tried again. */
export type Performed = readonly Draft[] | 'later';

export function performAct(till: Till, act: Act): Performed {
  const { source } = till;
  switch (act.do) {
    case 'open':
      return open(till, act.ticket);
    case 'put':
      return edit(till, act);
    case 'fire':
      return fire(till, act);
    case 'fireItems': {
      const items = [...act.items];
      ticketOf(till, act.ticket).sentFor(items);
      return [said('item.fire', { source, id: act.ticket, items })];
    }
    case 'refire': {
      const { ticket: id, item, reason } = act;
      ticketOf(till, id).cameBack(item);
      return [said('item.refire', { source, id, item, reason, key: `refire-${item}` })];
    }
    case 'void': {
      const ticket = ticketOf(till, act.ticket);
      ticket.voidAll();
      const revision = ticket.nextRevision();
      return [said('ticket.void', { source, id: act.ticket, revision, reason: act.reason })];
    }
    case 'transfer':
      return transfer(till, act.ticket);
    case 'split':
      return split(till, act);
    case 'merge':
      return merge(till, act);
    case 'away':
      return atTable(till, act.ticket, 'table.hold', { reason: act.reason });
    case 'back':
      return atTable(till, act.ticket, 'table.resume', {});
    case 'handoff':
      return [said('ticket.handoff', { source, id: act.ticket, state: act.state })];
    case 'check':
      return [check(till, act.state)];
    case 'leave':
      return leave(till);
    case 'lay':
      return [...till.dirty].flatMap(([table, party]) => (party === till.party ? lay(till, table) : []));
    case 'follow':
      return follow(till, act.table);
    case 'menu':
      return [said('menu.put', menuPut(source, act.revision))];
    case 'availability':
      return [said('availability.put', { source, items: act.items.map((item) => ({ ...item })) })];
    case 'dropLine':
      return [];
    default:
      return act satisfies never;
  }
}

function said(event: string, argument: Outgoing['argument']): Draft {
  return { event, argument, confirms: null };
}

function put(ticket: PosTicket): Draft {
  const argument: DemoTicket = ticket.nextPut();
  const items = argument.items.map(({ id }) => id);
  return { event: 'ticket.put', argument: { ...argument }, confirms: { ticket: ticket.id, items } };
}

function ticketOf(till: Till, id: string): PosTicket {
  const found = till.tickets.get(id);
  if (!found) throw new Error(`the till has no ticket ${id}`);
  return found;
}

function open(till: Till, planned: PlannedTicket): Performed {
  const isTable = TABLES.some(({ id }) => id === planned.table);
  if (isTable && planned.table !== undefined) {
    const sitter = till.tables.get(planned.table);
    if (sitter !== undefined && sitter !== till.party) return 'later';
    till.tables.set(planned.table, till.party);
  }
  // Nobody sits down at a dirty table.
  const laid = isTable && planned.table !== undefined ? lay(till, planned.table) : [];
  const items = planned.items.map((item) => insteadOf(item, till.off));
  const ticket = new PosTicket({ ...planned, items }, till.now);
  till.tickets.set(planned.id, ticket);
  return [...laid, put(ticket)];
}

/** A party gone is told by its table: who sits there next is somebody else. */
function leave({ source, tables, dirty, party }: Till): Draft[] {
  const left = [...tables].flatMap(([table, of]) => (of === party ? [table] : []));
  return left.map((table) => {
    tables.delete(table);
    dirty.set(table, party);
    return said('table.state', { source, table, state: 'dirty', key: `left-${party}` });
  });
}

/** Said once: repeated later, it would say that whoever sits there by then has gone. */
function lay({ source, dirty }: Till, table: string): Draft[] {
  const party = dirty.get(table);
  if (party === undefined) return [];
  dirty.delete(table);
  return [said('table.state', { source, table, state: 'clean', key: `laid-${party}` })];
}

function edit(till: Till, act: Extract<Act, { do: 'put' }>): Performed {
  const ticket = ticketOf(till, act.ticket);
  const add = act.patch.add?.map((item) => insteadOf(item, till.off));
  ticket.apply({ ...act.patch, ...(add ? { add } : {}) });
  const first = put(ticket);
  if (act.overtakenBy === undefined) return [first];
  ticket.apply(act.overtakenBy);
  return [put(ticket), { ...first, isLate: true }];
}

function fire(till: Till, { ticket: id, course, by }: Extract<Act, { do: 'fire' }>): Performed {
  if (by === 'message') return [said('course.fire', { source: till.source, id, course })];
  const ticket = ticketOf(till, id);
  ticket.apply({ courses: [{ number: course, name: 'Mains', state: 'fired' }] });
  return [put(ticket)];
}

/** The smallest free table that takes them. */
function transfer(till: Till, id: string): Performed {
  const ticket = ticketOf(till, id);
  const free = TABLES.find((table) => table.seats >= ticket.covers && !till.tables.has(table.id));
  if (!free) return 'later';
  if (ticket.table !== null) till.tables.delete(ticket.table);
  till.tables.set(free.id, till.party);
  ticket.apply({ head: { table: free.id } });
  return [...lay(till, free.id), put(ticket)];
}

function split(till: Till, act: Extract<Act, { do: 'split' }>): Performed {
  const giver = ticketOf(till, act.ticket);
  const taker = giver.sibling(act.to);
  taker.take(giver.give(act.items), giver.id);
  till.tickets.set(act.to, taker);
  return inOrder(giver, taker, act.isGiverFirst);
}

function merge(till: Till, act: Extract<Act, { do: 'merge' }>): Performed {
  const giver = ticketOf(till, act.from);
  const taker = ticketOf(till, act.to);
  taker.take(giver.give(null), giver.id);
  return inOrder(giver, taker, act.isGiverFirst);
}

function inOrder(giver: PosTicket, taker: PosTicket, isGiverFirst: boolean): Draft[] {
  return (isGiverFirst ? [giver, taker] : [taker, giver]).map(put);
}

function atTable(till: Till, id: string, event: string, rest: Outgoing['argument']): Performed {
  return [said(event, { source: till.source, table: ticketOf(till, id).table ?? '', ...rest })];
}

function follow(till: Till, table: string): Performed {
  const own = [...till.partyTickets].map((id) => ticketOf(till, id));
  for (const [known, sitter] of till.tables) if (sitter === till.party) till.tables.delete(known);
  till.tables.set(table, till.party);
  // The door has put them there: it is laid.
  till.dirty.delete(table);
  const gone = own.filter((ticket) => ticket.table !== table);
  for (const ticket of gone) ticket.apply({ head: { table } });
  return gone.map(put);
}

function check(till: Till, state: 'printed' | 'paid'): Draft {
  const { source, party, now } = till;
  const tickets = [...till.partyTickets];
  const at = instantText(now);
  return said('check.put', { source, id: `bill-${party}`, tickets, state, currency: 'USD', at });
}
