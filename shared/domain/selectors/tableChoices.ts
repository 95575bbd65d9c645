import type { HouseConfig } from '../../config/houseConfig.ts';
import { areSameTables, type Door, joinedWith, standingOf } from '../model/door.ts';
import { tableUnits } from './tableUnits.ts';

/** Where a party may be put: a table, tables that stand together now, or some that can be pushed together. */
export interface TableChoice {
  readonly tables: readonly string[];
  /** How many sit well there, and how many fit. */
  readonly seats: number;
  readonly maxSeats: number;
  /** They stand apart and are pushed together for this party. */
  readonly isToCombine: boolean;
}

/** Rule S50: every place of the floor plan once. */
export function tableChoices(config: HouseConfig, door: Door): TableChoice[] {
  return tableUnits(config, door).map(({ tables }) => choiceOf(config, door, tables));
}

/** Whoever points at one of several that stand together means all of them. */
export function choiceAt(config: HouseConfig, door: Door, tables: readonly string[]): TableChoice {
  return choiceOf(config, door, [...new Set(tables.flatMap((table) => joinedWith(door, table)))]);
}

/** These tables as one place: what a combination of them is said to seat, else all their seats. */
function choiceOf(config: HouseConfig, door: Door, tables: readonly string[]): TableChoice {
  const { floor } = config;
  const known = tables.flatMap((table) => floor.tables.find(({ id }) => id === table) ?? []);
  const combination = floor.combinations.find((one) => areSameTables(one.tables, tables));
  const sum = known.reduce((all, { seats }) => all + seats, 0);
  const most = known.reduce((all, { seats, maxSeats }) => all + (maxSeats ?? seats), 0);
  const seats = combination?.seats ?? sum;
  const isToCombine = tables.length > 1 && tables.some((table) => isAlone(door, table));
  return { tables, seats, maxSeats: combination?.seats ?? most, isToCombine };
}

const isAlone = (door: Door, table: string) => standingOf(door, table).joined.length < 2;
