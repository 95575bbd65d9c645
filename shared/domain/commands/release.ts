import type { HouseConfig } from '../../config/houseConfig.ts';
import type { PutContent } from '../model/put.ts';
import { houseFace } from './route.ts';

const MINUTE_MS = 60_000;

/** Between the end of cooking and the promise: packing, and the walk to the counter (PRODUCT.md "Takeout and delivery"). */
const PACKING_MS = 10 * MINUTE_MS;

/** When an order leaves LATER: `releaseAt`, else promise minus planned prep minus 10 min; null: at once. */
export function releaseAtOf(config: HouseConfig, content: PutContent): number | null {
  const { releaseAt, promisedAt, channel } = content.head;
  if (releaseAt !== null) return releaseAt;
  if (promisedAt === null || config.coursing.heldChannels.includes(channel)) return null;
  const unknownPrep = config.thresholds.quick.late * 60;
  const preps = content.items.map(
    (item) => houseFace(config, content.source, item.face).prepSeconds ?? unknownPrep,
  );
  return promisedAt - (preps.length > 0 ? Math.max(...preps) : unknownPrep) * 1000 - PACKING_MS;
}
