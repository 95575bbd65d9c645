import { z } from 'zod';
import { wholeState } from '../../shared/domain/model/sparseTicket.ts';
import { StateDocument } from '../../shared/domain/model/state.ts';
import type { Db } from './database.ts';

const Row = z.object({ seq: z.number(), document: z.string() });
/** The newest may be unreadable; the one before it is then still nearer than the day's opening. */
const KEPT = 2;

/** States written out to shorten the next start. Losing them all loses nothing. */
export class SnapshotTable {
  private readonly db: Db;

  constructor(db: Db) {
    this.db = db;
  }

  /** `text`: the sparse document as JSON, which whoever has the time writes piece by piece. */
  write(seq: number, at: number, text: string): void {
    this.db
      .transaction(() => {
        this.db
          .prepare('INSERT OR REPLACE INTO snapshot (seq, at, document) VALUES (?, ?, ?)')
          .run(seq, at, text);
        this.db
          .prepare(
            'DELETE FROM snapshot WHERE seq NOT IN (SELECT seq FROM snapshot ORDER BY seq DESC LIMIT ?)',
          )
          .run(KEPT);
      })
      .immediate();
  }

  /** Newest first those after `above`; each is read, or is an Error saying why it cannot be. */
  *newestFirst(above: number): Generator<{ seq: number; document: StateDocument | Error }> {
    const rows = this.db
      .prepare('SELECT seq, document FROM snapshot WHERE seq > ? ORDER BY seq DESC')
      .all(above);
    for (const raw of rows) {
      const row = Row.parse(raw);
      yield { seq: row.seq, document: readDocument(row.document) };
    }
  }
}

function readDocument(text: string): StateDocument | Error {
  try {
    const written: unknown = JSON.parse(text);
    return StateDocument.parse(wholeState(written));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
