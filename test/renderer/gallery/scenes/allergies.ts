import { fry, grill, type House, MINUTE, type SaidTicket } from '../../../support/house.ts';
import type { HouseScene } from '../scenes.ts';
import { bumpAll, dish, evening, put, said } from './night.ts';

const ofTable = (table: string, testId: string) => `[data-ticket-id="T-${table}"] [data-testid=${testId}]`;

const listed = (kind: string, name: string, allergens: string[]) => ({ ...said(kind, name), allergens });

const FOOD: NonNullable<SaidTicket['items']> = [
  dish('a', 'Sea bass', { seat: 2, modifiers: [listed('no', 'tahini', ['sesame'])], allergens: ['fish'] }),
  dish('b', 'Ribeye 300 g', { seat: 1, modifiers: [said('option', 'medium')] }),
  dish('c', 'Smash burger', { seat: 3, stations: ['fry'] }),
];

/** Table 7 with a dish whose recipe lists what its guest must not have, heard at every station. */
function conflict(house: House): void {
  put(house, '7', FOOD, {
    allergies: [{ allergen: 'sesame', seat: 2, severity: 'anaphylaxis', words: 'EpiPen in her bag' }],
  });
  house.hear('2:sesame', grill, undefined, 'T-7');
  evening(house);
}

/** All of it ready: a grave allergy of one seat, and one of another. */
function atPass(house: House): void {
  put(
    house,
    '7',
    FOOD.map(({ modifiers: _none, ...one }) => one),
    {
      allergies: [
        { allergen: 'sesame', seat: 2, severity: 'anaphylaxis', words: 'EpiPen in her bag' },
        { allergen: 'milk', seat: 1, crossContact: true },
      ],
    },
  );
  for (const key of ['2:sesame', '1:milk']) {
    house.later(MINUTE).hear(key, grill, undefined, 'T-7');
    house.hear(key, fry, undefined, 'T-7');
  }
  house.later(4 * MINUTE);
  bumpAll(house, 'T-7');
  house.bump('c', fry, { ticket: 'T-7' });
  evening(house);
}

function halfHeard(house: House): void {
  put(
    house,
    '7',
    FOOD.map(({ modifiers: _none, ...one }) => one),
    {
      allergies: [{ allergen: 'milk', seat: null }],
    },
  );
  house.hear('?:milk', grill, undefined, 'T-7');
  evening(house);
}

/** Words that may be an allergy: of a dish, of a modifier that is on no menu, and of the whole table. */
function asking(house: House): void {
  put(
    house,
    '7',
    [
      dish('a', 'Sea bass', {
        seat: 2,
        notes: 'NO NUTS please. Skin crisp',
        modifiers: [said('no', 'tahini')],
      }),
      dish('b', 'Lamb rack', { seat: 1, notes: 'nutmeg and coconut on the side' }),
    ],
    { head: { notes: 'somebody here is allergic, please ask' } },
  );
  house.later(2 * MINUTE);
  evening(house);
}

/** One of them unanswered when its plate is ready; short, so that its way out is on every glass. */
function askedAtPass(house: House): void {
  put(house, '7', [dish('a', 'Sea bass', { seat: 2, modifiers: [said('no', 'tahini')] })]);
  house.later(2 * MINUTE);
  evening(house);
  bumpAll(house, 'T-7');
}

/** One allergy that nobody has a seat for, and one that the POS no longer names. */
function unsure(house: House): void {
  const allergies = [{ allergen: 'milk', seat: null, words: 'my daughter, I think' }];
  put(house, '7', FOOD, { allergies: [...allergies, { allergen: 'mustard', seat: 3 }] });
  put(house, '7', FOOD, { allergies });
  evening(house);
}

export const allergyScenes: readonly HouseScene[] = [
  { name: 'expo-conflict', screen: '/expo', make: conflict },
  { name: 'station-conflict', screen: '/kitchen/grill', make: conflict },
  { name: 'station-possible-allergy', screen: '/kitchen/grill', make: asking },
  { name: 'expo-possible-allergy', screen: '/expo', make: asking },
  {
    name: 'expo-possible-asked-again',
    screen: '/expo',
    make: askedAtPass,
    steps: [ofTable('7', 'bump')],
  },
  { name: 'expo-table-allergies', screen: '/expo', make: unsure, steps: [ofTable('7', 'header')] },
  { name: 'expo-plates', screen: '/expo', make: atPass, steps: [ofTable('7', 'bump')] },
  {
    name: 'expo-plates-unheard',
    screen: '/expo',
    make: halfHeard,
    steps: [ofTable('7', 'bump'), ofTable('7', 'bump')],
  },
];
