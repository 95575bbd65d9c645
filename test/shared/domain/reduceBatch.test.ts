import { describe, expect, it } from 'vitest';
import { emptyState, type State, stateToDocument } from '../../../shared/domain/model/state.ts';
import { reduce } from '../../../shared/domain/reducer/reduce.ts';
import { reduceBatch } from '../../../shared/domain/reducer/reduceBatch.ts';
import { packEvents, unpackEvents } from '../../../shared/protocol/packedEvents.ts';
import { chanceOf } from '../../support/chance.ts';
import { cook, grill, House } from '../../support/house.ts';
import { HouseNight } from '../../support/houseNight.ts';

const SEEDS = [3, 14, 15, 92];
const STEPS = 160;

describe('events reduced together', () => {
  it.each(SEEDS)('make the state that they make one by one, however the log of night %i is cut', (seed) => {
    const night = new HouseNight(seed);
    for (let step = 0; step < STEPS; step += 1) night.step();
    const { log } = night.house;
    const below = chanceOf(seed);
    let [alone, together]: [State, State] = [emptyState, emptyState];
    for (let from = 0; from < log.length; ) {
      const events = log.slice(from, from + 1 + below(60));
      const before = stateToDocument(together);
      alone = events.reduce(reduce, alone);
      const next = reduceBatch(together, events);
      // What was there is left as it was.
      expect(stateToDocument(together)).toEqual(before);
      together = next;
      expect(stateToDocument(together)).toEqual(stateToDocument(alone));
      expect(new Map(together.places.entries())).toEqual(new Map(alone.places.entries()));
      from += events.length;
    }
    expect(log.some(({ type }) => type === 'item.bumped')).toBe(true);
  });

  it('leave lines of one count at one station with the same batches, from the put to the bump', () => {
    const house = new House();
    house.put({ items: [1, 2, 3].map((n) => ({ id: `i${n}`, quantity: n === 3 ? 2 : 1, course: 1 })) });
    const { id: ticket, items } = house.ticket();
    const portions = items.map(({ id, saidQuantity: quantity }) => ({ item: id, batch: 1, quantity }));
    const press = { ticket, station: grill, portions, voids: [], changes: [], seen: house.seq };
    expect(house.say({ type: 'ticket.bump', ...press }, cook(grill))).toBe('applied');
    const read = unpackEvents(1, 1, JSON.parse(JSON.stringify(packEvents(1, house.log))));
    const [one, other, two] = [...reduceBatch(emptyState, read).tickets.values()][0]?.items ?? [];
    expect(one?.batches[0]).toMatchObject({ quantity: 1, bumped: 1 });
    expect(other?.batches).toBe(one?.batches);
    expect(two?.batches[0]).toMatchObject({ quantity: 2, bumped: 2 });
  });

  it('of a ticket that is not open throw, and nothing has changed', () => {
    const night = new HouseNight(1);
    for (let step = 0; step < 30; step += 1) night.step();
    const { log } = night.house;
    const at = log.findIndex(({ type }) => type === 'ticket.heard' || type === 'part.bumped');
    const before = log.slice(0, at).reduce(reduce, emptyState);
    const [event] = log.slice(at);
    if (event === undefined || !('ticket' in event)) throw new Error('a night without a press');
    const stray = { ...event, ticket: 'nobody' } as typeof event;
    expect(() => reduceBatch(before, [stray])).toThrow('broken invariant');
  });
});
