import { z } from 'zod';
import type { Db } from './database.ts';
import { parseJson } from './json.ts';
import { readMeta, writeMeta } from './metaTable.ts';

const LINEAGE = 'lineage';

/** How this log came from others: written by a restore or promotion, in the transaction that begins the epoch. */
export const Lineage = z.object({
  /** Epochs (`n-id`) whose log equals this one up to and with a number. */
  common: z.record(z.string(), z.number()),
  /** The newest `feed.restarted`: its number, and up to where everything is as it was before it. */
  restart: z.object({ seq: z.number(), forkSeq: z.number(), reason: z.string() }).nullable(),
});
export type Lineage = z.infer<typeof Lineage>;

export function readLineage(db: Db): Lineage {
  const text = readMeta(db, LINEAGE);
  return text === null ? { common: {}, restart: null } : parseJson(Lineage, text);
}

export function writeLineage(db: Db, lineage: Lineage): void {
  writeMeta(db, LINEAGE, JSON.stringify(lineage));
}
