import { describe, expect, test } from 'vitest';
import { isFound } from '../../../shared/domain/selectors/partySearch.ts';
import { DoorHouse } from '../../support/doorHouse.ts';

const MUNOZ = { name: 'Íñigo Muñoz-Peña', phone: '+34 600 12 34 56', tags: ['Terrace'] };

describe('[S69] a search at the door', () => {
  const house = new DoorHouse();
  house.book({ id: 'OT-7741-X', tables: ['12', '13'] });
  const found = (typed: string, person: Parameters<typeof isFound>[2] = MUNOZ) =>
    isFound(typed, house.party('OT-7741-X'), person);

  test.each([
    '',
    '  ',
    'munoz',
    'MUÑ',
    'inigo mu',
    'pena',
    'mu inigo',
    'muñoz-p',
    'terrace',
    '12',
    'munoz 12',
    '7741',
    'ot-7741',
    '600 12 34',
    '123456',
    '+34 600',
  ])('finds by %j', (typed) => expect(found(typed)).toBe(true));

  test.each(['unoz', 'munoz 14', '1', '14', '77', '99', '600 99', 'garcia', 'inigo garcia'])(
    'does not by %j',
    (typed) => expect(found(typed)).toBe(false),
  );

  test('a party without a name is found by its table and its id', () => {
    expect([found('13', null), found('741', null), found('ana', null)]).toEqual([true, true, false]);
  });
});
