import { describe, expect, it } from 'vitest';
import { type Dish, dishRoutes, knownDishes, routeDish } from '../../../shared/config/dishRoutes.ts';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { routeOf } from '../../../shared/domain/commands/route.ts';
import type { ItemFace } from '../../../shared/domain/model/food.ts';
import { NO_STATION } from '../../../shared/lib/ids.ts';

const item = (id: string, over: object) => ({
  id,
  name: `Dish ${id}`,
  kitchenName: null,
  names: null,
  stations: null,
  course: null,
  prepSeconds: null,
  allergens: null,
  counts: [],
  category: null,
  card: null,
  ...over,
});
const house = HouseConfig.parse({
  stations: [
    { id: 'grill', name: 'Grill' },
    { id: 'fry', name: 'Fry', state: 'closed', standIn: 'cold' },
    { id: 'cold', name: 'Cold' },
  ],
  routes: [
    { channels: ['bar'], courses: [0], stations: ['cold'] },
    { categories: ['fried'], stations: ['fry', 'grill'] },
    { menuItems: ['odd'], stations: ['cold'] },
    { courses: [2], stations: ['grill'] },
  ],
  menu: [
    { id: 'own', stations: ['cold'] },
    { id: 'emptied', stations: [], category: 'fried' },
    { id: 'only-ours', category: 'fried' },
  ],
  posMenus: {
    till: {
      revision: 1,
      digest: 'd',
      modifiers: [],
      items: [
        item('chips', { category: 'fried', course: 1 }),
        item('odd', {}),
        item('named', { stations: ['grill', 'ghost'], category: 'fried' }),
        item('own', { stations: ['grill'] }),
        item('emptied', { stations: ['grill'] }),
        item('steak', { course: 2 }),
        item('lost', { course: 3, category: 'sweet' }),
      ],
    },
  },
});

const face = (dish: Dish): ItemFace => ({
  menuItemId: dish.id,
  name: dish.name,
  names: null,
  seat: null,
  seats: null,
  course: 0,
  fire: 'course',
  with: null,
  modifiers: [],
  notes: null,
  allergens: null,
  prepSeconds: null,
});

describe('where dishes go, as set-up says it', () => {
  it.each(['dine_in', 'bar'])('is where the hub sends them: %s', (channel) => {
    const dishes = knownDishes(house);
    expect(dishes).toHaveLength(8);
    for (const dish of dishes) {
      const said = routeDish(house, dish, channel);
      const sent = routeOf(house, face(dish), { source: dish.source ?? 'till', channel }, null);
      const isLost = said.unknown.length > 0 || said.stations.length === 0;
      const places = said.places.map(({ station }) => station);
      expect(isLost ? [...places, NO_STATION] : places, dish.id).toEqual(sent.stations);
      expect([...said.unknown], dish.id).toEqual(sent.unknown);
    }
  });

  it('says why, and who stands in', () => {
    const why = Object.fromEntries(dishRoutes(house).map((route) => [route.dish.id, route.why]));
    expect(why).toEqual({
      chips: { kind: 'rule', rule: 1 },
      odd: { kind: 'rule', rule: 2 },
      named: { kind: 'pos' },
      own: { kind: 'house' },
      emptied: { kind: 'rule', rule: 1 },
      steak: { kind: 'rule', rule: 3 },
      lost: { kind: 'nobody' },
      'only-ours': { kind: 'rule', rule: 1 },
    });
    const chips = dishRoutes(house).find(({ dish }) => dish.id === 'chips');
    expect(chips?.places).toEqual([
      { station: 'cold', standsInFor: 'fry' },
      { station: 'grill', standsInFor: null },
    ]);
  });
});
