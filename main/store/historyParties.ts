import { z } from 'zod';
import { Party } from '../../shared/domain/model/party.ts';
import type { Db } from './database.ts';
import { parseJson } from './json.ts';

/** Without its steps: a list of a day needs none of them, and they are most of it. */
const PastParty = Party.omit({ steps: true, served: true });
export type PastParty = z.infer<typeof PastParty>;

const Row = z.object({ record: z.string() });

/** The stub of every party whose day is over, without a name: those stand in the personal table, by `personId`. */
export class HistoryParties {
  static readonly OF_DAY = 'SELECT record FROM history_party WHERE day = ?';
  private readonly insert;
  private readonly find;
  private readonly findDay;

  constructor(db: Db) {
    this.insert = db.prepare(`INSERT OR REPLACE INTO history_party
      (source, external_id, party_id, day, revision, closed_at, record) VALUES (?, ?, ?, ?, ?, ?, ?)`);
    this.find = db.prepare('SELECT record FROM history_party WHERE source = ? AND external_id = ?');
    this.findDay = db.prepare(HistoryParties.OF_DAY);
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

  /** All whose service day that was, as far back as there are any. */
  ofDay(day: string): PastParty[] {
    return this.findDay.all(day).map((row) => parseJson(PastParty, Row.parse(row).record));
  }
}
