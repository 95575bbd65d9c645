import { Combination, type FloorConfig, FloorTable, Room } from '../../../../shared/config/floor.ts';
import { usualSize } from '../../../../shared/config/tableSizes.ts';
import { boundsOf, overlaps } from '../../../ui/plan/geometry.ts';
import { freshId } from '../freshId.ts';

/** Tables stand on a grid, so that rows are straight without a steady hand. */
export const GRID_CM = 10;
export const TURN_DEGREES = 15;
/** What people need between two tables to pull a chair out. */
const AISLE_CM = 60;
const WALL_CM = 40;
/** A copy stands beside its original. */
const COPY_GAP_CM = 20;

export const onGrid = (cm: number): number => Math.round(cm / GRID_CM) * GRID_CM;
/** Clockwise, in steps, from 0 up to 360. */
export const turned = (degrees: number): number =>
  (((Math.round(degrees / TURN_DEGREES) * TURN_DEGREES) % 360) + 360) % 360;

export function addRoom(floor: FloorConfig, name: string): FloorConfig {
  const id = freshId(name, new Set(floor.rooms.map((room) => room.id)), 'room');
  return { ...floor, rooms: [...floor.rooms, Room.parse({ id, name })] };
}

export function changeRoom(floor: FloorConfig, id: string, change: Partial<Room>): FloorConfig {
  return { ...floor, rooms: floor.rooms.map((room) => (room.id === id ? { ...room, ...change } : room)) };
}

/** With the tables in it. */
export function removeRoom(floor: FloorConfig, id: string): FloorConfig {
  const tables = floor.tables.filter(({ room }) => room === id).map((table) => table.id);
  return { ...removeTables(floor, tables), rooms: floor.rooms.filter((room) => room.id !== id) };
}

export interface NewTables {
  readonly count: number;
  readonly seats: number;
  readonly shape: FloorTable['shape'];
}

/** So many of a kind, numbered on from the highest number of the house, each in the first free place of the room. */
export function addTables(floor: FloorConfig, room: Room, { count, seats, shape }: NewTables): FloorConfig {
  let next = floor;
  for (let made = 0; made < count; made += 1) {
    const size = usualSize(seats, shape);
    const here = next.tables.filter((table) => table.room === room.id);
    const place = freePlace(room, here, size);
    const id = nextNumber(next.tables);
    const table = FloorTable.parse({ id, room: room.id, seats, shape, ...size, ...place });
    next = { ...next, tables: [...next.tables, table] };
  }
  return next;
}

function nextNumber(tables: readonly FloorTable[]): string {
  const numbers = tables.flatMap(({ id }) => (/^\d{1,6}$/u.test(id) ? [Number(id)] : []));
  return String(Math.max(0, ...numbers) + 1);
}

interface Sized {
  readonly width: number;
  readonly height: number;
}

/** Row by row; where the room is full, its upper left corner: that they stand in each other is told. */
function freePlace(room: Room, tables: readonly FloorTable[], size: Sized): { x: number; y: number } {
  for (let y = WALL_CM; y + size.height <= room.height; y += GRID_CM)
    for (let x = WALL_CM; x + size.width <= room.width; x += GRID_CM) {
      const wanted = { x, y, ...size, rotation: 0, shape: 'square' as const };
      if (!tables.some((table) => overlaps(table, wanted, AISLE_CM))) return { x, y };
    }
  return { x: WALL_CM, y: WALL_CM };
}

export function changeTable(floor: FloorConfig, id: string, change: Partial<FloorTable>): FloorConfig {
  const tables = floor.tables.map((table) => (table.id === id ? { ...table, ...change } : table));
  return { ...floor, tables };
}

/** Combinations follow the name. null: it is nobody's name, or another table's. */
export function renameTable(floor: FloorConfig, id: string, name: string): FloorConfig | null {
  const to = name.trim();
  if (to === '' || (to !== id && floor.tables.some((table) => table.id === to))) return null;
  const combinations = floor.combinations.map((one) => ({
    ...one,
    tables: one.tables.map((table) => (table === id ? to : table)),
  }));
  return { ...changeTable(floor, id, { id: to }), combinations };
}

/** All together by so many centimetres, each on the grid where it comes to stand. */
export function moveTables(
  floor: FloorConfig,
  ids: readonly string[],
  { x: dx, y: dy }: { readonly x: number; readonly y: number },
): FloorConfig {
  if (dx === 0 && dy === 0) return floor;
  const tables = floor.tables.map((table) =>
    ids.includes(table.id) ? { ...table, x: onGrid(table.x + dx), y: onGrid(table.y + dy) } : table,
  );
  return { ...floor, tables };
}

/** Copies to the right of their originals, under numbers of their own. The last of them, in the order of `ids`, are the new ones. */
export function duplicateTables(
  floor: FloorConfig,
  ids: readonly string[],
): { floor: FloorConfig; made: string[] } {
  const originals = floor.tables.filter(({ id }) => ids.includes(id));
  if (originals.length === 0) return { floor, made: [] };
  const { left, right } = boundsOf(originals);
  const step = onGrid(right - left + COPY_GAP_CM);
  let tables = floor.tables;
  const made: string[] = [];
  for (const original of originals) {
    const id = nextNumber(tables);
    made.push(id);
    tables = [...tables, { ...original, id, x: original.x + step }];
  }
  return { floor: { ...floor, tables }, made };
}

/** With the combinations that need them. */
export function removeTables(floor: FloorConfig, ids: readonly string[]): FloorConfig {
  return {
    ...floor,
    tables: floor.tables.filter(({ id }) => !ids.includes(id)),
    combinations: floor.combinations.filter(({ tables }) => !tables.some((table) => ids.includes(table))),
  };
}

/** These stand together for so many; the same tables once. */
export function addCombination(floor: FloorConfig, tables: readonly string[], seats: number): FloorConfig {
  const others = floor.combinations.filter((one) => !isSame(one.tables, tables));
  return { ...floor, combinations: [...others, Combination.parse({ tables: [...tables], seats })] };
}

export function removeCombination(floor: FloorConfig, tables: readonly string[]): FloorConfig {
  return { ...floor, combinations: floor.combinations.filter((one) => !isSame(one.tables, tables)) };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((table) => other.includes(table));
}

/** What all their chairs come to. */
export function seatsOf(floor: FloorConfig, ids: readonly string[]): number {
  return floor.tables.reduce((sum, { id, seats }) => sum + (ids.includes(id) ? seats : 0), 0);
}
