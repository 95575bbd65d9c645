import { cook, expo, grill, type House, MINUTE, pos } from '../../../support/house.ts';
import type { HouseScene } from '../scenes.ts';
import { bumpAll, dish, evening, put } from './night.ts';

const screen = '/kitchen/grill';

/** Some of everything, as six minutes of a rush bring it. */
function sixMinutes(house: House): void {
  put(
    house,
    '30',
    [dish('a', 'Ribeye 300 g', { seat: 1, quantity: 2 }), dish('b', 'Sea bass', { seat: 2 })],
    {
      allergies: [{ allergen: 'sesame', severity: 'anaphylaxis', seat: 2, words: 'her lips swell' }],
    },
  );
  house.later(2 * MINUTE);
  const ticket = house.ticket('T-11');
  put(house, '11', [dish('d0', 'Sea bass', { seat: 1, quantity: 2, notes: 'no lemon' })]);
  bumpAll(house, 'T-12');
  house.run(
    { type: 'ticket.void', source: 'pos', id: 'T-13', revision: null, reason: null, digest: 'void' },
    pos,
  );
  house.say({ type: 'ticket.rush', ticket: ticket.id, priority: 'rush' }, expo);
  const bass = { source: 'pos', menuItemId: 'Half chicken', name: 'Half chicken' };
  house.say({ type: 'menuItem.eightySix', dish: bass, untilRestored: false }, cook(grill));
  house.later(4 * MINUTE);
}

export const awayScenes: readonly HouseScene[] = [
  { name: 'while-away', screen, make: evening, meanwhile: sixMinutes },
  {
    name: 'while-away-one',
    screen,
    make: evening,
    meanwhile: (house) => {
      put(house, '30', [dish('a', 'Ribeye 300 g', { seat: 1 })]);
      house.later(MINUTE);
    },
  },
  {
    name: 'while-away-review',
    screen,
    make: evening,
    meanwhile: sixMinutes,
    steps: ['[data-testid=away-line]'],
  },
  {
    name: 'while-away-unread',
    screen,
    make: evening,
    meanwhile: sixMinutes,
    steps: ['[data-testid=open-eightySix]'],
  },
  { name: 'other-build', screen, make: evening, link: 'lost', trouble: 'build' },
  { name: 'while-away-expo', screen: '/expo', make: evening, meanwhile: sixMinutes },
];
