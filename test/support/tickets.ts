/** Tickets as a POS sends them. */
let count = 0;

export interface RawTicket {
  readonly [field: string]: unknown;
  readonly source: string;
  readonly id: string;
  readonly items: readonly { readonly [field: string]: unknown }[];
}

/** A small valid ticket with an id of its own; `fields` replace its own. */
export function aTicket(fields: { readonly [field: string]: unknown } = {}): RawTicket {
  count += 1;
  return {
    source: 'till',
    id: `t${process.pid}-${count}`,
    number: String(100 + count),
    channel: 'dine_in',
    table: '12',
    openedAt: new Date().toISOString(),
    items: [anItem('i1')],
    ...fields,
  };
}

export function anItem(id: string, fields: { readonly [field: string]: unknown } = {}) {
  return { id, name: `Dish ${id}`, quantity: 1, ...fields };
}
