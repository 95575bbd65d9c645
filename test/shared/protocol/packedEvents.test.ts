import { describe, expect, test } from 'vitest';
import { sparseEvent } from '../../../shared/domain/events/sparseEvent.ts';
import { packEvents, unpackEvents } from '../../../shared/protocol/packedEvents.ts';
import { cook, grill, House } from '../../support/house.ts';
import { HouseNight } from '../../support/houseNight.ts';

const EPOCH_N = 1;
const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value));

/** The log of an evening, cut at places of all kinds. */
function evening(seed: number, steps: number) {
  const night = new HouseNight(seed);
  for (let step = 0; step < steps; step += 1) night.step();
  return night.house.log;
}

describe('events on their way to screens', () => {
  test('are read back as they were, but for the outside names, however the log is cut', () => {
    const log = evening(5, 200);
    for (let from = 0, size = 1; from < log.length; from += size, size = (size % 23) + 1) {
      const events = log.slice(from, from + size);
      const expected = events.map(({ ref: _ref, ...event }) => event);
      const first = events[0]?.seq ?? 0;
      expect(unpackEvents(EPOCH_N, first, throughJson(packEvents(EPOCH_N, events)))).toEqual(expected);
    }
  });

  test('of another epoch keep their own ids', () => {
    const events = evening(6, 20).slice(0, 9);
    const read = unpackEvents(7, 1, throughJson(packEvents(7, events)));
    expect(read.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
  });

  test('of a bump are a third as long as they are written in the log', () => {
    const house = new House();
    house.put({ items: [1, 2, 3, 4, 5, 6].map((n) => ({ id: `i${n}`, course: 1 })) });
    const { id: ticket, items } = house.ticket();
    const portions = items.map(({ id }) => ({ item: id, batch: 1, quantity: 1 }));
    const from = house.log.length;
    const press = { ticket, station: grill, portions, voids: [], changes: [], seen: house.seq };
    expect(house.say({ type: 'ticket.bump', ...press }, cook(grill))).toBe('applied');
    const events = house.log.slice(from);
    const packed = JSON.stringify(packEvents(EPOCH_N, events)).length;
    expect(packed).toBeLessThan(JSON.stringify(events.map((event) => sparseEvent(event))).length * 0.33);
  });
});
