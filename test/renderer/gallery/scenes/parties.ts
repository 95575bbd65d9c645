import { expo, grill, type House, MINUTE, type SaidItem } from '../../../support/house.ts';
import type { HouseScene } from '../scenes.ts';
import { dish, put, said } from './night.ts';

const DISHES = ['Ribeye 300 g', 'Sea bass', 'Half chicken'] as const;
const COVERS = 28;

/** 28 at one table: three mains by seat, some otherwise made, one guest with an allergy, and crème for all on call. */
function party(house: House): void {
  const mains = Array.from({ length: COVERS }, (_, index): SaidItem => {
    const seat = index + 1;
    const name = DISHES[index % DISHES.length] ?? 'Sea bass';
    return dish(`m${seat}`, name, {
      seat,
      modifiers: index % 7 === 0 ? [said('no', 'salt')] : [],
      course: 1,
    });
  });
  put(
    house,
    '50',
    [...mains, dish('c', 'Crema catalana', { quantity: COVERS, seat: 0, course: 2, fire: 'on_call' })],
    {
      covers: COVERS,
      allergies: [{ allergen: 'milk', seat: 5 }],
    },
  );
  house.hear('5:milk', grill, undefined, 'T-50');
  house.later(6 * MINUTE);
  for (const seat of [1, 2, 4, 7, 8, 10, 13]) house.bump(`m${seat}`, grill, { ticket: 'T-50' });
  house.later(3 * MINUTE);
}

/** Four tables of one wedding, in the middle of their mains, and a table that is none of it. */
function banquet(house: House): void {
  const wedding = { source: 'book', id: 'wedding' };
  for (const [index, table] of ['B1', 'B2', 'B3', 'B4'].entries())
    put(
      house,
      table,
      [
        dish('s', 'Grilled octopus', { quantity: 60, course: 1 }),
        dish('m', 'Lamb rack', { quantity: 60 - index, course: 2 }),
        dish('d', 'Crema catalana', { quantity: 60, course: 3 }),
      ],
      { covers: 60, party: wedding },
    );
  put(house, '7', [
    dish('a', 'Sea bass', { seat: 1, course: 1 }),
    dish('b', 'Lamb rack', { seat: 1, course: 2 }),
  ]);
  house.later(5 * MINUTE);
  house.bump('s', grill, { ticket: 'T-B1', quantity: 20 });
  house.later(MINUTE);
  const { id: ticket } = house.ticket('T-B1');
  const portions = [{ item: house.item('s', 'T-B1').id, batch: 1, quantity: 10 }];
  house.say({ type: 'course.run', ticket, course: 1, portions, anyway: false, seen: house.seq }, expo);
  house.later(MINUTE);
}

const open = '[data-ticket-id="T-B1"] [data-testid=header]';

export const partyScenes: readonly HouseScene[] = [
  { name: 'party-kitchen', screen: '/kitchen/grill', make: party },
  { name: 'party-expo', screen: '/expo', make: party },
  { name: 'party-seats', screen: '/kitchen/grill', make: party, steps: ['[data-testid=seats]'] },
  { name: 'party-table', screen: '/expo', make: party, steps: ['[data-testid=header]'] },
  { name: 'banquet-kitchen', screen: '/kitchen/grill', make: banquet },
  { name: 'banquet-expo', screen: '/expo', make: banquet },
  { name: 'banquet-block', screen: '/expo', make: banquet, steps: [open, '[data-testid=open-block]'] },
  {
    name: 'banquet-block-again',
    screen: '/expo',
    make: banquet,
    steps: [
      open,
      '[data-testid=open-block]',
      '[data-testid=block-table] >> nth=2',
      '[data-testid=block-table] >> nth=4',
      '[data-testid=close]',
      open,
      '[data-testid=open-block]',
    ],
  },
];
