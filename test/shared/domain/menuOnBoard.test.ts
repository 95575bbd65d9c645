import { describe, expect, test } from 'vitest';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';
import type { PosMenu, PosMenuItem, PosMenuModifier } from '../../../shared/config/posMenu.ts';
import type { Modifier } from '../../../shared/domain/model/modifier.ts';
import { stationBoard } from '../../../shared/domain/selectors/stationBoard.ts';
import { grill, House } from '../../support/house.ts';

const blankItem: Omit<PosMenuItem, 'id' | 'name'> = {
  kitchenName: null,
  names: null,
  stations: null,
  course: null,
  prepSeconds: null,
  allergens: null,
  counts: [],
  category: null,
  card: null,
};
const blankModifier: Omit<PosMenuModifier, 'id' | 'name'> = {
  kitchenName: null,
  names: null,
  kind: null,
  prepSeconds: null,
  allergens: null,
  removes: null,
  isInAllDay: false,
};

function houseWith(menu: Partial<PosMenu>): House {
  const whole = { revision: 1, digest: 'd', items: [], modifiers: [], ...menu };
  return new House(
    HouseConfig.parse({
      stations: [
        { id: 'grill', name: 'Grill' },
        { id: 'fry', name: 'Fry' },
      ],
      routes: [
        { categories: ['fried'], stations: ['fry'] },
        { courses: [3], stations: ['fry'] },
        { stations: ['grill'] },
      ],
      posMenus: { pos: whole },
    }),
  );
}

const said = (id: string | null, name: string, over: Partial<Modifier> = {}): Modifier => ({
  id,
  name,
  kind: 'add',
  quantity: 1,
  allergens: null,
  removes: [],
  modifiers: [],
  ...over,
});

const board = (house: House) => stationBoard(house.state, grill, house.config, house.now);

describe('what the menu gives to the board', () => {
  test('[R1] a rule routes by category and by the course the menu has, where the ticket says none', () => {
    const house = houseWith({
      items: [
        { id: 'chips', name: 'Chips', ...blankItem, category: 'fried' },
        { id: 'cake', name: 'Cake', ...blankItem, course: 3 },
        { id: 'steak', name: 'Steak', ...blankItem },
      ],
    });
    const ids = ['chips', 'cake', 'steak'];
    house.put({ items: ids.map((id) => ({ id, menuItemId: id })) });
    expect(ids.map((id) => house.item(id).stations)).toEqual([['fry'], ['fry'], ['grill']]);
  });

  test('prep is the dish with its modifiers, three deep, never below nothing', () => {
    const house = houseWith({
      items: [{ id: 'steak', name: 'Steak', ...blankItem, prepSeconds: 600 }],
      modifiers: [
        { id: 'rare', name: 'Rare', ...blankModifier, prepSeconds: -240 },
        { id: 'sauce', name: 'Sauce', ...blankModifier, prepSeconds: 60 },
        { id: 'raw', name: 'Raw', ...blankModifier, prepSeconds: -9000 },
      ],
    });
    const deep = said('rare', 'Rare', {
      modifiers: [said(null, 'with', { modifiers: [said('sauce', 'Sauce')] })],
    });
    house.put({
      items: [
        { id: 'a', menuItemId: 'steak', modifiers: [deep] },
        { id: 'b', menuItemId: 'steak', modifiers: [said('raw', 'Raw')] },
        { id: 'c', menuItemId: 'steak', prepSeconds: 100, modifiers: [said('sauce', 'Sauce')] },
      ],
    });
    expect(['a', 'b', 'c'].map((id) => house.item(id).face.prepSeconds)).toEqual([420, 0, 160]);
  });

  test('[A8] an allergen that only the menu lists of a modifier is a conflict', () => {
    const house = houseWith({
      items: [{ id: 'wrap', name: 'Wrap', ...blankItem, allergens: [] }],
      modifiers: [{ id: 'tahini', name: 'Tahini', ...blankModifier, allergens: ['sesame'] }],
    });
    house.put({
      items: [{ id: 'a', menuItemId: 'wrap', seat: 1, modifiers: [said('tahini', 'Tahini')] }],
      allergies: [{ allergen: 'sesame', seat: 1 }],
    });
    expect(house.item('a').conflicts.map(({ what, allergen }) => [what, allergen])).toEqual([
      ['Tahini', 'sesame'],
    ]);
  });

  test('dishes and modifiers have their names by language from the menu, where the ticket sends none', () => {
    const house = houseWith({
      items: [{ id: 'bass', name: 'Sea bass', ...blankItem, kitchenName: 'BASS', names: { es: 'Lubina' } }],
      modifiers: [{ id: 'rare', name: 'Rare', ...blankModifier, names: { es: 'Poco hecho' } }],
    });
    house.put({
      items: [
        {
          id: 'a',
          menuItemId: 'bass',
          modifiers: [said('rare', 'Rare', { modifiers: [said('rare', 'Rare')] })],
        },
      ],
    });
    const line = board(house).tiles[0]?.lines[0];
    expect(line).toMatchObject({
      name: 'BASS',
      names: { es: 'Lubina' },
      modifiers: [{ names: { es: 'Poco hecho' }, modifiers: [{ names: { es: 'Poco hecho' } }] }],
    });
  });

  test('all-day counts what the menu counts with a dish, and modifiers it names', () => {
    const house = houseWith({
      items: [{ id: 'double', name: 'Double', ...blankItem, counts: [{ name: 'Patty', quantity: 2 }] }],
      modifiers: [{ id: 'bacon', name: 'Bacon', ...blankModifier, isInAllDay: true }],
    });
    house.put({
      items: [
        {
          id: 'a',
          name: 'Double',
          menuItemId: 'double',
          quantity: 3,
          course: 1,
          modifiers: [said('bacon', 'Bacon', { quantity: 2 })],
        },
        {
          id: 'b',
          name: 'Double',
          menuItemId: 'double',
          course: 2,
          modifiers: [said('bacon', 'Bacon', { kind: 'no' })],
        },
      ],
    });
    const counts = board(house).allDay.map(({ name, cooking, held }) => [name, cooking, held]);
    expect(counts).toEqual([
      ['Patty', 6, 2],
      ['Bacon', 6, 0],
      ['Double', 3, 1],
    ]);
  });
});
