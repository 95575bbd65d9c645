import { chanceOf } from '../../support/chance.ts';
import { type Judged, KillHouse } from './KillHouse.ts';

export interface RoundPlan {
  readonly seed: number;
  readonly hubKills: number;
  readonly stationKills: number;
}

/**
 * One house whose hub and station are killed at random, each at its own moments; after the last kill the hub stays away until somebody at the
 * station has pressed: on a starved machine none of the others may have met a press.
 */
export async function killRound({ seed, hubKills, stationKills }: RoundPlan): Promise<Judged> {
  const house = await KillHouse.open(seed, true);
  try {
    await Promise.all([
      house.hub.killAtRandom(hubKills - 1, chanceOf(seed), house.sends),
      house.station.killAtRandom(stationKills, chanceOf(seed + 2), house.sends),
    ]);
    await house.killUntilAPressWaits();
    return await house.judge();
  } finally {
    await house.close();
  }
}
