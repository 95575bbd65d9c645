import { describe, expect, test } from 'vitest';
import type { DishRef } from '../../../shared/domain/model/dish.ts';
import { dishKey, isOff } from '../../../shared/domain/model/dish.ts';
import { dishList, fallout, shortDishes } from '../../../shared/domain/selectors/eightySix.ts';
import { expoBoard, stationBoard } from '../../../shared/domain/selectors/stationBoard.ts';
import { cook, expo, grill, HOUR, House, MINUTE, pos } from '../../support/house.ts';

const bass: DishRef = { source: 'pos', menuItemId: 'bass', name: 'Sea bass' };

const off = (house: House) => isOff(house.state.dishes[dishKey(bass)]);
const left = (house: House) => house.state.dishes[dishKey(bass)]?.count?.remaining ?? null;
const eightySix = (house: House, untilRestored = false) =>
  house.say({ type: 'menuItem.eightySix', dish: bass, untilRestored }, cook(grill));
const say = (
  house: House,
  items: { id: string; available: boolean; remaining?: number }[],
  revision?: number,
) =>
  house.say(
    {
      type: 'availability.put',
      source: 'pos',
      revision: revision ?? null,
      digest: JSON.stringify(items),
      items: items.map(({ id, available, remaining = null }) => ({ id, available, remaining })),
    },
    pos,
  );
const order = (house: House, id: string, quantity = 1, more: object = {}) =>
  house.put({
    id,
    table: id,
    items: [{ id: 'a', name: 'Sea bass', menuItemId: 'bass', quantity, course: 1, ...more }],
  });
const marked = (house: House) =>
  stationBoard(house.state, grill, house.config, house.now).tiles.flatMap((tile) =>
    tile.lines.filter((line) => line.is86).map(() => tile.title),
  );

