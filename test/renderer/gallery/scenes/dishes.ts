import { cook, grill, type House, MINUTE } from '../../../support/house.ts';
import type { HouseScene } from '../scenes.ts';
import { dish, evening, put } from './night.ts';

const screen = '/kitchen/grill';

const refOf = (name: string) => ({ source: 'pos', menuItemId: name, name });

function off(house: House, name: string, untilRestored = false): void {
  house.say({ type: 'menuItem.eightySix', dish: refOf(name), untilRestored }, cook(grill));
}

function count(house: House, name: string, remaining: number): void {
  house.say({ type: 'menuItem.count', dish: refOf(name), remaining, untilRestored: false }, cook(grill));
}

/** Sea bass is off with three tables waiting for it, two lamb racks are left. */
function shortNight(house: House): void {
  evening(house);
  count(house, 'Lamb rack', 2);
  off(house, 'Sea bass');
  house.later(MINUTE);
  put(house, '20', [dish('a', 'Sea bass', { seat: 1 }), dish('b', 'Half chicken', { seat: 2 })]);
}

const open86 = '[data-testid=open-eightySix]';

export const dishScenes: readonly HouseScene[] = [
  { name: 'dish', screen, make: evening, steps: ['[data-testid=all-day] button'] },
  {
    name: 'dish-ready',
    screen,
    make: evening,
    steps: ['[data-testid=all-day] button', '[data-testid=dish-ready]'],
  },
  { name: '86-list', screen, make: shortNight, steps: [open86] },
  { name: '86-list-empty', screen, make: () => undefined, steps: [open86] },
  {
    name: '86-fallout',
    screen,
    make: evening,
    steps: [open86, '[data-testid=dish]:has-text("chicken"), [data-testid=dish]:has-text("pollo")'],
  },
  { name: '86-restore', screen, make: shortNight, steps: [open86, '[data-testid=dish]'] },
  {
    name: '86-counted',
    screen,
    make: evening,
    steps: [open86, '[data-testid=dish]', '[data-testid=count]', '[data-testid=count]'],
  },
  { name: '86-on-tiles', screen, make: shortNight },
  { name: '86-at-expo', screen: '/expo', make: shortNight },
];
