import type { StationId } from '../../lib/ids.ts';
import type { Batch, Item } from './food.ts';
import { partAt } from './progress.ts';

/** Rule B17: a dish that one station hands on to the next. */

interface Food {
  readonly item: Pick<Item, 'handedBy'>;
  readonly batch: Batch;
}

/** Who hands this food on to the station, while there is anybody who does; null: it begins by itself. */
export function handedByOf({ item, batch }: Food, station: StationId): StationId | null {
  const before = item.handedBy[station];
  return before !== undefined && partAt(batch, before) !== undefined ? before : null;
}

/** To whom the station hands it on; null: to the pass. */
export function handsOnTo({ item, batch }: Food, station: StationId): StationId | null {
  const next = batch.parts.find((part) => item.handedBy[part.station] === station);
  return next?.station ?? null;
}

/** Portions that lie at the station or have lain there: all, where nobody hands it on. */
export function handedTo(food: Food, station: StationId): number {
  const before = handedByOf(food, station);
  return before === null ? food.batch.quantity : (partAt(food.batch, before)?.ready ?? 0);
}

/** Since when the station can work on it: its fire, or the first bump of who hands it on. null: it cannot yet. */
export function beganAt(food: Food, station: StationId): number | null {
  const before = handedByOf(food, station);
  return before === null ? food.batch.firedAt : (partAt(food.batch, before)?.upAt ?? null);
}

/** Nothing of it lies here that is not done: the station waits for who hands it on. */
export function isWaitedFor(food: Food, station: StationId): boolean {
  const handed = handedTo(food, station);
  return handed < food.batch.quantity && handed <= (partAt(food.batch, station)?.ready ?? 0);
}
