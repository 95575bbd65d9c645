import { grill, type House, MINUTE } from '../../../support/house.ts';
import type { HouseScene } from '../scenes.ts';
import { dish, put } from './night.ts';

const config = {
  stations: [
    { id: 'grill', name: 'Grill' },
    { id: 'build', name: 'Build' },
  ],
  routes: [
    { categories: ['cold'], stations: ['build'] },
    { stations: ['grill', 'build'], handsOn: true },
  ],
  menu: [{ id: 'slaw', category: 'cold' }],
};

/** At the second of two stations: what has come, what comes, and what is its own. */
function burgers(house: House): void {
  put(house, '4', [
    dish('a', 'Casa burger', { quantity: 2, seat: 1 }),
    dish('b', 'Double burger', { seat: 2 }),
  ]);
  house.later(2 * MINUTE);
  put(house, '9', [
    dish('a', 'Double burger', { seat: 1 }),
    dish('b', 'Slaw', { menuItemId: 'slaw', seat: 2 }),
  ]);
  house.later(MINUTE);
  put(house, '12', [dish('a', 'Casa burger', { seat: 1 })], { allergies: [{ allergen: 'egg', seat: 1 }] });
  house.later(4 * MINUTE);
  house.bump('a', grill, { ticket: 'T-4' });
  house.later(MINUTE);
}

export const assemblyScenes: readonly HouseScene[] = [
  { name: 'assembly-second', screen: '/kitchen/build', config, make: burgers },
  { name: 'assembly-first', screen: '/kitchen/grill', config, make: burgers },
];
