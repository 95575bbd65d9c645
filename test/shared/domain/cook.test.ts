import { describe, expect, test } from 'vitest';
import type { AllergyKey } from '../../../shared/lib/ids.ts';
import { NO_STATION } from '../../../shared/lib/ids.ts';
import { cook, EVENING, expo, fry, grill, House, MINUTE, type SaidTicket } from '../../support/house.ts';

const twoDishes: SaidTicket = {
  items: [
    { id: 'ribeye', course: 1, quantity: 4, stations: ['grill', 'fry'] },
    { id: 'fries', course: 1, stations: ['fry'] },
  ],
};

function portionsOf(house: House, id: string, quantity: number) {
  const item = house.item(id);
  return item.batches.map((batch) => ({ item: item.id, batch: batch.n, quantity }));
}

function withPass(): House {
  const house = new House();
  house.config = { ...house.config, pass: 'expo' };
  return house;
}

describe('presses', () => {
  test('[B1] ready when the last of its stations has bumped, told once', () => {
    const house = new House();
    house.put(twoDishes);
    house.bump('ribeye', grill);
    expect(house.events('item.bumped')).toEqual([]);
    house.bump('ribeye', fry);
    expect(
      house.events('item.bumped').map((event) => [event.external, event.quantity, event.stations]),
    ).toEqual([['ribeye', 4, [grill, fry]]]);
    expect(house.events('course.run')).toEqual([]);
    house.bump('fries', fry);
    expect(house.types().slice(-5)).toEqual([
      'course.ready',
      'course.run',
      'ticket.ready',
      'ticket.run',
      'ticket.ended',
    ]);
    expect(house.events('ticket.run')).toHaveLength(1);
    expect(house.events('ticket.ended')).toHaveLength(1);
  });

  test('[B2] food added since the press stays; the same bump again is nothing', () => {
    const house = new House();
    house.put(twoDishes);
    const seen = house.seq;
    const portions = portionsOf(house, 'fries', 1);
    house.put({ items: [...(twoDishes.items ?? []), { id: 'slaw', course: 1, stations: ['fry'] }] });
    const bump = {
      type: 'ticket.bump',
      ticket: house.ticket().id,
      station: fry,
      portions,
      voids: [],
      changes: [],
      seen,
    } as const;
    expect(house.say(bump, cook(fry))).toBe('applied');
    expect(house.batch('slaw').parts[0]?.ready).toBe(0);
    expect(house.say(bump, cook(fry))).toBe('noop');
  });

  test("[B3] undo brings back one station's part and says so; recall brings it back everywhere, clocks on", () => {
    const house = new House();
    house.put(twoDishes);
    house.bump('ribeye', grill);
    house.bump('ribeye', fry);
    house.later(2_000);
    const recall = { type: 'item.recall', ticket: house.ticket().id, seen: house.seq } as const;
    house.say({ ...recall, station: fry, undo: true, portions: portionsOf(house, 'ribeye', 0) }, cook(fry));
    expect(house.batch('ribeye').parts.map((part) => part.ready)).toEqual([4, 0]);
    expect(house.events('item.recalled').map((event) => [event.quantity, event.undo])).toEqual([[4, true]]);
    house.bump('ribeye', fry);
    house.later(10 * MINUTE);
    const again = {
      ...recall,
      seen: house.seq,
      station: null,
      undo: false,
      portions: portionsOf(house, 'ribeye', 0),
    };
    expect(house.say(again, cook(grill))).toBe('applied');
    expect(house.batch('ribeye').parts.map((part) => part.ready)).toEqual([0, 0]);
    expect(house.batch('ribeye').run).toBe(0);
    expect(house.batch('ribeye').firedAt).toBe(EVENING);
    expect(house.say({ ...again, seen: house.seq }, cook(grill))).toBe('noop');
  });

  test('[B4] recalled, refired, voided or held after the press was seen: superseded', () => {
    const cases: ((house: House) => void)[] = [
      (house) => {
        house.bump('fries', fry);
        const recall = {
          type: 'item.recall',
          ticket: house.ticket().id,
          station: null,
          undo: false,
          seen: house.seq,
        } as const;
        house.say({ ...recall, portions: portionsOf(house, 'fries', 0) }, {
          ...cook(fry),
          screen: 'another',
        } as typeof expo);
      },
      (house) => {
        house.say(
          {
            type: 'item.start',
            ticket: house.ticket().id,
            station: fry,
            portions: portionsOf(house, 'fries', 1),
            seen: house.seq,
          },
          cook(fry),
        );
        house.say(
          { type: 'item.refire', ticket: house.ticket().id, item: house.item('fries').id, reason: 'dropped' },
          expo,
        );
      },
      (house) => house.put({ items: [twoDishes.items?.[0] ?? { id: '' }] }),
      (house) =>
        house.say({ type: 'item.hold', ticket: house.ticket().id, items: [house.item('fries').id] }, expo),
    ];
    for (const since of cases) {
      const house = new House();
      house.put(twoDishes);
      const seen = house.seq;
      const portions = portionsOf(house, 'fries', 1);
      since(house);
      const bump = { type: 'item.bump', ticket: house.ticket().id, station: fry, portions, seen } as const;
      expect(house.say(bump, cook(fry))).toBe('superseded');
    }
  });

  test('[B4] bump, take back and bump again while the line was down: all three were meant', () => {
    const house = new House();
    house.put(twoDishes);
    const seen = house.seq;
    const press = { ticket: house.ticket().id, station: fry, seen } as const;
    const one = portionsOf(house, 'fries', 1);
    expect(house.say({ type: 'item.bump', ...press, portions: one }, cook(fry))).toBe('applied');
    const none = portionsOf(house, 'fries', 0);
    expect(house.say({ type: 'item.recall', ...press, undo: true, portions: none }, cook(fry))).toBe(
      'applied',
    );
    const other = { ...cook(fry), screen: 'another' } as typeof expo;
    expect(house.say({ type: 'item.bump', ...press, portions: one }, other)).toBe('superseded');
    expect(house.say({ type: 'item.bump', ...press, portions: one }, cook(fry))).toBe('applied');
  });

  test('[B5] with two steps heard means started, with three it does not', () => {
    const house = new House();
    house.put(twoDishes);
    const hear = { type: 'ticket.hear', ticket: house.ticket().id, station: fry } as const;
    house.say({ ...hear, version: house.ticket().versions[fry] ?? 0 }, cook(fry));
    expect(house.events('item.started').map((event) => event.external)).toEqual(['ribeye', 'fries']);

    const three = new House();
    three.config = {
      ...three.config,
      stations: three.config.stations.map((one) => ({ ...one, steps: 3 as const })),
    };
    three.put(twoDishes);
    three.say({ ...hear, ticket: three.ticket().id, version: three.ticket().versions[fry] ?? 0 }, cook(fry));
    expect(three.events('item.started')).toEqual([]);
    const start = { type: 'item.start', ticket: three.ticket().id, station: fry, seen: three.seq } as const;
    three.say({ ...start, portions: portionsOf(three, 'fries', 1) }, cook(fry));
    expect(three.events('item.started').map((event) => event.external)).toEqual(['fries']);
  });

  test('[B6] any press counts as heard, once a version; a press on an older version does not', () => {
    const house = new House();
    house.put(twoDishes);
    const old = house.ticket().versions[fry] ?? 0;
    house.bump('fries', fry);
    expect(house.events('ticket.heard')).toHaveLength(1);
    house.put({ items: [...(twoDishes.items ?? []), { id: 'slaw', course: 1, stations: ['fry'] }] });
    const hear = { type: 'ticket.hear', ticket: house.ticket().id, station: fry } as const;
    expect(house.say({ ...hear, version: old }, cook(fry))).toBe('noop');
    expect(house.say({ ...hear, version: house.ticket().versions[fry] ?? 0 }, cook(fry))).toBe('applied');
  });

  test('[B7] a station acts only for itself; food without a station may be pressed at any', () => {
    const house = new House();
    house.put({
      items: [
        { id: 'a', course: 1, stations: ['grill'] },
        { id: 'lost', course: 1, stations: ['sushi'] },
      ],
    });
    const press = { type: 'item.bump', ticket: house.ticket().id, seen: house.seq } as const;
    expect(house.say({ ...press, station: grill, portions: portionsOf(house, 'a', 1) }, cook(fry))).toBe(
      'wrong_station',
    );
    expect(house.say({ ...press, station: fry, portions: portionsOf(house, 'a', 1) }, cook(fry))).toBe(
      'wrong_station',
    );
    expect(
      house.say({ ...press, station: NO_STATION, portions: portionsOf(house, 'lost', 1) }, cook(fry)),
    ).toBe('applied');
  });

  test('[B8] with a pass only the pass makes food run; lines first', () => {
    const house = withPass();
    house.put(twoDishes);
    house.bump('fries', fry);
    expect(house.batch('fries').run).toBe(0);
    house.bump('ribeye', grill);
    house.bump('ribeye', fry);
    expect(house.events('course.ready')).toHaveLength(1);
    expect(house.events('course.run')).toEqual([]);
    const run = { type: 'course.run', ticket: house.ticket().id, course: 1, anyway: false } as const;
    house.say({ ...run, portions: portionsOf(house, 'ribeye', 2), seen: house.seq }, expo);
    expect(house.batch('ribeye').run).toBe(2);
    house.say(
      {
        ...run,
        portions: [...portionsOf(house, 'ribeye', 4), ...portionsOf(house, 'fries', 1)],
        seen: house.seq,
      },
      expo,
    );
    expect(house.events('course.run')).toHaveLength(1);
  });

  test('[B9] RUN ANYWAY bumps at the stations and passes no allergy nobody has heard', () => {
    const house = withPass();
    house.put({ ...twoDishes, allergies: [{ allergen: 'sesame', seat: null }] });
    const run = { type: 'course.run', ticket: house.ticket().id, course: 1, seen: house.seq } as const;
    const portions = portionsOf(house, 'fries', 1);
    expect(house.say({ ...run, portions, anyway: true }, expo)).toBe('allergy_unheard');
    house.hear('?:sesame', fry);
    expect(house.say({ ...run, portions, anyway: false }, expo)).toBe('not_ready');
    const plates = portions.map(({ item, batch }) => ({
      item,
      batch,
      allergies: ['?:sesame' as AllergyKey],
    }));
    expect(house.say({ ...run, portions, plates, anyway: true }, expo)).toBe('applied');
    expect(house.batch('fries').parts[0]?.ready).toBe(1);
    expect(house.events('part.bumped').map((event) => [event.station, event.by])).toEqual([[fry, 'expo']]);
  });

  test('[B10] a ticket bump sees voids and changes; it ends when all is run and seen; closes after an hour', () => {
    const house = new House();
    house.put(twoDishes);
    house.put({ items: [{ id: 'fries', course: 1, stations: ['fry'], seat: 3 }] });
    const ribeye = house.item('ribeye');
    house.bump('fries', fry);
    expect(house.events('ticket.ended')).toEqual([]);
    const bump = { type: 'ticket.bump', ticket: house.ticket().id, portions: [], seen: house.seq } as const;
    const voids = ribeye.batches.map((batch) => ({ item: ribeye.id, batch: batch.n }));
    house.say({ ...bump, station: fry, voids, changes: [house.item('fries').id] }, cook(fry));
    expect(house.events('ticket.ended')).toEqual([]);
    expect(house.item('fries').change).toBeNull();
    house.say({ ...bump, station: grill, voids, changes: [] }, cook(grill));
    expect(house.events('ticket.ended')).toHaveLength(1);
    house.later(59 * MINUTE).tick();
    expect(house.state.tickets.size).toBe(1);
    house.later(MINUTE).tick();
    expect(house.state.tickets.size).toBe(0);
  });

  test('[B11] portions are counted one by one, and fractions are food too', () => {
    const house = new House();
    house.put({
      items: [
        { id: 'ribs', course: 1, quantity: 4 },
        { id: 'fish', course: 1, quantity: 0.35 },
      ],
    });
    for (const quantity of [1, 2, 3, 4]) house.bump('ribs', grill, { quantity });
    house.bump('fish', grill);
    expect(house.events('item.bumped').map((event) => event.quantity)).toEqual([1, 1, 1, 1, 0.35]);
    expect(house.events('ticket.run')).toHaveLength(1);
  });

  test('[B12] a refire is new food with a new clock; portions not out are replaced, those run stay run', () => {
    const house = withPass();
    house.put({
      items: [{ id: 'ribeye', course: 1, quantity: 2 }],
      allergies: [{ allergen: 'milk', seat: null }],
    });
    const refire = {
      type: 'item.refire',
      ticket: { source: 'pos', id: 'T1' },
      item: 'ribeye',
      reason: 'dropped',
    } as const;
    house.hear('?:milk');
    house.bump('ribeye', grill, { quantity: 1 });
    house.later(5 * MINUTE);
    expect(house.say({ ...refire, quantity: 3 })).toBe('conflict');
    expect(house.say({ ...refire, quantity: 1 })).toBe('applied');
    const fresh = house.item('ribeye').batches.filter((batch) => batch.kind === 'refire');
    expect(fresh.map((batch) => [batch.quantity, batch.firedAt, batch.refire?.firedAt])).toEqual([
      [1, EVENING + 5 * MINUTE, EVENING],
    ]);
    expect(house.bump('ribeye')).toBe('allergy_unheard');
    const live = house.item('ribeye').batches.filter((batch) => batch.void === null);
    expect(live.reduce((sum, batch) => sum + batch.quantity, 0)).toBe(2);
  });

  test('[B12] held food cannot be refired; food just fired can', () => {
    const house = new House();
    house.put({
      items: [
        { id: 'soup', course: 1 },
        { id: 'ribeye', course: 2 },
      ],
    });
    const refire = { type: 'item.refire', ticket: { source: 'pos', id: 'T1' }, reason: 'dropped' } as const;
    expect(house.say({ ...refire, item: 'ribeye' })).toBe('not_fired');
    expect(house.say({ ...refire, item: 'soup' })).toBe('applied');
  });

  test('[B12] food sent back after the ticket has closed is refired on the ticket brought back', () => {
    const house = new House();
    house.put({ items: [{ id: 'ribeye', course: 1 }] });
    house.bump('ribeye');
    house.later(61 * MINUTE).tick();
    const refire = {
      type: 'item.refire',
      ticket: { source: 'pos', id: 'T1' },
      item: 'ribeye',
      reason: 'cold',
    } as const;
    expect(house.say(refire)).toBe('applied');
    expect(house.item('ribeye').batches.map((batch) => [batch.kind, batch.run])).toEqual([
      ['first', 1],
      ['refire', 0],
    ]);
    house.bump('ribeye');
    expect(house.events('ticket.ended')).toHaveLength(2);
  });

  test('[B13] the first receipt of a version and station is an event and makes no version', () => {
    const house = new House();
    house.put(twoDishes);
    const version = house.ticket().versions[fry] ?? 0;
    const ref = [{ ticket: house.ticket().id, version }];
    const report = { type: 'receipt.report', station: fry, listed: ref, painted: [] } as const;
    expect(house.say(report, cook(fry))).toBe('applied');
    expect(house.say(report, cook(fry))).toBe('noop');
    expect(house.say({ ...report, listed: [], painted: ref }, cook(fry))).toBe('applied');
    expect(house.ticket().versions[fry]).toBe(version);
    expect(
      house.say({ ...report, listed: [{ ticket: house.ticket().id, version: version - 1 }] }, cook(fry)),
    ).toBe('noop');
  });
});
