import { describe, expect, test } from 'vitest';
import { type FloorSteps, stepped, undoable } from '../../../../renderer/screens/setup/floor/FloorSteps.ts';
import {
  addCombination,
  addRoom,
  addTables,
  changeTable,
  duplicateTables,
  moveTables,
  removeCombination,
  removeRoom,
  removeTables,
  renameTable,
  seatsOf,
  turned,
} from '../../../../renderer/screens/setup/floor/floorEdits.ts';
import { planTroubles } from '../../../../renderer/screens/setup/floor/planTroubles.ts';
import {
  addSection,
  addServer,
  addShift,
  changeShift,
  removeSection,
} from '../../../../renderer/screens/setup/floor/serviceEdits.ts';
import { floorProblems } from '../../../../shared/config/checkFloor.ts';
import { FloorConfig, type Room } from '../../../../shared/config/floor.ts';
import { demoFloor } from '../../../../shared/demo/restaurant/floorPlan.ts';

const empty = addRoom(FloorConfig.parse({}), 'Dining room');
const roomOf = (floor: FloorConfig): Room => {
  const [room] = floor.rooms;
  if (!room) throw new Error('no room');
  return room;
};
const withTables = (count = 8, seats = 2) =>
  addTables(empty, roomOf(empty), { count, seats, shape: 'square' });
const place = (floor: FloorConfig, id: string) => {
  const table = floor.tables.find((one) => one.id === id);
  return table && [table.x, table.y];
};

