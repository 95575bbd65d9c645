import { z } from 'zod';
import { Ticket } from '../../shared/domain/model/ticket.ts';
import type { Db } from './database.ts';
import { parseJson } from './json.ts';

const Row = z.object({ record: z.string() });

/** The stub of every closed ticket: what the hub still knows when its POS speaks of it again. Outlives the log. */
export class HistoryTickets {
  private readonly insert;
  private readonly onDay;
  private readonly newest;

  constructor(db: Db) {
    this.insert = db.prepare(`INSERT OR REPLACE INTO history_ticket
      (source, external_id, day, ticket_id, revision, closed_at, record) VALUES (?, ?, ?, ?, ?, ?, ?)`);
    this.onDay = db.prepare(
      'SELECT record FROM history_ticket WHERE source = ? AND external_id = ? AND day = ?',
    );
    this.newest = db.prepare(
      'SELECT record FROM history_ticket WHERE source = ? AND external_id = ? ORDER BY day DESC LIMIT 1',
    );
  }

  /** Replaces the row of an earlier close: a reopened ticket is the same ticket. */
  put(ticket: Ticket, closedAt: number): void {
    const { source, externalId, day, id, revision } = ticket;
    this.insert.run(source, externalId, day, id, revision, closedAt, JSON.stringify(ticket));
  }

  /** `day` null: the newest. */
  stub(source: string, externalId: string, day: string | null): Ticket | null {
    const row = day === null ? this.newest.get(source, externalId) : this.onDay.get(source, externalId, day);
    return row === undefined ? null : parseJson(Ticket, Row.parse(row).record);
  }
}
