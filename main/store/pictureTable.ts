import { z } from 'zod';
import type { PictureId } from '../../shared/config/floor.ts';
import type { Db } from './database.ts';
import { type Picture, pictureIdOf, pictureOf } from './pictureKind.ts';

/** Those of versions that somebody may go back to; the oldest goes first. Each is in every backup. */
export const MOST_PICTURES = 20;

const Row = z.object({ bytes: z.instanceof(Uint8Array) });
const Id = z.object({ id: z.string() });

/** Backgrounds of the floor plan, in the one file that backups, restores and standbys carry (decision 0033). No event depends on them. */
export class PictureTable {
  private readonly sql;

  constructor(db: Db) {
    this.sql = {
      insert: db.prepare('INSERT OR IGNORE INTO picture (id, at, bytes) VALUES (?, ?, ?)'),
      find: db.prepare('SELECT bytes FROM picture WHERE id = ?'),
      ids: db.prepare('SELECT id FROM picture ORDER BY n DESC'),
      drop: db.prepare('DELETE FROM picture WHERE id = ?'),
    };
  }

  /** `at`: hub time. Its name, or null where it is no picture. */
  keep(bytes: Uint8Array, inUse: ReadonlySet<string>, at: number): PictureId | null {
    const id = pictureIdOf(bytes);
    if (id === null) return null;
    this.sql.insert.run(id, at, bytes);
    const old = this.sql.ids.all().slice(MOST_PICTURES);
    for (const row of old) {
      const { id: other } = Id.parse(row);
      if (other !== id && !inUse.has(other)) this.sql.drop.run(other);
    }
    return id;
  }

  /** null: there is none of that name. */
  read(id: PictureId): Picture | null {
    const row = this.sql.find.get(id);
    return row === undefined ? null : pictureOf(Row.parse(row).bytes);
  }
}