describe('drawing a room', () => {
  test('eight two-tops at once, numbered on, on the grid, none in another, none outside', () => {
    const floor = withTables();
    expect(floor.tables.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    expect(planTroubles(floor, roomOf(floor))).toEqual([]);
    expect(floor.tables.every(({ x, y }) => x % 10 === 0 && y % 10 === 0)).toBe(true);
    const more = addTables(floor, roomOf(floor), { count: 2, seats: 8, shape: 'long' });
    expect(more.tables.slice(-2)).toMatchObject([
      { id: '9', seats: 8, width: 220, shape: 'long' },
      { id: '10' },
    ]);
    expect(planTroubles(more, roomOf(more))).toEqual([]);
    expect(floorProblems({ floor: more })).toEqual([]);
  });

  test('in a room that is full they stand in each other, and that is told', () => {
    const floor = addTables(
      empty,
      { ...roomOf(empty), width: 200, height: 200 },
      {
        count: 2,
        seats: 4,
        shape: 'square',
      },
    );
    expect(planTroubles(floor, roomOf(floor))).toEqual([{ kind: 'overlap', tables: ['1', '2'] }]);
  });

  test('a room is removed with its tables and what they were combined to', () => {
    const floor = addCombination(withTables(), ['1', '2'], 4);
    expect(removeRoom(floor, roomOf(floor).id)).toMatchObject({ rooms: [], tables: [], combinations: [] });
  });
});

describe('a table', () => {
  test('keeps to the grid of 10 cm wherever it is let go, several together', () => {
    const floor = moveTables(withTables(), ['1', '2'], { x: 13, y: -4 });
    expect([place(floor, '1'), place(floor, '2')]).toEqual([
      [50, 40],
      [190, 40],
    ]);
    expect(moveTables(floor, ['1'], { x: 0, y: 0 })).toBe(floor);
  });

  test('turns in steps of 15 degrees, past the whole turn and back', () => {
    expect([turned(7), turned(8), turned(352), turned(353), turned(-15)]).toEqual([0, 15, 345, 0, 345]);
  });

  test('that stands outside of its room is told, turned too', () => {
    const floor = changeTable(withTables(1), '1', { x: 1130, y: 300 });
    expect(planTroubles(floor, roomOf(floor))).toEqual([{ kind: 'outside', tables: ['1'] }]);
    const inside = changeTable(floor, '1', { x: 1120 });
    expect(planTroubles(inside, roomOf(inside))).toEqual([]);
    const corner = changeTable(inside, '1', { rotation: 45 });
    expect(planTroubles(corner, roomOf(corner))).toEqual([{ kind: 'outside', tables: ['1'] }]);
  });

  test('has a name of its own, and its combinations follow it', () => {
    const floor = addCombination(withTables(), ['1', '2'], 4);
    expect(renameTable(floor, '1', '2')).toBe(null);
    expect(renameTable(floor, '1', '  ')).toBe(null);
    const renamed = renameTable(floor, '1', ' T-1 ');
    expect(renamed?.combinations).toEqual([{ tables: ['T-1', '2'], seats: 4 }]);
    expect(renamed && floorProblems({ floor: renamed })).toEqual([]);
  });

  test('is copied beside itself under the next number, and removed with its combinations', () => {
    const floor = addCombination(withTables(2, 4), ['1', '2'], 8);
    const { floor: copied, made } = duplicateTables(floor, ['1', '2']);
    expect(made).toEqual(['3', '4']);
    expect(copied.tables.slice(2)).toMatchObject([{ seats: 4 }, { seats: 4 }]);
    expect(planTroubles(copied, roomOf(copied))).toEqual([]);
    expect(removeTables(copied, ['2'])).toMatchObject({ combinations: [] });
    expect(removeTables(copied, ['2']).tables.map(({ id }) => id)).toEqual(['1', '3', '4']);
  });
});

test('tables that stand together stand there once, in whatever order they were picked', () => {
  const floor = addCombination(withTables(), ['1', '2'], 4);
  expect(seatsOf(floor, ['1', '2'])).toBe(4);
  const again = addCombination(floor, ['2', '1'], 5);
  expect(again.combinations).toEqual([{ tables: ['2', '1'], seats: 5 }]);
  expect(removeCombination(again, ['1', '2']).combinations).toEqual([]);
});

describe('who serves, and when', () => {
  test('a section that goes leaves its tables to nobody', () => {
    const floor = changeTable(addSection(withTables(1), 'Window'), '1', { section: 'window' });
    expect(floorProblems({ floor })).toEqual([]);
    expect(removeSection(floor, 'window').tables[0]?.section).toBe(null);
  });
  test('a server is there once, a meal has an id for good', () => {
    const floor = addServer(addServer(empty, ' Mara '), 'Mara');
    expect(floor.servers).toEqual(['Mara']);
    const meals = addShift(addShift(floor, 'Dinner'), 'Dinner');
    expect(meals.shifts.map(({ id }) => id)).toEqual(['dinner', 'dinner-2']);
    expect(changeShift(meals, 'dinner', { coversPer15: 24 }).shifts[0]?.coversPer15).toBe(24);
  });
});

describe('UNDO', () => {
  const words = { key: 'move', values: { tables: '1' } };
  test('takes back a drag whole, and ten arrow presses as one way', () => {
    const start = withTables();
    const dragged = moveTables(start, ['1'], { x: 200, y: 0 });
    let steps: FloorSteps = stepped([], start, dragged, words);
    let now = dragged;
    for (let press = 0; press < 10; press += 1) {
      const next = moveTables(now, ['1'], { x: 10, y: 0 });
      steps = stepped(steps, now, next, words, 'move 1');
      now = next;
    }
    expect(steps).toHaveLength(2);
    expect(undoable(steps, now)?.before).toBe(dragged);
    expect(undoable(steps.slice(0, -1), dragged)?.before).toBe(start);
  });
  test('has nothing to take back where nothing was done, or where somebody else has changed the plan since', () => {
    const start = withTables();
    expect(stepped([], start, start, words)).toEqual([]);
    const after = moveTables(start, ['1'], { x: 10, y: 0 });
    expect(undoable(stepped([], start, after, words), { ...after })).toBe(null);
  });
});

test('the demo restaurant is drawn without anything to be told', () => {
  for (const room of demoFloor.rooms) expect(planTroubles(demoFloor, room)).toEqual([]);
  expect(floorProblems({ floor: demoFloor })).toEqual([]);
  expect(demoFloor.tables).toHaveLength(24);
});
