import type { FloorTable } from './floor.ts';

/** What each seat takes of a long side, and what a table of two, four or more is deep: usual restaurant furniture, in centimetres. */
const TWO_CM = 75;
const FOUR_CM = 90;
const ROUND_CM = { two: 75, four: 105, more: 150 } as const;
const LONG_DEPTH_CM = 95;
const PER_PAIR_CM = 55;
const BAR_CM = { perSeat: 65, depth: 60 } as const;

/** How large a table for so many usually is. */
export function usualSize(seats: number, shape: FloorTable['shape']): { width: number; height: number } {
  switch (shape) {
    case 'round': {
      const across = seats <= 2 ? ROUND_CM.two : seats <= 5 ? ROUND_CM.four : ROUND_CM.more;
      return { width: across, height: across };
    }
    case 'bar':
      return { width: BAR_CM.perSeat * seats, height: BAR_CM.depth };
    case 'long':
      return { width: Math.max(2, Math.ceil(seats / 2)) * PER_PAIR_CM, height: LONG_DEPTH_CM };
    case 'square': {
      const side = seats <= 2 ? TWO_CM : FOUR_CM;
      return { width: side, height: side };
    }
    default:
      return shape satisfies never;
  }
}
