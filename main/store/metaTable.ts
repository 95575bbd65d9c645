import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Epoch } from '../../shared/protocol/screenMessages.ts';
import type { Db } from './database.ts';
import { parseJson } from './json.ts';

const Value = z.object({ value: z.string() });

export function readMeta(db: Db, name: string): string | null {
  const row = db.prepare('SELECT value FROM meta WHERE name = ?').get(name);
  return row === undefined ? null : Value.parse(row).value;
}

export function writeMeta(db: Db, name: string, value: string): void {
  db.prepare(
    'INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  ).run(name, value);
}

/** Which log this is. A file without an identity gets one; n rises by one at every restore or promotion. */
export function identityOf(db: Db): { siteId: string; epoch: Epoch } {
  return db
    .transaction(() => {
      const siteId = readMeta(db, 'site_id');
      const epoch = readMeta(db, 'epoch');
      if (siteId !== null && epoch !== null) return { siteId, epoch: parseJson(Epoch, epoch) };
      const fresh = { siteId: shortId(), epoch: { n: 1, id: shortId() } };
      writeMeta(db, 'site_id', fresh.siteId);
      writeMeta(db, 'epoch', JSON.stringify(fresh.epoch));
      return fresh;
    })
    .immediate();
}

const shortId = () => randomBytes(9).toString('base64url');
