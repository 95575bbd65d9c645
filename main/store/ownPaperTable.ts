import { z } from 'zod';
import { Chit } from '../../shared/domain/model/chit.ts';
import { type ChitId, TicketId } from '../../shared/lib/ids.ts';
import type { Db } from './database.ts';
import { parseJson } from './json.ts';

const ChitRow = z.object({ document: z.string(), is_reported: z.number() });
const ListedRow = z.object({ ticket: TicketId, version: z.number() });

export interface StoredChit {
  readonly chit: Chit;
  /** Its report waits in the outbox, or is with the hub. */
  readonly isReported: boolean;
}

/** What a station prints by itself, and what its screens have listed meanwhile. Each call is durable when it returns. */
export class OwnPaperTable {
  private readonly sql;

  constructor(db: Db) {
    this.sql = {
      chits: db.prepare('SELECT document, is_reported FROM own_chit'),
      put: db.prepare(
        'INSERT INTO own_chit (id, document) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET document = excluded.document',
      ),
      reported: db.prepare('UPDATE own_chit SET is_reported = 1 WHERE id = ?'),
      remove: db.prepare('DELETE FROM own_chit WHERE id = ?'),
      listed: db.prepare('SELECT ticket, version FROM own_listed'),
      list: db.prepare('INSERT OR REPLACE INTO own_listed (ticket, version) VALUES (?, ?)'),
      forget: db.prepare('DELETE FROM own_listed WHERE ticket = ?'),
    };
  }

  chits(): StoredChit[] {
    return this.sql.chits.all().map((raw) => {
      const { document, is_reported: isReported } = ChitRow.parse(raw);
      return { chit: parseJson(Chit, document), isReported: isReported === 1 };
    });
  }

  put(chit: Chit): void {
    this.sql.put.run(chit.id, JSON.stringify(chit));
  }

  reported(id: ChitId): void {
    this.sql.reported.run(id);
  }

  remove(id: ChitId): void {
    this.sql.remove.run(id);
  }

  listed(): Map<TicketId, number> {
    return new Map(
      this.sql.listed.all().map((raw) => {
        const { ticket, version } = ListedRow.parse(raw);
        return [ticket, version];
      }),
    );
  }

  list(ticket: TicketId, version: number): void {
    this.sql.list.run(ticket, version);
  }

  forgetListed(ticket: TicketId): void {
    this.sql.forget.run(ticket);
  }
}
