import { z } from 'zod';
import type { Db } from './database.ts';

const Acked = z.object({ acked_seq: z.number() });
const Listener = z.object({ token_id: z.string(), acked_seq: z.number() });
const Resumed = z.object({ resumed_at: z.number().nullable() });
const Least = z.object({ seq: z.number().nullable() });

/** Of a token that listened before the log was restarted, and not since. */
export const BEFORE_RESTART = 0;

/** How far each token's feed is acknowledged. */
export class FeedCursors {
  private readonly db: Db;

  constructor(db: Db) {
    this.db = db;
  }

  /** Last acknowledged log number; 0 at first. */
  of(tokenId: string): number {
    const row = this.db.prepare('SELECT acked_seq FROM feed_cursor WHERE token_id = ?').get(tokenId);
    return row === undefined ? 0 : Acked.parse(row).acked_seq;
  }

  /** Forward only. */
  ack(tokenId: string, seq: number): void {
    this.db
      .prepare(
        `INSERT INTO feed_cursor (token_id, acked_seq) VALUES (?, ?)
         ON CONFLICT DO UPDATE SET acked_seq = max(acked_seq, excluded.acked_seq)`,
      )
      .run(tokenId, seq);
  }

  resumed(tokenId: string, at: number): void {
    this.db
      .prepare(
        `INSERT INTO feed_cursor (token_id, acked_seq, resumed_at) VALUES (?, 0, ?)
         ON CONFLICT DO UPDATE SET resumed_at = excluded.resumed_at`,
      )
      .run(tokenId, at);
  }

  /** True for a token whose position, wherever it has it from, is of the log before its last restart. */
  isOfBefore(tokenId: string): boolean {
    const row = this.db.prepare('SELECT resumed_at FROM feed_cursor WHERE token_id = ?').get(tokenId);
    return row !== undefined && Resumed.parse(row).resumed_at === BEFORE_RESTART;
  }

  /** Of each live token that ever resumed. */
  ofListeners(): Map<string, number> {
    const rows = this.db
      .prepare(
        `SELECT token_id, acked_seq FROM feed_cursor JOIN token ON token.id = feed_cursor.token_id
         WHERE resumed_at IS NOT NULL AND revoked_at IS NULL`,
      )
      .all();
    return new Map(rows.map((row) => Listener.parse(row)).map((row) => [row.token_id, row.acked_seq]));
  }

  /** The slowest live token that ever resumed; null when there is none to wait for. */
  leastAcked(): number | null {
    const row = this.db
      .prepare(
        `SELECT min(acked_seq) AS seq FROM feed_cursor JOIN token ON token.id = feed_cursor.token_id
         WHERE resumed_at IS NOT NULL AND revoked_at IS NULL`,
      )
      .get();
    return Least.parse(row).seq;
  }
}
