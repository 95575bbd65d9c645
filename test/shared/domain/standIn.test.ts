import { expect, it } from 'vitest';
import { cook, fry, grill, House } from '../../support/house.ts';

it('[B14] a neighbour bumps and takes back for a station that is down when it says so, and hears nothing for it', () => {
  const house = new House();
  const allergies = [{ allergen: 'sesame', seat: 1 }];
  house.put({
    items: [
      { id: 'a', seat: 2, stations: ['fry'] },
      { id: 'b', seat: 1, stations: ['fry'] },
    ],
    allergies,
  });
  const { id: ticket } = house.ticket();
  const press = { ticket, station: fry, seen: house.seq, asNeighbour: true } as const;
  const portions = (quantity: number) => [{ item: house.item('a').id, batch: 1, quantity }];
  const bump = { type: 'item.bump', ...press, portions: portions(1) } as const;
  expect(house.say({ ...bump, asNeighbour: undefined }, cook(grill))).toBe('wrong_station');
  expect(house.say(bump, cook(grill))).toBe('applied');
  const recall = {
    type: 'item.recall',
    ...press,
    portions: portions(0),
    undo: true,
    seen: house.seq,
  } as const;
  expect(house.say(recall, cook(grill))).toBe('applied');
  expect(
    house.say({ type: 'ticket.hear', ...press, version: house.ticket().versions[fry] ?? 0 }, cook(grill)),
  ).toBe('applied');
  const whole = [{ item: house.item('b').id, batch: 1 }];
  const key = house.ticket().allergies[0]?.key;
  const hear = { type: 'allergy.hear', ...press, allergies: key ? [key] : [], portions: whole } as const;
  expect(house.say(hear, cook(grill))).toBe('wrong_station');
  house.config = {
    ...house.config,
    stations: house.config.stations.map((one) => ({ ...one, state: 'closed' })),
  };
  expect(house.say({ ...bump, seen: house.seq }, cook(grill))).toBe('wrong_station');
});
