import { expo, grill, MINUTE } from '../house.ts';
import { BASS, BURGER, CHICKEN, ChitHouse, item, mod, RIBEYE } from './ChitHouse.ts';
import type { ChitCase } from './chitCases.ts';

/** Chits of any evening, and of one with allergies. */
export const ordinaryChits: Record<string, () => ChitCase> = {
  'plain table': () => {
    const house = new ChitHouse();
    house.put2({
      id: '2041',
      table: '12',
      courses: [
        { number: 1, name: 'Mains', said: 'fired' },
        { number: 2, name: 'Dessert' },
      ],
      items: [
        item('a', {
          ...RIBEYE,
          quantity: 1,
          seat: 1,
          modifiers: [mod('option', 'medium rare', { id: 'rare' }), mod('no', 'butter', { id: 'butter' })],
          stations: ['grill', 'fry'],
        }),
        item('b', {
          ...RIBEYE,
          quantity: 1,
          seat: 4,
          modifiers: [mod('option', 'medium rare', { id: 'rare' }), mod('no', 'butter', { id: 'butter' })],
          stations: ['grill', 'fry'],
        }),
        item('c', { ...CHICKEN, seat: 2, notes: 'well done please' }),
        item('d', { name: 'Flan', course: 2 }),
      ],
    });
    return { house, chit: house.oneDue() };
  },

  'allergy with conflict': () => {
    const house = new ChitHouse();
    house.put2({
      id: '2042',
      table: '7',
      allergies: [{ allergen: 'sesame', seat: 2, words: 'she swells up within minutes', crossContact: true }],
      items: [
        item('a', {
          ...BASS,
          seat: 2,
          allergens: ['fish'],
          modifiers: [
            mod('sub', 'tahini', { allergens: ['sesame'] }),
            mod('no', 'capers', { id: 'capers', allergens: [] }),
          ],
        }),
        item('b', { ...RIBEYE, seat: 1, allergens: [] }),
      ],
    });
    return { house, chit: house.oneDue() };
  },

  'every severity': () => {
    const house = new ChitHouse();
    house.put2({
      id: '2043',
      table: '3',
      allergies: [
        { allergen: 'tree_nut', severity: 'anaphylaxis', seat: 5, words: 'EpiPen in her bag' },
        { allergen: 'milk', severity: 'intolerance', seat: 1 },
        { allergen: 'vegan', severity: 'diet', seat: 3 },
        { allergen: 'mustard', severity: 'unknown', seat: null },
        { allergen: 'crustacean', severity: 'allergy', seat: 4, words: 'also the broth' },
      ],
      items: [
        item('a', { ...RIBEYE, seat: 5, allergens: ['milk'] }),
        item('b', { ...CHICKEN, seat: 1, allergens: [] }),
        item('c', { name: 'Charred leeks', seat: 3 }),
        item('d', { name: 'Calamares', seat: 4, stations: ['fry'] }),
      ],
    });
    house.hear('?:mustard', grill, ['a'], '2043');
    return { house, chit: house.oneDue() };
  },

  'late allergy stops food': () => {
    const house = new ChitHouse();
    const said = { id: '2044', table: '5', items: [item('a', { name: 'Satay skewers', quantity: 2 })] };
    house.put2(said);
    house.settle(house.oneDue().id, 'printed');
    house.bump('a', grill, { ticket: '2044', quantity: 1 });
    house.later(3 * MINUTE).put2({
      ...said,
      revision: null,
      allergies: [{ allergen: 'peanut', seat: null, words: 'my son, since he was two' }],
    });
    return { house, chit: house.oneDue() };
  },

  'takeout by courier': () => {
    const house = new ChitHouse();
    house.put2(
      {
        id: 'T-41',
        channel: 'takeout',
        table: null,
        promisedAt: house.now + 12 * MINUTE,
        customerName: 'Nuria Pons',
        items: [
          item('a', {
            ...BURGER,
            course: 0,
            quantity: 4,
            modifiers: [
              mod('no', 'onion'),
              mod('add', 'bacon', { quantity: 2 }),
              mod('sub', 'gluten-free bun'),
              mod('side', 'pickles'),
              mod('extra', 'cheese'),
              mod('light', 'salt'),
            ],
            notes: 'cut one in half for the kids please, she will not eat it whole',
          }),
          item('b', { name: 'Sweet potato fries', course: 0, stations: ['fryer-2', 'grill'] }),
        ],
      },
      {
        server: null,
        covers: null,
        pickup: { kind: 'courier', code: '8831', arrivedAt: null },
        cutlery: false,
      },
    );
    return { house, chit: house.oneDue(), nameOf: () => 'Nuria Pons' };
  },

  'rush, VIP and birthday': () => {
    const house = new ChitHouse();
    house.put2(
      {
        id: '2045',
        table: '21',
        priority: 'rush',
        courses: [
          { number: 1, name: 'Entrantes', said: 'fired' },
          { number: 2, name: 'Principales', said: 'fired' },
          { number: 3, name: 'Tarta' },
        ],
        items: [
          item('a', { name: 'Pulpo a la brasa', quantity: 2, seats: [1, 2] }),
          item('b', { ...RIBEYE, course: 2, quantity: 4, seats: [1, 2, 3, 4] }),
          item('c', { name: 'Tarta de cumpleaños', course: 3 }),
        ],
      },
      {
        vip: true,
        occasion: 'Cumpleaños de la abuela',
        covers: 6,
        notes: 'Todo a la vez.\nLa señora de negro paga.',
      },
    );
    house.settle(house.oneDue().id, 'printed');
    house.bump('a', grill, { ticket: '2045', quantity: 1 });
    house.bump('b', grill, { ticket: '2045', quantity: 1 });
    house.later(2 * MINUTE).say({ type: 'table.hold', table: '21', reason: 'speech', until: null }, expo);
    return { house, chit: house.copy('2045') };
  },

  'half and half': () => {
    const house = new ChitHouse();
    house.put2(
      {
        id: 'B2',
        channel: 'bar',
        table: 'B2',
        items: [
          item('a', {
            name: 'Pizza, half and half',
            course: 0,
            modifiers: [
              mod('option', 'first half: diavola', {
                modifiers: [
                  mod('no', 'chilli'),
                  mod('extra', 'mozzarella', { modifiers: [mod('sub', 'buffalo', { quantity: 2 })] }),
                ],
              }),
              mod('option', 'second half: margherita', {
                modifiers: [mod('add', 'anchovy'), mod('side', 'basil oil')],
              }),
            ],
          }),
          item('b', { name: 'Croquetas', course: 0, quantity: 0.5, seat: 0 }),
        ],
      },
      { covers: null, server: 'Leo' },
    );
    return { house, chit: house.oneDue() };
  },
};
