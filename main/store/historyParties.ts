import { z } from 'zod';
import { Party } from '../../shared/domain/model/party.ts';
import type { Db } from './database.ts';
import { parseJson } from './json.ts';

const Row = z.object({ record: z.string() });

/** The stub of every party whose day is over, without a name: those stand in the personal table, by `personId`. */
export class HistoryParties {
  private readonly insert;
  private readonly find;

  constructor(db: Db) {
    this.insert = db.prepare(`INSERT OR REPLACE INTO history_party
      (source, external_id, party_id, day, revision, closed_at, record) VALUES (?, ?, ?, ?, ?, ?, ?)`);
    this.find = db.prepare('SELECT record FROM history_party WHERE source = ? AND external_id = ?');
  }

  /** Replaces the row of an earlier close. */
  put(party: Party, closedAt: number): void {
    const { source, externalId, id, revision, live } = party;
    this.insert.run(source, externalId, id, live.day, revision, closedAt, JSON.stringify(party));
  }

  stub(source: string, externalId: string): Party | null {
    const row = this.find.get(source, externalId);
    return row === undefined ? null : parseJson(Party, Row.parse(row).record);
  }
}
