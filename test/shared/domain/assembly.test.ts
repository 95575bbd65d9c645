import { describe, expect, test } from 'vitest';
import { HouseConfig } from '../../../shared/config/houseConfig.ts';
import { expoBoard, stationBoard } from '../../../shared/domain/selectors/stationBoard.ts';
import { StationId } from '../../../shared/lib/ids.ts';
import { cook, expo, fry, grill, House, MINUTE } from '../../support/house.ts';

const pass = StationId.parse('pass');

/** Burgers are grilled and then built; chips are fried. */
function burgers(stations: Record<string, unknown>[] = []): House {
  return new House(
    HouseConfig.parse({
      stations: [
        { id: 'grill', name: 'Grill' },
        { id: 'fry', name: 'Fry' },
        { id: 'pass', name: 'Build' },
        ...stations,
      ],
      routes: [
        { menuItems: ['burger'], stations: ['grill', 'pass'], handsOn: true },
        { stations: ['fry', 'pass'] },
      ],
      pass: 'expo',
    }),
  );
}

const burger = (id: string, quantity = 1) => ({ id, menuItemId: 'burger', quantity, course: 1 });
const tileAt = (house: House, station: StationId) =>
  stationBoard(house.state, station, house.config, house.now).tiles[0];
const lineAt = (house: House, station: StationId) => tileAt(house, station)?.lines[0];

describe('[B17] assembly: a dish that stations hand on to each other', () => {
  test('is seen by the second from the fire on: from whom, without a clock and with nothing to bump', () => {
    const house = burgers();
    house.put({ items: [burger('a')] });
    expect(lineAt(house, pass)).toMatchObject({ from: { station: grill, isWaited: true }, alsoAt: [] });
    expect(tileAt(house, pass)).toMatchObject({ clock: null, waitsFor: [grill], place: { kind: 'none' } });
    expect(lineAt(house, grill)).toMatchObject({ handsTo: pass, alsoAt: [] });
    expect(tileAt(house, grill)?.clock).not.toBeNull();
  });

  test("its clock at the second starts when the first bumps, and the POS hears of it at the second's bump", () => {
    const house = burgers();
    house.put({ items: [burger('a')] });
    house.later(7 * MINUTE);
    expect(house.bump('a', grill)).toBe('applied');
    expect(tileAt(house, pass)?.clock?.firedAt).toBe(house.now);
    expect(lineAt(house, pass)?.from).toEqual({ station: grill, isWaited: false });
    expect(house.events('item.bumped')).toHaveLength(0);
    house.later(MINUTE);
    expect(house.bump('a', pass)).toBe('applied');
    expect(house.events('item.bumped')).toHaveLength(1);
    expect(house.replayed()).toEqual(house.state);
  });

  test('what has not come is not started or bumped there, be it pressed on an old glass', () => {
    const house = burgers();
    house.put({ items: [burger('a')] });
    expect(house.bump('a', pass)).toBe('not_ready');
    const { id: ticket } = house.ticket();
    const portions = [{ item: house.item('a').id, batch: 1 }];
    expect(
      house.say({ type: 'item.start', ticket, station: pass, portions, seen: house.seq }, cook(pass)),
    ).toBe('not_ready');
    house.say({ type: 'ticket.hear', ticket, station: pass, version: 1 }, cook(pass));
    expect(house.batch('a').parts.find(({ station }) => station === pass)?.startedAt).toBeNull();
  });

  test('of several those that have come may be bumped: 1 of 3', () => {
    const house = burgers();
    house.put({ items: [burger('a', 3)] });
    house.bump('a', grill, { quantity: 1 });
    const cameAt = house.now;
    house.later(2 * MINUTE);
    house.bump('a', grill, { quantity: 2 });
    expect(tileAt(house, pass)).toMatchObject({
      clock: { firedAt: cameAt },
      place: { kind: 'bump', portions: [{ quantity: 2 }] },
    });
    expect(house.bump('a', pass, { quantity: 3 })).toBe('applied');
    expect(house.batch('a').parts.map(({ ready }) => ready)).toEqual([2, 2]);
    expect(tileAt(house, pass)).toMatchObject({ waitsFor: [grill], place: { kind: 'none' } });
  });

  test('taken back by the first it is waited for again', () => {
    const house = burgers();
    house.put({ items: [burger('a')] });
    house.bump('a', grill);
    const { id: ticket } = house.ticket();
    const portions = [{ item: house.item('a').id, batch: 1, quantity: 0 }];
    const recall = { type: 'item.recall', ticket, station: grill, portions, undo: true } as const;
    expect(house.say({ ...recall, seen: house.seq }, cook(grill))).toBe('applied');
    expect(tileAt(house, pass)).toMatchObject({ clock: null, waitsFor: [grill] });
  });

  test('beside it stands what begins at once, with its own clock and its own bump', () => {
    const house = burgers();
    house.put({ items: [burger('a'), { id: 'chips', course: 1 }] });
    const firedAt = house.now;
    house.later(MINUTE);
    const tile = tileAt(house, pass);
    expect(tile?.clock?.firedAt).toBe(firedAt);
    expect(tile?.waitsFor).toBeUndefined();
    expect(tile?.place).toMatchObject({ kind: 'bump', portions: [{ item: house.item('chips').id }] });
    expect(tile?.lines.map(({ alsoAt }) => alsoAt)).toEqual([[], [fry]]);
  });

  test('keeps its order when the work moves; who has both hands nothing to himself', () => {
    const house = burgers();
    house.put({ items: [burger('a'), burger('b')] });
    const { id: ticket } = house.ticket();
    const move = (id: string, from: StationId, to: StationId) =>
      house.say(
        {
          type: 'part.move',
          ticket,
          portions: [{ item: house.item(id).id, batch: 1 }],
          from,
          to,
          seen: house.seq,
        },
        expo,
      );
    expect(move('a', grill, fry)).toBe('applied');
    expect(lineAt(house, pass)?.from).toEqual({ station: fry, isWaited: true });
    expect(move('b', grill, pass)).toBe('applied');
    expect(house.item('b').handedBy).toEqual({});
    expect(house.bump('b', pass)).toBe('applied');
  });

  test('a closed station between hands on by its stand-in', () => {
    const house = burgers();
    house.config = HouseConfig.parse({
      ...house.config,
      stations: house.config.stations.map((one) =>
        one.id === 'grill' ? { ...one, state: 'closed', standIn: 'fry' } : one,
      ),
    });
    house.put({ items: [burger('a')] });
    expect(lineAt(house, pass)?.from?.station).toBe(fry);
  });

  test('expo is told that the second waits, and RUN ANYWAY passes it all the same', () => {
    const house = burgers();
    house.put({ items: [burger('a')] });
    const [tile] = expoBoard(house.state, house.config, house.now).tiles;
    expect(tile?.lines[0]?.parts.find(({ station }) => station === pass)?.state).toBe('waits');
    const { id: ticket } = house.ticket();
    const portions = [{ item: house.item('a').id, batch: 1, quantity: 1 }];
    expect(
      house.say({ type: 'course.run', ticket, course: 1, portions, anyway: true, seen: house.seq }, expo),
    ).toBe('applied');
    expect(house.batch('a').run).toBe(1);
  });
});
