import type { HouseConfig } from '../../config/houseConfig.ts';
import { areSameTables, type Door, joinedWith } from '../model/door.ts';

/** One table, or several that are one while they are pushed together, and how many sit at it. */
export interface TableUnit {
  readonly tables: readonly string[];
  readonly seats: number;
}

/** More empty chairs than these are kept for larger parties while any closer fit exists. */
const SPARE_SEATS = 2;

/** Every table of the plan by itself, those that stand together as one, and the combinations the house allows of tables that stand alone. */
export function tableUnits(config: HouseConfig, door: Door): TableUnit[] {
  const { tables, combinations } = config.floor;
  const seatsOf = (ids: readonly string[]) =>
    tables
      .filter(({ id }) => ids.includes(id))
      .reduce((sum, { seats, maxSeats }) => sum + (maxSeats ?? seats), 0);
  const units = new Map<string, TableUnit>();
  const add = (ids: readonly string[], seats: number) =>
    units.set([...ids].sort().join('\0'), { tables: ids, seats });
  const isAlone = (id: string) => joinedWith(door, id).length === 1;
  for (const { id } of tables) {
    const joined = joinedWith(door, id);
    const known = combinations.find((one) => areSameTables(one.tables, joined));
    add(joined, known?.seats ?? seatsOf(joined));
  }
  for (const { tables: ids, seats } of combinations) if (ids.every(isAlone)) add(ids, seats);
  return [...units.values()];
}

/** Those that hold so many, closest fit first: without many empty chairs where any is so, one table before several. */
export function fittingUnits(units: readonly TableUnit[], covers: number): TableUnit[] {
  const holding = units.filter(({ seats }) => seats >= covers);
  const close = holding.filter(({ seats }) => seats - covers <= SPARE_SEATS);
  return (close.length > 0 ? close : holding).toSorted(
    (a, b) => a.seats - b.seats || a.tables.length - b.tables.length,
  );
}
