import type { House, SaidItem, SaidTicket } from '../../../support/house.ts';
import { grill, MINUTE, pos, putContent } from '../../../support/house.ts';

const DISHES: Record<string, { es: string; prep: number }> = {
  'Ribeye 300 g': { es: 'Chuletón 300 g', prep: 720 },
  'Sea bass': { es: 'Lubina', prep: 600 },
  'Half chicken': { es: 'Medio pollo', prep: 900 },
  'Lamb rack': { es: 'Carré de cordero', prep: 840 },
  'Smash burger': { es: 'Hamburguesa', prep: 420 },
  'Grilled octopus': { es: 'Pulpo a la brasa', prep: 480 },
  'Crema catalana': { es: 'Crema catalana', prep: 300 },
};

interface Extra extends Partial<SaidTicket> {
  readonly head?: Record<string, unknown>;
}

/** A dish with its names and prep, as a POS with a menu sends it. */
export function dish(id: string, name: string, over: Partial<SaidItem> = {}): SaidItem {
  return { id, name, menuItemId: name, prepSeconds: DISHES[name]?.prep ?? 600, ...over };
}

export const said = (kind: string | null, name: string) => ({
  id: null,
  name,
  kind,
  quantity: 1,
  allergens: null,
  removes: [],
  modifiers: [],
});

/** A put with what the test's short form leaves out: names in Spanish, and any field of the head. */
export function put(house: House, table: string | null, items: SaidItem[], extra: Extra = {}): void {
  const { head, ...ticket } = extra;
  const content = putContent({ id: extra.id ?? `T-${table}`, table, openedAt: house.now, items, ...ticket });
  house.run(
    {
      type: 'ticket.put',
      content: {
        ...content,
        head: { ...content.head, ...head },
        digest: `${content.digest}${JSON.stringify(head ?? {})}`,
        items: content.items.map((item) => {
          const es = DISHES[item.face.name]?.es;
          return es === undefined ? item : { ...item, face: { ...item.face, names: { es } } };
        }),
      },
    },
    pos,
  );
}

/** Makes all of a ticket's dishes ready at the grill. */
export function bumpAll(house: House, ticket: string): void {
  for (const item of house.ticket(ticket).items) house.bump(item.externalId, grill, { ticket });
}

/** An ordinary early evening: six tables, none of them odd. */
export function evening(house: House): void {
  const names = Object.keys(DISHES);
  for (let index = 0; index < 6; index += 1) {
    const items = Array.from({ length: 1 + (index % 3) }, (_, at) =>
      dish(`d${at}`, names[(index + at) % names.length] ?? 'Sea bass', {
        seat: at + 1,
        quantity: 1 + ((index + at) % 2),
        modifiers: at === 0 ? [said('option', index % 2 === 0 ? 'medium' : 'rare'), said('no', 'salt')] : [],
      }),
    );
    put(house, `${10 + index}`, items);
    house.later(1.5 * MINUTE);
  }
}
