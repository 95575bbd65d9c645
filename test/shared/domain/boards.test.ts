import { describe, expect, test } from 'vitest';
import type { Board, TileView } from '../../../shared/domain/selectors/boardView.ts';
import { expoBoard, stationBoard } from '../../../shared/domain/selectors/stationBoard.ts';
import { NO_STATION, type StationId } from '../../../shared/lib/ids.ts';
import { cook, EVENING, expo, fry, grill, House, MINUTE } from '../../support/house.ts';

function boardAt(house: House, station: StationId = grill): Board {
  return stationBoard(house.state, station, house.config, house.now);
}

function tileAt(house: House, station: StationId = grill, title = '12'): TileView {
  const tile = boardAt(house, station).tiles.find((one) => one.title === title);
  if (!tile) throw new Error(`no tile ${title} at ${station}`);
  return tile;
}

describe('boards', () => {
  test('tickets stand in the order of fire; rush alone goes before it', () => {
    const house = new House();
    for (const id of ['A', 'B', 'C']) {
      house.put({ id, table: id, items: [{ id: 'x', course: 1 }] });
      house.later(MINUTE);
    }
    expect(boardAt(house).tiles.map((tile) => tile.title)).toEqual(['A', 'B', 'C']);
    house.say({ type: 'ticket.rush', ticket: house.ticket('C').id, priority: 'rush' }, expo);
    expect(boardAt(house).tiles.map((tile) => tile.title)).toEqual(['C', 'A', 'B']);
    house.later(MINUTE).say({ type: 'ticket.rush', ticket: house.ticket('B').id, priority: 'rush' }, expo);
    expect(boardAt(house).tiles.map((tile) => tile.title)).toEqual(['C', 'B', 'A']);
    house.say({ type: 'ticket.rush', ticket: house.ticket('C').id, priority: 'normal' }, expo);
    expect(boardAt(house).tiles.map((tile) => tile.title)).toEqual(['B', 'A', 'C']);
  });

  test('equal dishes share a line only when nothing a cook must tell apart differs', () => {
    const house = new House();
    house.put({
      items: [
        { id: 'a', name: 'Ribeye', course: 1, seat: 1 },
        { id: 'b', name: 'Ribeye', course: 1, seat: 4 },
        { id: 'c', name: 'Ribeye', course: 1, seat: 2, notes: 'blue' },
        { id: 'd', name: 'Ribeye', course: 1, seat: 3 },
      ],
      allergies: [{ allergen: 'milk', seat: 3 }],
    });
    expect(tileAt(house).lines.map((line) => [line.quantity, line.seats])).toEqual([
      [2, [1, 4]],
      [1, [2]],
      [1, [3]],
    ]);
  });

  test('[B5] with two steps no dish is another for its ticket being heard; with three it says that it is started', () => {
    const house = new House();
    house.put({
      items: [
        { id: 'soup', course: 1 },
        { id: 'ribeye', course: 1 },
      ],
    });
    const hear = () => {
      const { id: ticket, versions } = house.ticket();
      house.say({ type: 'ticket.hear', ticket, station: grill, version: versions[grill] ?? 0 });
    };
    const before = tileAt(house);
    expect(before.isHeard).toBe(false);
    hear();
    expect(house.events('item.started')).toHaveLength(2);
    expect(tileAt(house)).toEqual({ ...before, isHeard: true });
    const stations = house.config.stations.map((one) => ({ ...one, steps: 3 as const }));
    house.config = { ...house.config, stations };
    expect(tileAt(house).lines.map(({ state }) => state)).toEqual(['started', 'started']);
  });

  test('the bump place is the hearing button while hearing is owed, naming every allergy of this course', () => {
    const house = new House();
    house.put({
      items: [{ id: 'bass', course: 1, seat: 2 }],
      allergies: [
        { allergen: 'sesame', seat: 2 },
        { allergen: 'milk', severity: 'intolerance', seat: 2 },
        { allergen: 'egg', seat: 4 },
      ],
    });
    const tile = tileAt(house);
    expect(tile.place).toMatchObject({ kind: 'hear', weight: 'must', allergies: ['2:sesame', '2:milk'] });
    expect(tile.bands.map((band) => [band.key, band.weight, band.isOwed])).toEqual([
      ['2:sesame', 'filled', true],
      ['4:egg', 'thin', false],
      ['2:milk', 'outlined', true],
    ]);
    house.hear('2:sesame');
    house.hear('2:milk');
    expect(tileAt(house).place.kind).toBe('bump');
  });

  test('a tile stays for a void nobody here has seen, and goes when it is seen', () => {
    const house = new House();
    house.put({ items: [{ id: 'soup', course: 1 }] });
    house.put({ items: [] });
    const { place } = tileAt(house);
    expect(place).toMatchObject({ kind: 'bump', portions: [], voids: [{ batch: 1 }] });
    if (place.kind !== 'bump') return;
    const bump = { type: 'ticket.bump', ticket: house.ticket().id, station: grill, seen: house.seq } as const;
    const { portions, voids, changes } = place;
    house.say({ ...bump, portions: [...portions], voids: [...voids], changes: [...changes] }, cook(grill));
    expect(boardAt(house).tiles).toEqual([]);
  });

  test('food of no station stands on every screen as its own tile, and on expo', () => {
    const house = new House();
    house.put({
      items: [
        { id: 'a', course: 1, stations: ['grill'] },
        { id: 'x', course: 1, stations: ['sushi'] },
      ],
    });
    for (const station of [grill, fry]) {
      const lost = boardAt(house, station).tiles.find((tile) => tile.station === NO_STATION);
      expect(lost?.lines.map((line) => [line.name, line.unknownStations])).toEqual([['x', ['sushi']]]);
    }
    expect(
      expoBoard(house.state, house.config, house.now).tiles[0]?.lines.some((line) => line.isNoStation),
    ).toBe(true);
  });

  test('held food is not on the board until ten minutes before its fire: then coming up, without clock or bump', () => {
    const house = new House();
    house.put({
      items: [
        { id: 'soup', course: 1, stations: ['fry'] },
        { id: 'ribeye', course: 2 },
      ],
      courses: [{ number: 2, fireAt: EVENING + 15 * MINUTE }],
    });
    expect(boardAt(house).tiles).toEqual([]);
    house.later(5 * MINUTE);
    expect(tileAt(house)).toMatchObject({
      clock: null,
      comingUpAt: EVENING + 15 * MINUTE,
      place: { kind: 'none' },
    });
  });

  test("the clock is late by the longest prep here, or by the course's own limits", () => {
    const house = new House();
    house.put({
      id: 'A',
      table: 'A',
      items: [
        { id: 'a', course: 1, prepSeconds: 300 },
        { id: 'b', course: 1, prepSeconds: 600 },
      ],
    });
    house.put({
      id: 'B',
      table: 'B',
      items: [
        { id: 'a', course: 1 },
        { id: 'b', course: 2 },
      ],
    });
    house.put({ id: 'C', table: null, channel: 'bar', items: [{ id: 'a' }] });
    const minutes = (title: string) => {
      const clock = tileAt(house, grill, title).clock;
      return clock && [(clock.soonAt - clock.firedAt) / MINUTE, (clock.lateAt - clock.firedAt) / MINUTE];
    };
    expect(minutes('A')).toEqual([8, 11]);
    expect(minutes('B')).toEqual([8, 12]);
    expect(minutes('C')).toEqual([5, 8]);
  });

  test('all-day counts what is fired and not ready here, held apart, allergies apart', () => {
    const house = new House();
    house.put({
      items: [
        { id: 'r', name: 'Ribeye', course: 1, quantity: 3, seat: 1 },
        { id: 's', name: 'Ribeye', course: 2, quantity: 2 },
      ],
    });
    house.put({
      id: 'T2',
      items: [{ id: 'r', name: 'Ribeye', course: 1, seat: 2 }],
      allergies: [{ allergen: 'milk', seat: 2 }],
    });
    house.bump('r', grill, { quantity: 1 });
    expect(boardAt(house).allDay).toMatchObject([{ name: 'Ribeye', cooking: 3, held: 2, allergy: 1 }]);
  });

  test('a takeout order not released yet is only a count', () => {
    const house = new House();
    house.put({
      channel: 'takeout',
      table: null,
      promisedAt: EVENING + 60 * MINUTE,
      items: [{ id: 'burger', prepSeconds: 600 }],
    });
    expect(boardAt(house)).toMatchObject({ tiles: [], later: 1 });
    house.later(40 * MINUTE).tick();
    expect(boardAt(house)).toMatchObject({ later: 0 });
    expect(boardAt(house).tiles).toHaveLength(1);
  });

  test('expo keeps a table between its courses, so that the next can be fired', () => {
    const house = new House();
    house.put({
      items: [
        { id: 'soup', course: 1 },
        { id: 'ribeye', course: 2 },
      ],
    });
    house.bump('soup');
    const [tile] = expoBoard(house.state, house.config, house.now).tiles;
    expect(tile?.courses.map((course) => course.state)).toEqual(['run', 'held']);
    expect(tile?.lines.map((line) => line.name)).toEqual(['ribeye']);
    house.say({ type: 'course.fire', ticket: house.ticket().id, course: 2 }, expo);
    expect(boardAt(house).tiles).toHaveLength(1);
  });

  test('an unchanged ticket keeps its tile, whatever happens to the others', () => {
    const house = new House();
    house.put({ id: 'A', table: 'A', items: [{ id: 'a', course: 1 }] });
    house.put({ id: 'B', table: 'B', items: [{ id: 'b', course: 1 }] });
    const before = tileAt(house, grill, 'A');
    house.bump('b', grill, { ticket: 'B' });
    expect(tileAt(house, grill, 'A')).toBe(before);
  });
});
