import { expo, type House, MINUTE } from '../../../support/house.ts';
import { keyTable } from '../../../support/keyed.ts';
import type { HouseScene } from '../scenes.ts';
import { dish, evening, put } from './night.ts';

const kitchen = '/kitchen/grill';
const pass = '/expo';
const posLostMs = 12 * MINUTE;

const SESAME = {
  allergen: 'sesame',
  severity: 'anaphylaxis',
  crossContact: true,
  words: 'her lips swell',
  seat: 2,
};

/** Table 40 was keyed at expo ten minutes ago. */
function keyed(house: House): void {
  keyTable(
    house,
    [
      { name: 'Sea bass', seat: 2, modifiers: [{ id: null, name: 'butter', kind: 'no' }] },
      { name: 'Ribeye 300 g', seat: 1, notes: 'gentleman in a hurry' },
      { name: 'Lamb rack', seat: 1, course: 2 },
    ],
    [{ ...SESAME, severity: 'anaphylaxis' }],
    { table: '40' },
  );
  evening(house);
  house.later(MINUTE);
}

/** The POS is back and puts part of it. */
function asked(house: House): void {
  keyed(house);
  put(house, '40', [
    dish('a', 'Ribeye 300 g', { seat: 1, course: 1 }),
    dish('b', 'Half chicken', { seat: 3, course: 1 }),
  ]);
}

/** ... all of it, and nobody is asked. */
function settled(house: House): void {
  asked(house);
  const { id, questions } = house.ticket('T-40');
  house.say({ type: 'food.answer', ticket: id, question: questions[0]?.id ?? '', answer: 'same' }, expo);
}

const open = ['[data-testid=station]', '[data-testid=key-ticket]'];
const table = [
  ...open,
  '[data-testid=key-digit-4]',
  '[data-testid=key-digit-0]',
  '[data-testid=key-covers-3]',
];
const dishes = [
  ...table,
  '[data-testid=key-step-dishes]',
  '[data-testid=key-seat-2]',
  '[data-testid=key-dish]',
];
const allergies = [
  ...dishes,
  '[data-testid=key-step-allergies]',
  '[data-testid=key-allergy-seat-2]',
  '[data-testid=key-allergen-sesame]',
];

export const keyingScenes: readonly HouseScene[] = [
  { name: 'pos-lost-kitchen', screen: kitchen, make: keyed, posLostMs },
  { name: 'pos-lost-expo', screen: pass, make: keyed, posLostMs },
  { name: 'key-table', screen: pass, make: keyed, posLostMs, steps: table },
  { name: 'key-dishes', screen: pass, make: keyed, posLostMs, steps: dishes },
  { name: 'key-allergies', screen: pass, make: keyed, posLostMs, steps: allergies },
  {
    name: 'key-review',
    screen: pass,
    make: keyed,
    posLostMs,
    steps: [...allergies, '[data-testid=key-add-allergy]', '[data-testid=key-step-review]'],
  },
  {
    name: 'key-line',
    screen: pass,
    make: keyed,
    posLostMs,
    steps: [...dishes, '[data-testid=key-step-review]', '[data-testid=key-change]'],
  },
  { name: 'key-asked', screen: pass, make: asked },
  { name: 'key-settled', screen: pass, make: settled },
];
