import { z } from 'zod';
import type { Db } from './database.ts';
import { parseJson } from './json.ts';
import type { Sealing } from './sealing.ts';

const Row = z.object({
  n: z.number(),
  at: z.number(),
  entrance: z.string(),
  reason: z.string(),
  sealed: z.instanceof(Uint8Array),
});
const Count = z.object({ n: z.number() });
const ABOUT = 'dead letter';

export interface DeadLetter {
  readonly n: number;
  readonly at: number;
  readonly entrance: string;
  readonly reason: string;
  readonly payload: unknown;
}

/** Messages that could not be handled, sealed because they may name people. The hub drops them after 72 hours. */
export class DeadLetters {
  private readonly db: Db;
  private readonly sealing: Sealing;

  constructor(db: Db, sealing: Sealing) {
    this.db = db;
    this.sealing = sealing;
  }

  put(letter: Omit<DeadLetter, 'n'>): void {
    this.db
      .prepare('INSERT INTO dead_letter (sealed, at, entrance, reason) VALUES (?, ?, ?, ?)')
      .run(this.sealing.seal(ABOUT, letter.payload ?? null), letter.at, letter.entrance, letter.reason);
  }

  all(): DeadLetter[] {
    const rows = this.db.prepare('SELECT n, at, entrance, reason, sealed FROM dead_letter ORDER BY n').all();
    return rows.map((raw) => {
      const { sealed, ...row } = Row.parse(raw);
      return { ...row, payload: parseJson(z.unknown(), this.sealing.open(ABOUT, sealed)) };
    });
  }

  count(): number {
    return Count.parse(this.db.prepare('SELECT count(*) AS n FROM dead_letter').get()).n;
  }

  remove(n: number): void {
    this.db.prepare('DELETE FROM dead_letter WHERE n = ?').run(n);
  }

  dropBefore(at: number): number {
    return this.db.prepare('DELETE FROM dead_letter WHERE at < ?').run(at).changes;
  }
}
