import type { Event } from '../events/event.ts';

/** What was done that another hub does not know, as a person keys it in again; the words are `fenced.did.KIND`. */
export const TAIL_KINDS = [
  'received',
  'changed',
  'voided',
  'allergy',
  'fired',
  'held',
  'moved',
  'refired',
  'bumped',
  'recalled',
  'run',
  'rushed',
  'handed',
] as const;
export type TailKind = (typeof TAIL_KINDS)[number];

/** What no ticket carries. */
export const HOUSE_KINDS = ['eightySix', 'table', 'check', 'config'] as const;
export type HouseKind = (typeof HOUSE_KINDS)[number];

export interface TailTicket {
  readonly number: string;
  readonly table: string | null;
  /** The food of a ticket that came in only here: `2 Soup`. */
  readonly dishes: readonly string[];
  readonly did: readonly TailKind[];
  /** When the first of it happened, hub time. */
  readonly at: number;
}

export interface Tail {
  readonly tickets: readonly TailTicket[];
  readonly house: readonly HouseKind[];
  readonly from: number | null;
  readonly until: number | null;
}

/** A ticket's name for people, where the tail itself does not bring it. */
export type NameTicket = (id: string) => { readonly number: string; readonly table: string | null } | null;

/** What a person should know of these events; receipts and what follows by itself are left out. */
export function tailOf(events: Iterable<Event>, nameOf: NameTicket): Tail {
  const tickets = new Map<
    string,
    { number: string; table: string | null; dishes: string[]; did: Set<TailKind>; at: number }
  >();
  const house = new Set<HouseKind>();
  let [from, until]: [number | null, number | null] = [null, null];
  for (const event of events) {
    const kind = ticketKind(event);
    const houseKind = kind === null ? kindOfHouse(event) : null;
    if (kind === null && houseKind === null) continue;
    from ??= event.at;
    until = event.at;
    if (houseKind !== null) house.add(houseKind);
    if (kind === null) continue;
    const id = ticketOf(event);
    if (id === null) continue;
    const entry = tickets.get(id) ?? { ...(nameOf(id) ?? UNKNOWN), dishes: [], did: new Set(), at: event.at };
    tickets.set(id, entry);
    entry.did.add(kind);
    if (event.type !== 'ticket.received') continue;
    const { head, items } = event.record;
    entry.number = head.number;
    entry.table = head.table;
    entry.dishes.push(...items.map(({ face, batches }) => `${quantityOf(batches)} ${face.name}`));
  }
  return {
    tickets: [...tickets.values()].map(({ did, ...entry }) => ({ ...entry, did: [...did] })),
    house: [...house],
    from,
    until,
  };
}

const UNKNOWN = { number: '?', table: null };

function ticketOf(event: Event): string | null {
  if (event.type === 'ticket.received' || event.type === 'ticket.reopened') return event.record.id;
  return 'ticket' in event && typeof event.ticket === 'string' ? event.ticket : null;
}

function quantityOf(batches: ReadonlyArray<{ readonly quantity: number }>): number {
  return batches.reduce((sum, { quantity }) => sum + quantity, 0);
}

const KINDS: Readonly<Partial<Record<Event['type'], TailKind>>> = {
  'ticket.received': 'received',
  'ticket.reopened': 'received',
  'ticket.changed': 'changed',
  'item.voided': 'voided',
  'item.restored': 'changed',
  'allergy.added': 'allergy',
  'allergy.heard': 'allergy',
  'allergy.withdrawn': 'allergy',
  'allergy.plates_checked': 'allergy',
  'possible.answered': 'allergy',
  'course.fired': 'fired',
  'item.fired': 'fired',
  'course.held': 'held',
  'item.held': 'held',
  'item.moved': 'moved',
  'part.moved': 'moved',
  'item.refired': 'refired',
  'part.bumped': 'bumped',
  'part.recalled': 'recalled',
  'food.run': 'run',
  'food.run_undone': 'recalled',
  'ticket.rushed': 'rushed',
  'ticket.packed': 'handed',
  'ticket.handed_over': 'handed',
  'ticket.courier_here': 'handed',
  'ticket.returned': 'handed',
};

function ticketKind({ type }: Event): TailKind | null {
  return KINDS[type] ?? null;
}

const HOUSE: Readonly<Partial<Record<Event['type'], HouseKind>>> = {
  'menu_item.86': 'eightySix',
  'menu_item.restored': 'eightySix',
  'menu_item.count': 'eightySix',
  'table.held': 'table',
  'table.resumed': 'table',
  'check.put': 'check',
  'config.changed': 'config',
};

function kindOfHouse({ type }: Event): HouseKind | null {
  return HOUSE[type] ?? null;
}
