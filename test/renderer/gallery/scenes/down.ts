import { cook, fry, type House, MINUTE } from '../../../support/house.ts';
import type { HouseScene } from '../scenes.ts';
import { dish, evening, put } from './night.ts';

const screen = '/kitchen/grill';
const fried = { stations: ['fry'] };

/** The fry station's screen has died with three tables on it, one with an allergy nobody has heard there. */
function fryHasFood(house: House): void {
  put(house, '21', [dish('a', 'Sea bass', { seat: 1, ...fried })], {
    allergies: [{ allergen: 'sesame', severity: 'anaphylaxis', seat: 1, words: 'her lips swell' }],
  });
  put(house, '20', [
    dish('a', 'Ribeye 300 g', { seat: 1 }),
    dish('b', 'Smash burger', { seat: 2, ...fried }),
    dish('c', 'Grilled octopus', { seat: 3, quantity: 2, ...fried }),
  ]);
  house.later(MINUTE);
  put(house, '22', [dish('a', 'Half chicken', { seat: 1, ...fried })]);
  const { id, versions } = house.ticket('T-22');
  house.say({ type: 'ticket.hear', ticket: id, station: fry, version: versions[fry] ?? 0 }, cook(fry));
  evening(house);
}

export const downScenes: readonly HouseScene[] = [
  { name: 'down-neighbour', screen, make: fryHasFood, down: ['fry'] },
  {
    name: 'down-take-over',
    screen,
    make: fryHasFood,
    down: ['fry'],
    steps: ['[data-testid=take-over]'],
  },
  { name: 'down-expo', screen: '/expo', make: fryHasFood, down: ['fry'] },
  { name: 'down-nobody', screen: '/expo', make: fryHasFood, down: ['fry', 'grill'] },
];
