import type { HouseConfig } from '../../config/houseConfig.ts';
import { shiftAt } from '../../config/shiftAt.ts';
import type { Party } from './party.ts';
import type { State } from './state.ts';

/** Covers are counted by the quarter of an hour of the clock. */
export const QUARTER_MS = 15 * 60_000;

export function quarterOf(at: number): number {
  return Math.floor(at / QUARTER_MS) * QUARTER_MS;
}

/** Covers that sat down in the quarter of `now`, `but` one party. */
export function seatedInQuarter(state: State, now: number, but: Party['id'] | null): number {
  let covers = 0;
  for (const { id, live } of state.parties.values())
    if (id !== but && live.seatedAt !== null && quarterOf(live.seatedAt) === quarterOf(now))
      covers += live.covers;
  return covers;
}

/** How many may sit down in this quarter; null: nobody counts. */
export function limitAt(config: HouseConfig, at: number): number | null {
  return shiftAt(config, at)?.coversPer15 ?? null;
}
