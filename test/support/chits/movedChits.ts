import { expo, fry, grill, MINUTE } from '../house.ts';
import { BASS, BURGER, CHICKEN, ChitHouse, item, RIBEYE } from './ChitHouse.ts';
import type { ChitCase } from './chitCases.ts';

const sesame = { allergen: 'sesame', severity: 'anaphylaxis', crossContact: true, words: null, seat: 2 };

/** Food that is not where a slip says, and slips that may lie somewhere else. */
export const movedChits: Record<string, () => ChitCase> = {
  'held, moved to another station, come from another table': () => {
    const house = new ChitHouse();
    const items = [
      item('a', { ...RIBEYE, seat: 1 }),
      item('b', { ...CHICKEN, seat: 2, quantity: 2 }),
      item('c', { ...BASS, seat: 3 }),
    ];
    house.put2({ id: '2060', table: '5', items: [item('x', { ...BURGER, quantity: 2 })] });
    house.settle(house.oneDue().id, 'printed');
    house.put2({ id: '2061', table: '21', items, allergies: [sesame] });
    house.settle(house.oneDue().id, 'printed');
    house.later(2 * MINUTE);
    const { id } = house.ticket('2061');
    const held = [house.item('a', '2061').id];
    house.say({ type: 'item.hold', ticket: id, items: held }, expo);
    const portions = [{ item: house.item('b', '2061').id, batch: 1 }];
    house.say({ type: 'part.move', ticket: id, from: grill, to: fry, portions, seen: house.state.seq }, expo);
    const came = item('y', { ...BURGER, quantity: 1, seat: 4, movedFrom: { id: '2060', item: 'x' } });
    house.put2({ id: '2061', table: '21', items: [...items, came], allergies: [sesame] });
    return { house, chit: house.oneDue() };
  },

  'changed since one that nobody saw come out': () => {
    const house = new ChitHouse();
    const items = [item('a', { ...RIBEYE, seat: 1 }), item('b', { ...BASS, seat: 2 })];
    house.put2({ id: '2062', table: '8', items, allergies: [sesame] });
    house.settle(house.oneDue().id, 'unknown');
    const more = [...items, item('c', { ...CHICKEN, seat: 3 })];
    house.later(MINUTE).put2({ id: '2062', table: '8', items: more, allergies: [sesame] });
    return { house, chit: house.oneDue() };
  },

  'may also be at the station’s own printer': () => {
    const house = new ChitHouse();
    house.ownPrinter('Grill');
    const items = [item('a', { ...RIBEYE, seat: 1 }), item('b', { ...BASS, seat: 2 })];
    house.put2({ id: '2063', table: '17', items, allergies: [sesame] });
    return { house, chit: house.oneDue() };
  },
};
