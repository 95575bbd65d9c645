import { describe, expect, test } from 'vitest';
import { COMMAND_RULES } from '../../../shared/domain/commands/commandRules.ts';
import type { StationId } from '../../../shared/lib/ids.ts';
import { cook, expo, fry, grill, House, MINUTE } from '../../support/house.ts';

/** A burger of two stations and a steak, both cooking; cake held. */
function table(): House {
  const house = new House();
  house.config = { ...house.config, pass: 'expo' };
  house.put({
    courses: [{ number: 2, said: 'held' }],
    items: [
      { id: 'steak', course: 1 },
      { id: 'burger', course: 1, stations: ['grill', 'fry'] },
      { id: 'cake', course: 2 },
    ],
  });
  return house;
}

const cold = 'cold' as StationId;
const note = (house: House, at = grill, words: string | null = 'sauce apart', actor = expo) =>
  house.say({ type: 'station.note', ticket: house.ticket().id, at, preset: null, words }, actor);
const ask = (house: House, at = grill, actor = expo) =>
  house.say({ type: 'station.ask', ticket: house.ticket().id, at }, actor);
const answer = (house: House, minutes: number, station = grill, actor = cook(station)) =>
  house.say({ type: 'station.answer', ticket: house.ticket().id, station, minutes }, actor);
const see = (house: House, station = grill, notes = house.ticket().stationNotes.map(({ id }) => id)) =>
  house.say(
    {
      type: 'changes.see',
      ticket: house.ticket().id,
      station,
      voids: [],
      changes: [],
      notes,
      seen: house.seq,
    },
    cook(station),
  );
const hands = (house: House, isOn = true, course = 1) =>
  house.say({ type: 'hands.call', ticket: house.ticket().id, course, isOn }, expo);

describe('a note to a station', () => {
  test('[N1] stands until a cook of that station has seen it, and no other', () => {
    const house = table();
    const { versions } = house.ticket();
    expect(note(house)).toBe('applied');
    expect(note(house)).toBe('noop');
    expect(house.ticket().versions).toEqual(versions);
    expect(see(house, fry)).toBe('noop');
    expect(house.ticket().stationNotes).toMatchObject([{ station: 'grill', words: 'sauce apart' }]);
    expect(see(house)).toBe('applied');
    expect(house.ticket().stationNotes).toEqual([]);
    expect(house.ticket().receipts[grill]?.heardAt).toBe(house.now);
    expect(house.replayed()).toEqual(house.state);
  });

  test('[N1] the bump of the ticket sees the notes that were on it, not one that came after', () => {
    const house = table();
    note(house);
    const notes = house.ticket().stationNotes.map(({ id }) => id);
    note(house, grill, 'two plates');
    const ticket = house.ticket().id;
    const portions = ['steak', 'burger'].map((id) => ({ item: house.item(id).id, batch: 1, quantity: 1 }));
    const bump = { type: 'ticket.bump', ticket, station: grill, portions, voids: [], changes: [] } as const;
    expect(house.say({ ...bump, notes, seen: house.seq }, cook(grill))).toBe('applied');
    expect(house.ticket().stationNotes.map(({ words }) => words)).toEqual(['two plates']);
  });

  test('[N1] only to a station with food of the ticket, held food too; from a cook only where no pass is', () => {
    const house = table();
    expect(note(house, cold)).toBe('not_found');
    house.bump('burger', fry);
    expect(note(house, fry)).toBe('not_found');
    house.bump('steak');
    house.bump('burger');
    expect(note(house)).toBe('applied');
    expect(note(house, grill, 'again', cook(fry))).toBe('forbidden');
    expect(note(house, grill, null)).toBe('invalid');
  });

  test('[N1] goes with the food when all of it moves', () => {
    const house = table();
    note(house);
    ask(house);
    const move = (id: string) => {
      const portions = [{ item: house.item(id).id, batch: 1 }];
      const ticket = house.ticket().id;
      house.say({ type: 'part.move', ticket, portions, from: grill, to: fry, seen: house.seq }, expo);
    };
    move('steak');
    move('burger');
    expect(house.ticket().stationNotes.map(({ station }) => station)).toEqual(['grill']);
    move('cake');
    expect(house.ticket().stationNotes.map(({ station }) => station)).toEqual(['fry']);
    expect(Object.keys(house.ticket().howLong)).toEqual(['fry']);
  });
});

