import { grill, type House, MINUTE } from '../../../support/house.ts';
import type { HouseScene } from '../scenes.ts';
import { bumpAll, dish, evening, put, said } from './night.ts';

const screen = '/kitchen/grill';
const laidOut = (layout: 'list' | 'courses') => ({
  stations: [
    { id: 'grill', name: 'Grill', layout },
    { id: 'fry', name: 'Fry' },
  ],
});

const NAMES = { 1: 'Starters', 2: 'Mains', 3: 'Dessert' } as const;

/** A table at one of its courses. */
function fired(
  house: House,
  table: string,
  number: 1 | 2 | 3,
  names: readonly string[],
  more: Record<string, unknown> = {},
): void {
  put(
    house,
    table,
    names.map((name, at) =>
      dish(`d${at}`, name, {
        course: number,
        seat: at + 1,
        quantity: 1 + (at % 2),
        modifiers: at === 0 ? [said('no', 'salt'), said('side', 'lemon')] : [],
      }),
    ),
    { courses: [{ number, name: NAMES[number], said: 'fired' }], ...more },
  );
  house.later(MINUTE / 2);
}

/** Four tables, and room for more. */
function few(house: House): void {
  fired(house, '20', 1, ['Grilled octopus']);
  fired(house, '21', 2, ['Sea bass', 'Lamb rack']);
  fired(house, '22', 1, ['Grilled octopus', 'Half chicken']);
  fired(house, '23', 3, ['Crema catalana']);
}

/** Tables at different courses, with what makes a tile high: changes, an allergy, a note, a long ticket. */
function courses(house: House): void {
  evening(house);
  fired(house, '20', 1, ['Grilled octopus']);
  fired(house, '21', 2, ['Sea bass', 'Lamb rack'], {
    allergies: [{ allergen: 'sesame', seat: 1, words: 'her lips swell' }],
  });
  fired(house, '22', 1, ['Grilled octopus', 'Half chicken']);
  fired(house, '23', 3, ['Crema catalana']);
  fired(
    house,
    '24',
    2,
    ['Ribeye 300 g', 'Sea bass', 'Half chicken', 'Lamb rack', 'Smash burger', 'Grilled octopus'],
    {
      notes: 'all together please, they are in a hurry for the theatre',
    },
  );
  fired(house, '25', 3, ['Crema catalana', 'Grilled octopus']);
  fired(house, '26', 2, ['Half chicken']);
  put(house, '27', [dish('a', 'Sea bass', { seat: 1 }), dish('b', 'Lamb rack', { seat: 2 })], {
    head: { vip: true, covers: 2 },
  });
  house.later(MINUTE);
  put(house, '27', [dish('a', 'Sea bass', { seat: 1, state: 'void' }), dish('b', 'Lamb rack', { seat: 2 })], {
    head: { vip: true, covers: 2, server: 'Joel' },
  });
  put(house, '28', [dish('a', 'Sea bass', { seat: 1, quantity: 2 })], {
    allergies: ['sesame', 'peanut', 'milk', 'egg'].map((allergen) => ({ allergen, seat: 1 })),
  });
}

function bumpedSome(house: House): void {
  courses(house);
  bumpAll(house, 'T-10');
  house.bump('d0', grill, { ticket: 'T-11' });
}

export const layoutScenes: readonly HouseScene[] = [
  { name: 'list', screen, config: laidOut('list'), make: courses },
  { name: 'list-undo', screen, config: laidOut('list'), make: few, steps: ['[data-testid=bump]'] },
  {
    name: 'list-keys',
    screen,
    config: laidOut('list'),
    make: bumpedSome,
    steps: ['key:Digit3', 'wait:1500'],
  },
  { name: 'courses-layout', screen, config: laidOut('courses'), make: courses },
  {
    name: 'courses-undo',
    screen,
    config: laidOut('courses'),
    make: few,
    steps: ['[data-testid=bump]'],
  },
];
