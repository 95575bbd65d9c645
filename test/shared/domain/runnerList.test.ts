import { describe, expect, test } from 'vitest';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { checkedPlates, type RunnerCard, runnerList } from '../../../shared/domain/selectors/runnerList.ts';
import { expoBoard, stationBoard } from '../../../shared/domain/selectors/stationBoard.ts';
import { cook, expo, fry, grill, House, MINUTE, twoStations } from '../../support/house.ts';

const withPass = HouseConfig.parse({ ...twoStations, pass: 'expo' });

function table(): House {
  const house = new House(withPass);
  house.put({
    items: [
      { id: 'steak', seat: 2, quantity: 2 },
      { id: 'bass', seat: 1 },
      { id: 'chips', seat: 3, stations: ['fry'] },
    ],
    allergies: [{ allergen: 'sesame', seat: 1 }],
  });
  house.hear('1:sesame');
  return house;
}

const cards = (house: House) => runnerList(house.state, house.config);
const names = (plates: RunnerCard['plates'] = []) =>
  plates.map(({ name, quantity }) => `${quantity} ${name}`);
const take = (house: House, standing: RunnerCard['plates'] = [], isLookedAt = true) => {
  const portions = standing.flatMap((plate) =>
    plate.portions.map(({ item, batch, quantity }) => ({ item, batch, quantity })),
  );
  const { id: ticket } = house.ticket();
  const run = { type: 'course.run', ticket, course: 0, portions, anyway: false, seen: house.seq } as const;
  return house.say(isLookedAt ? { ...run, plates: checkedPlates(standing) } : run, expo);
};
const hands = (house: House) =>
  house.say({ type: 'hands.call', ticket: house.ticket().id, course: 0, isOn: true }, expo);

describe('what runners carry', () => {
  test('[N3] a course that is ready as a whole is there by itself, by seat, the allergy’s plate apart', () => {
    const house = table();
    house.bump('steak');
    house.bump('bass');
    expect(cards(house)).toEqual([]);
    house.later(MINUTE);
    house.bump('chips', fry);
    const [card] = cards(house);
    expect(card).toMatchObject({ title: '12', calledAt: null, since: house.now - MINUTE });
    expect(names(card?.plates)).toEqual(['2 steak', '1 chips']);
    expect(names(card?.allergyPlates)).toEqual(['1 bass']);
  });

  test('[N3] HANDS lists what stands there now, before all is ready, and first', () => {
    const house = table();
    house.bump('steak', grill, { quantity: 1 });
    expect(hands(house)).toBe('applied');
    house.put({ id: 'T2', table: '7', items: [{ id: 'a' }] });
    house.bump('a', grill, { ticket: 'T2' });
    expect(cards(house).map(({ title, calledAt }) => [title, calledAt !== null])).toEqual([
      ['12', true],
      ['7', false],
    ]);
    expect(names(cards(house)[0]?.plates)).toEqual(['1 steak']);
    expect(expoBoard(house.state, house.config, house.now).tiles[0]?.hands?.course).toBe(0);
  });

  test('[N3] taken is run: those plates go, the others stay until the last', () => {
    const house = table();
    for (const [id, at] of [
      ['steak', grill],
      ['bass', grill],
      ['chips', fry],
    ] as const)
      house.bump(id, at);
    hands(house);
    expect(take(house, cards(house)[0]?.plates)).toBe('applied');
    expect(house.batch('steak').run).toBe(2);
    expect(names(cards(house)[0]?.plates)).toEqual([]);
    expect(take(house, cards(house)[0]?.allergyPlates, false)).toBe('plates_unchecked');
    expect(take(house, cards(house)[0]?.allergyPlates)).toBe('applied');
    expect(cards(house)).toEqual([]);
    expect(house.ticket().endedAt).toBe(house.now);
  });

  test('[N3] one of two portions taken leaves the other to be cooked and carried', () => {
    const house = table();
    house.bump('steak', grill, { quantity: 1 });
    hands(house);
    expect(take(house, cards(house)[0]?.plates)).toBe('applied');
    expect(house.batch('steak').run).toBe(1);
    expect(cards(house)).toEqual([]);
    house.bump('steak');
    expect(names(cards(house)[0]?.plates)).toEqual(['1 steak']);
  });

  test('takeout is packed, not carried, unless expo calls; a house without a pass has nobody to call', () => {
    const house = new House(withPass);
    house.put({ channel: 'takeout', table: null, items: [{ id: 'a' }] });
    house.bump('a');
    expect(cards(house)).toEqual([]);
    hands(house);
    expect(cards(house)).toHaveLength(1);
    const open = new House();
    open.put({ items: [{ id: 'a' }] });
    open.bump('a');
    expect(runnerList(open.state, open.config)).toEqual([]);
  });
});

describe('what the tiles say of it', () => {
  const tileAt = (house: House, station: typeof grill) =>
    stationBoard(house.state, station, house.config, house.now).tiles[0];
  const ask = (house: House) =>
    house.say({ type: 'station.ask', ticket: house.ticket().id, at: grill }, expo);

  test('[N2] the question stands at its station until answered; the answer counts at expo until the food is ready', () => {
    const house = table();
    ask(house);
    expect(tileAt(house, grill)?.askedAt).toBe(house.now);
    expect(tileAt(house, fry)).not.toHaveProperty('askedAt');
    const { id: ticket } = house.ticket();
    house.say({ type: 'station.answer', ticket, station: grill, minutes: 5 }, cook(grill));
    expect(tileAt(house, grill)).not.toHaveProperty('askedAt');
    const atExpo = () => expoBoard(house.state, house.config, house.now).tiles[0];
    expect(atExpo()?.howLong).toEqual([
      { station: grill, askedAt: house.now, minutes: 5, dueAt: house.now + 5 * MINUTE, saidBy: null },
    ]);
    const partOf = (name: string) => atExpo()?.lines.find((line) => line.name === name)?.parts;
    expect(partOf('steak')).toMatchObject([{ state: 'up', at: house.now + 5 * MINUTE }]);
    expect(partOf('chips')).toMatchObject([{ state: 'fired' }]);
    house.bump('steak');
    house.bump('bass');
    expect(partOf('steak')).toMatchObject([{ state: 'ready' }]);
    expect(atExpo()).not.toHaveProperty('howLong');
  });

  test('[N2] of what a neighbour has said, whose word it is', () => {
    const house = table();
    house.say({ type: 'station.ask', ticket: house.ticket().id, at: fry }, expo);
    const { id: ticket } = house.ticket();
    const said = { type: 'station.answer', ticket, station: fry, minutes: 5, asNeighbour: true } as const;
    house.say(said, cook(grill));
    const tile = expoBoard(house.state, house.config, house.now).tiles[0];
    expect(tile?.howLong).toMatchObject([{ station: fry, minutes: 5, saidBy: 'grill' }]);
  });

  test('[N1] a note is on the tile of its station and, unseen, on expo’s; a tile without has no such member', () => {
    const house = table();
    const plain = tileAt(house, fry);
    const { id: ticket } = house.ticket();
    house.say({ type: 'station.note', ticket, at: grill, preset: 'come', words: null }, expo);
    expect(tileAt(house, grill)?.notes).toMatchObject([{ preset: 'come' }]);
    expect(tileAt(house, fry)).toEqual(plain);
    expect(Object.keys(tileAt(house, fry) ?? {})).not.toContain('notes');
    expect(expoBoard(house.state, house.config, house.now).tiles[0]?.notes).toHaveLength(1);
  });
});