describe('HOW LONG?', () => {
  test('[N2] is asked once, answered by that station alone, and counts from the answer', () => {
    const house = table();
    expect(ask(house)).toBe('applied');
    expect(ask(house)).toBe('noop');
    expect(answer(house, 5, grill, cook(fry))).toBe('wrong_station');
    house.later(MINUTE);
    expect(answer(house, 5)).toBe('applied');
    expect(answer(house, 5)).toBe('noop');
    expect(house.ticket().howLong[grill]).toEqual({
      askedAt: house.now - MINUTE,
      minutes: 5,
      answeredAt: house.now,
      by: 'grill',
    });
    expect(ask(house)).toBe('applied');
    expect(house.ticket().howLong[grill]?.minutes).toBe(null);
    expect(house.replayed()).toEqual(house.state);
  });

  test('[N2] a neighbour answers for a station that is down, and says so', () => {
    const house = table();
    ask(house, fry);
    const command = { type: 'station.answer', ticket: house.ticket().id, station: fry, minutes: 2 } as const;
    expect(house.say(command, cook(grill))).toBe('wrong_station');
    expect(house.say({ ...command, asNeighbour: true }, cook(grill))).toBe('applied');
    expect(house.ticket().howLong[fry]?.by).toBe('grill');
  });

  test('[N2] not of a station that cooks nothing of it; nobody answers what nobody asked', () => {
    const house = table();
    expect(answer(house, 5)).toBe('superseded');
    house.bump('burger', fry);
    expect(ask(house, fry)).toBe('not_found');
    expect(ask(house, cold)).toBe('not_found');
  });

  test('[N2] a question about food that has gone does not keep the next from being asked', () => {
    const house = table();
    ask(house);
    house.bump('steak');
    house.bump('burger');
    house.later(MINUTE);
    house.say({ type: 'course.fire', ticket: house.ticket().id, course: 2 }, expo);
    expect(ask(house)).toBe('applied');
    expect(house.ticket().howLong[grill]?.askedAt).toBe(house.now);
  });
});

describe('HANDS', () => {
  test('[N3] is called for ready plates alone, once, and taken back', () => {
    const house = table();
    expect(hands(house)).toBe('not_ready');
    house.bump('steak');
    expect(hands(house)).toBe('applied');
    expect(hands(house)).toBe('noop');
    expect(house.ticket().hands).toEqual({ course: 1, calledAt: house.now });
    expect(hands(house, false)).toBe('applied');
    expect(house.ticket().hands).toBe(null);
    expect(house.events('call').map(({ isOn }) => isOn)).toEqual([true, false]);
  });

  test('[N3] ends with the last plate that is run', () => {
    const house = table();
    house.bump('steak');
    house.bump('burger');
    house.bump('burger', fry);
    hands(house);
    const run = (id: string) => {
      const portions = [{ item: house.item(id).id, batch: 1, quantity: 1 }];
      const { id: ticket } = house.ticket();
      house.say({ type: 'course.run', ticket, course: 1, portions, anyway: false, seen: house.seq }, expo);
    };
    run('steak');
    expect(house.ticket().hands).not.toBe(null);
    run('burger');
    expect(house.ticket().hands).toBe(null);
    expect(house.replayed()).toEqual(house.state);
  });
});

test('[N4] what a station has seen may wait for the hub; what is of the moment may not', () => {
  const offline = (type: keyof typeof COMMAND_RULES) => COMMAND_RULES[type].offline;
  expect(offline('changes.see')).toBe('queue');
  for (const type of ['station.note', 'station.ask', 'station.answer', 'hands.call', 'course.plan'] as const)
    expect(offline(type)).toBe('refuse');
});
