import { z } from 'zod';

/** From a telephone's neighbour to a wall: LOOK.md's smallest and largest glass, and from whose hand to across a room it is read. */
export const LEAST_INCH = 7;
export const MOST_INCH = 55;
const LEAST_DISTANCE_M = 0.3;
const MOST_DISTANCE_M = 4;

/** What somebody said of a screen: its diagonal in inches, and from eye to glass in metres. */
export const ToldGlass = z.object({
  inch: z.number().min(LEAST_INCH).max(MOST_INCH),
  distanceM: z.number().min(LEAST_DISTANCE_M).max(MOST_DISTANCE_M),
});
export type ToldGlass = z.infer<typeof ToldGlass>;

/** How the link of a new screen carries it; empty when nobody said. */
export function glassSearch(glass: ToldGlass | null): string {
  return glass === null ? '' : `?${INCH_KEY}=${glass.inch}&${DISTANCE_KEY}=${glass.distanceM}`;
}

export const INCH_KEY = 'inch';
export const DISTANCE_KEY = 'distance';
