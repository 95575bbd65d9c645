import { cook, expo, fry, grill, type House, MINUTE } from '../../../support/house.ts';
import type { HouseScene } from '../scenes.ts';
import { bumpAll, dish, evening, put, said } from './night.ts';

const screen = '/expo';

/** Expo and its stations talk: a question open and one answered, notes unseen, mains planned, a runner called. */
export function talk(house: House): void {
  put(house, '21', [
    dish('a', 'Grilled octopus', { seat: 1, course: 1 }),
    dish('b', 'Ribeye 300 g', { seat: 1, course: 2 }),
    dish('c', 'Smash burger', { seat: 2, course: 1, stations: ['fry'] }),
    dish('d', 'Lamb rack', { seat: 2, course: 2 }),
  ]);
  evening(house);
  const id = (external: string) => house.ticket(external).id;
  const ask = (external: string, at = grill) =>
    house.say({ type: 'station.ask', ticket: id(external), at }, expo);
  const note = (external: string, preset: 'come' | null, words: string | null) =>
    house.say({ type: 'station.note', ticket: id(external), at: grill, preset, words }, expo);
  house.later(MINUTE);
  ask('T-10');
  ask('T-21');
  ask('T-21', fry);
  const forFry = { type: 'station.answer', ticket: id('T-21'), station: fry, asNeighbour: true } as const;
  house.say({ ...forFry, minutes: 5 }, cook(grill));
  ask('T-13');
  house.say({ type: 'station.answer', ticket: id('T-13'), station: grill, minutes: 1 }, cook(grill));
  note('T-11', 'come', null);
  note('T-10', null, 'sauce on the side, and two clean plates please');
  note('T-21', 'come', null);
  const fireAt = house.now + 7 * MINUTE;
  house.say({ type: 'course.plan', ticket: id('T-21'), course: 2, fireAt }, expo);
  house.bump('d0', grill, { ticket: 'T-11' });
  house.say({ type: 'hands.call', ticket: id('T-11'), course: 0, isOn: true }, expo);
  house.later(2 * MINUTE);
}

/** It has been here longest, and so it stands on the first page of any glass. */
const open = '[data-ticket-id="T-21"] [data-testid=header]';

/** Two tables whole, one of them with a guest who has an allergy, and one that expo has called hands for. */
function carry(house: House): void {
  talk(house);
  put(
    house,
    '30',
    [
      dish('a', 'Ribeye 300 g', { seat: 1, modifiers: [said(null, 'medium rare')] }),
      dish('b', 'Sea bass', { seat: 2, notes: 'no bones' }),
      dish('c', 'Sea bass', { seat: 3 }),
      dish('d', 'Crema catalana', { seat: 0 }),
    ],
    { allergies: [{ allergen: 'sesame', seat: 2 }] },
  );
  house.hear('2:sesame', grill, undefined, 'T-30');
  bumpAll(house, 'T-30');
  house.later(MINUTE);
  bumpAll(house, 'T-12');
}

const run = '/expo?view=run';

export const talkScenes: readonly HouseScene[] = [
  { name: 'expo-talk', screen, make: talk },
  { name: 'expo-talk-table', screen, make: talk, steps: [open] },
  { name: 'expo-talk-note', screen, make: talk, steps: [open, '[data-station=grill] [data-testid=note]'] },
  { name: 'runner', screen: run, make: carry },
  { name: 'runner-bar', screen: run, make: carry, steps: ['key:Digit1'] },
  { name: 'runner-taken', screen: run, make: carry, steps: ['[data-testid=take-plate]'] },
  { name: 'runner-none', screen: run, make: evening },
  { name: 'runner-lost', screen: run, make: carry, link: 'lost' },
  { name: 'kitchen-talk', screen: '/kitchen/grill', make: talk },
];
