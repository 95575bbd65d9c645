import { expo, grill, MINUTE } from '../house.ts';
import { BASS, CHICKEN, ChitHouse, item, mod, RIBEYE } from './ChitHouse.ts';
import type { ChitCase } from './chitCases.ts';

/** Chits that are not the first of their ticket, or not the only one. */
export const laterChits: Record<string, () => ChitCase> = {
  'change of what is on paper': () => {
    const house = new ChitHouse();
    const first = {
      id: '2046',
      table: '9',
      server: 'Joel',
      items: [
        item('a', { ...RIBEYE, seat: 2 }),
        item('b', {
          ...CHICKEN,
          quantity: 2,
          seats: [1, 3],
          modifiers: [mod('light', 'jus')],
          notes: 'well done please',
        }),
        item('c', { ...BASS, seat: 4 }),
      ],
    };
    house.put2(first, { covers: 3 });
    house.settle(house.oneDue().id, 'printed');
    house.later(4 * MINUTE).put2(
      {
        ...first,
        server: 'Mara',
        items: [
          { ...item('a', { ...RIBEYE, seat: 2 }), state: 'void' },
          item('b', {
            ...CHICKEN,
            quantity: 2,
            seats: [1, 3],
            modifiers: [mod('extra', 'jus'), mod('no', 'skin')],
          }),
          item('c', { ...BASS, seat: 4 }),
          item('d', { name: 'Grilled octopus', seat: 2, modifiers: [mod('no', 'paprika')] }),
        ],
      },
      { covers: 4 },
      { a: 'guest changed her mind' },
    );
    return { house, chit: house.oneDue() };
  },

  'printed twice perhaps': () => {
    const house = new ChitHouse();
    house.put2({ id: '2047', table: '14', items: [item('a', { ...RIBEYE, quantity: 3 })] });
    const chit = house.oneDue();
    house.settle(chit.id, 'unknown');
    house.later(MINUTE);
    return { house, chit: house.again(chit.id) };
  },

  'refired, sold out, standing in': () => {
    const house = new ChitHouse();
    const items = [
      item('a', { ...RIBEYE, seat: 1, modifiers: [mod('option', 'medium')] }),
      item('b', { ...BASS, seat: 2 }),
      item('c', { name: 'Crème brûlée', seat: 3, stations: ['pastry'] }),
    ];
    house.put2({ id: '2048', table: '2', items });
    house.settle(house.oneDue().id, 'printed');
    house.bump('a', grill, { ticket: '2048' });
    const { id } = house.ticket('2048');
    house
      .later(9 * MINUTE)
      .say({ type: 'item.refire', ticket: id, item: house.item('a', '2048').id, reason: 'wrong_temp' }, expo);
    house.put2({ id: '2048', table: '2', items: [...items, item('d', { ...CHICKEN, seat: 4 })] });
    const dish = { source: 'pos', menuItemId: 'chicken', name: 'Half chicken' };
    house.say({ type: 'menuItem.eightySix', dish, untilRestored: false }, expo);
    return { house, chit: house.oneDue() };
  },

  'from a station that is cut off': () => {
    const house = new ChitHouse();
    house.put2({ id: '2049', table: '11', items: [item('a', { ...BASS, quantity: 2, seats: [1, 2] })] });
    return { house, chit: { ...house.oneDue(), isByStation: true } };
  },

  'nothing left to cook': () => {
    const house = new ChitHouse();
    house.ownPrinter('Grill');
    house.put2({ id: '2050', table: '6', items: [item('a', RIBEYE)] });
    const chit = house.oneDue();
    house.settle(chit.id, 'printed');
    house.later(MINUTE).put2({ id: '2050', table: '6', items: [{ ...item('a', RIBEYE), state: 'void' }] });
    return { house, chit: house.oneDue() };
  },
};