describe('86', () => {
  test('[E1] a dish is on only when POS and kitchen both say so and portions are left', () => {
    const house = new House();
    expect(eightySix(house)).toBe('applied');
    expect(eightySix(house)).toBe('noop');
    expect(off(house)).toBe(true);
    say(house, [{ id: 'bass', available: false }]);
    expect(house.say({ type: 'menuItem.restore', dish: bass }, cook(grill))).toBe('applied');
    expect(off(house)).toBe(true);
    say(house, [{ id: 'bass', available: true }]);
    expect(off(house)).toBe(false);
    expect(house.events('menu_item.86')).toHaveLength(1);
    expect(house.events('menu_item.restored').map(({ cause }) => cause)).toEqual(['pos']);
    expect(house.state.dishes).toEqual({});
  });

  test('[E1] a count that came to nothing is off; the kitchen that finds more restores it', () => {
    const house = new House();
    house.say({ type: 'menuItem.count', dish: bass, remaining: 2, untilRestored: false }, cook(grill));
    order(house, 'A', 2);
    expect(off(house)).toBe(true);
    house.say({ type: 'menuItem.restore', dish: bass }, cook(grill));
    expect(off(house)).toBe(false);
    expect(left(house)).toBe(null);
  });

  test('[E2] a count goes down with every active portion put and up with one voided before start', () => {
    const house = new House();
    say(house, [{ id: 'bass', available: true, remaining: 6 }]);
    order(house, 'A', 2);
    expect(left(house)).toBe(4);
    order(house, 'A', 2);
    expect(left(house)).toBe(4);
    order(house, 'A', 3);
    expect(left(house)).toBe(3);
    order(house, 'A', 1);
    expect(left(house)).toBe(5);
    house.bump('a', grill, { ticket: 'A' });
    house.put({ id: 'A', table: 'A', items: [] });
    expect(left(house)).toBe(5);
    order(house, 'B', 9);
    expect(left(house)).toBe(0);
    expect(house.events('menu_item.count').map(({ standing }) => standing.count?.remaining)).toEqual([
      6, 4, 3, 5,
    ]);
    expect(house.events('menu_item.86').map(({ cause }) => cause)).toEqual(['count']);
  });

  test('[E2] a move is no order and a ticket back from history orders nothing anew', () => {
    const house = new House();
    say(house, [{ id: 'bass', available: true, remaining: 5 }]);
    order(house, 'A', 2);
    house.put({
      id: 'B',
      table: 'B',
      items: [
        {
          id: 'b',
          name: 'Sea bass',
          menuItemId: 'bass',
          quantity: 2,
          course: 1,
          movedFrom: { id: 'A', item: 'a' },
        },
      ],
    });
    expect(left(house)).toBe(3);
    house.put({ id: 'A', table: 'A', items: [] });
    expect(left(house)).toBe(3);
    house.bump('b', grill, { ticket: 'B' });
    house.later(2 * HOUR).tick();
    expect([...house.state.tickets.values()]).toHaveLength(0);
    house.put({
      id: 'B',
      table: 'B',
      items: [{ id: 'b', name: 'Sea bass', menuItemId: 'bass', quantity: 3, course: 1 }],
    });
    expect(left(house)).toBe(2);
  });

  test('[E2] a refire takes another portion', () => {
    const house = new House();
    say(house, [{ id: 'bass', available: true, remaining: 5 }]);
    order(house, 'A');
    house.bump('a', grill, { ticket: 'A' });
    house.say(
      { type: 'item.refire', ticket: house.ticket('A').id, item: house.item('a', 'A').id, reason: 'cold' },
      cook(grill),
    );
    expect(left(house)).toBe(3);
  });

  test('[E3] an 86 of the kitchen marks what nobody has started and tells expo and POS once a table', () => {
    const house = new House();
    order(house, '12');
    order(house, '9', 2);
    order(house, '7');
    house.bump('a', grill, { ticket: '7' });
    expect(fallout(house.state, bass)).toEqual([
      { title: '12', quantity: 1 },
      { title: '9', quantity: 2 },
    ]);
    eightySix(house);
    expect(marked(house)).toEqual(['12', '9']);
    const alerts = house.events('alert').map(({ alert }) => alert);
    expect(alerts.map(({ values }) => values)).toEqual([
      { where: '12', dish: 'Sea bass', quantity: '1' },
      { where: '9', dish: 'Sea bass', quantity: '2' },
    ]);
    house.say({ type: 'alert.see', code: alerts[0]?.code ?? '' }, expo);
    expect(Object.keys(house.state.alerts)).toEqual([alerts[1]?.code]);
    house.say({ type: 'menuItem.restore', dish: bass }, cook(grill));
    expect(marked(house)).toEqual([]);
    expect(house.state.alerts).toEqual({});
  });

  test('[E3] a POS that sells what is off is told, and the line is marked on the board and at the pass', () => {
    const house = new House();
    order(house, 'before');
    say(house, [{ id: 'bass', available: false }]);
    expect(marked(house)).toEqual([]);
    house.later(MINUTE);
    order(house, 'after');
    expect(marked(house)).toEqual(['after']);
    const tiles = expoBoard(house.state, house.config, house.now).tiles;
    expect(tiles.filter(({ lines }) => lines.some(({ is86 }) => is86)).map(({ title }) => title)).toEqual([
      'after',
    ]);
    expect(house.events('alert').map(({ alert }) => alert.values?.where)).toEqual(['after']);
  });

  test('[E4] 86 and counts lapse at the day roll unless until restored; what the POS says off stays', () => {
    const house = new House();
    const cod: DishRef = { source: 'pos', menuItemId: 'cod', name: 'Cod' };
    const hake: DishRef = { source: 'pos', menuItemId: null, name: 'Hake' };
    eightySix(house);
    house.say({ type: 'menuItem.eightySix', dish: cod, untilRestored: true }, expo);
    house.say({ type: 'menuItem.count', dish: hake, remaining: 3, untilRestored: false }, expo);
    say(house, [{ id: 'eel', available: false }]);
    house.later(10 * HOUR).tick();
    expect(Object.values(house.state.dishes).map(({ dish }) => dish.menuItemId)).toEqual(['cod', 'eel']);
    expect(
      house.events('menu_item.restored').map(({ cause, standing }) => [cause, standing.dish.name]),
    ).toEqual([['day', 'Sea bass']]);
    expect(house.replayed()).toEqual(house.state);
  });

  test('[E5] availability is compared as puts are, and only the items named change', () => {
    const house = new House();
    expect(say(house, [{ id: 'bass', available: false }], 2)).toBe('applied');
    expect(say(house, [{ id: 'bass', available: false }], 2)).toBe('duplicate');
    expect(say(house, [{ id: 'bass', available: true }], 2)).toBe('conflict');
    expect(say(house, [{ id: 'bass', available: true }], 1)).toBe('stale');
    expect(say(house, [{ id: 'bass', available: true }])).toBe('revision_required');
    expect(say(house, [{ id: 'cod', available: false }], 3)).toBe('applied');
    expect(off(house)).toBe(true);
  });

  test('[E5] a POS that stops giving its count stops counting; a count of the kitchen stays', () => {
    const house = new House();
    say(house, [{ id: 'bass', available: true, remaining: 4 }]);
    say(house, [{ id: 'bass', available: true }]);
    expect(left(house)).toBe(null);
    house.say({ type: 'menuItem.count', dish: bass, remaining: 7, untilRestored: false }, cook(grill));
    say(house, [{ id: 'bass', available: false }]);
    say(house, [{ id: 'bass', available: true }]);
    expect(left(house)).toBe(7);
  });

  test('[E6] a menu is compared by its revision and is a version of the configuration', () => {
    const house = new House();
    const menu = (revision: number, digest: string) => ({
      revision,
      digest,
      items: [
        {
          id: 'bass',
          name: 'Sea bass',
          kitchenName: 'BASS',
          names: { es: 'Lubina' },
          stations: ['fry'],
          course: null,
          prepSeconds: 600,
          allergens: ['fish'],
          counts: [],
          category: 'fish',
          card: null,
        },
      ],
      modifiers: [],
    });
    const put = (revision: number, digest: string) =>
      house.run({ type: 'menu.put', source: 'pos', menu: menu(revision, digest) }, pos);
    const first = put(1, 'a');
    expect(first.ok && first.config?.posMenus.pos?.items[0]?.id).toBe('bass');
    if (first.ok && first.config) house.config = first.config;
    expect(house.state.configVersion).toBe(1);
    expect(put(1, 'a')).toMatchObject({ outcome: 'duplicate' });
    expect(put(1, 'b')).toMatchObject({ code: 'conflict' });
    expect(put(0, 'b')).toMatchObject({ outcome: 'stale' });
    order(house, 'A');
    expect(house.item('a', 'A')).toMatchObject({
      stations: ['fry'],
      face: { prepSeconds: 600, allergens: ['fish'] },
    });
    const line = expoBoard(house.state, house.config, house.now).tiles[0]?.lines[0];
    expect(line).toMatchObject({ name: 'BASS', names: { es: 'Lubina' } });
    expect(dishList(house.state, house.config, 'grill')).toEqual([]);
    expect(dishList(house.state, house.config, 'fry').map(({ dish }) => dish.name)).toEqual(['BASS']);
  });

  test('what is off or nearly out is listed for everybody', () => {
    const house = new House();
    house.say({ type: 'menuItem.count', dish: bass, remaining: 6, untilRestored: false }, cook(grill));
    expect(shortDishes(house.state, house.config)).toEqual([]);
    order(house, 'A');
    expect(shortDishes(house.state, house.config)).toMatchObject([{ remaining: 5, isOff: false }]);
  });

  test('a screen without the role says nothing of a dish', () => {
    const house = new House();
    const host = { kind: 'screen', roles: ['host'], station: null, screen: 'host' } as const;
    expect(
      house.say(
        { type: 'menuItem.eightySix', dish: bass, untilRestored: false },
        { ...host, roles: ['host'] },
      ),
    ).toBe('forbidden');
  });
});
