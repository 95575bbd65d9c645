import type { Random } from '../random.ts';
import { MINUTE_MS } from './plan.ts';

/** `full` is a Friday from 17:00; `hour` its busiest hour alone. */
export type NightLength = 'full' | 'hour';

/** Parties that come in each half hour from 17:00, as shares: the peak is from 19:30 to 20:30. */
const FRIDAY = [2, 4, 6, 9, 12, 16, 16, 12, 8, 5];
const HALF_HOUR_MS = 30 * MINUTE_MS;
const HOUR_ARRIVALS_MS = 34 * MINUTE_MS;
/** Tables already in service when the doors of the night open, so that the boards are never empty. */
const ALREADY_HERE = 4;

/** When each party comes, ms of the night, earliest first. */
export function arrivals(count: number, length: NightLength, random: Random): number[] {
  const spread = Array.from({ length: Math.max(0, count - ALREADY_HERE) }, () =>
    length === 'hour' ? random.between(0, HOUR_ARRIVALS_MS) : onFriday(random),
  );
  const here = Array.from({ length: Math.min(count, ALREADY_HERE) }, (_, index) => index);
  return [...here, ...spread.map(Math.round)].sort((a, b) => a - b);
}

function onFriday(random: Random): number {
  let left = random.next() * FRIDAY.reduce((sum, share) => sum + share, 0);
  for (const [index, share] of FRIDAY.entries()) {
    if (left < share) return (index + left / share) * HALF_HOUR_MS;
    left -= share;
  }
  return FRIDAY.length * HALF_HOUR_MS;
}

/** Covers of the parties of a night, their sum exactly what was asked for. */
export function partySizes(covers: number, random: Random): number[] {
  const sizes: number[] = [];
  let left = covers;
  while (left > 0) {
    const size = Math.min(left, sizeOf(random));
    sizes.push(size);
    left -= size;
  }
  return random.shuffled(sizes);
}

const SIZES: readonly (readonly [size: number, share: number])[] = [
  [2, 44],
  [3, 13],
  [4, 25],
  [5, 7],
  [6, 7],
  [8, 3],
  [10, 1],
];

function sizeOf(random: Random): number {
  let left = random.next() * SIZES.reduce((sum, [, share]) => sum + share, 0);
  for (const [size, share] of SIZES) {
    if (left < share) return size;
    left -= share;
  }
  return 2;
}
