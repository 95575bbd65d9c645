import { z } from 'zod';
import type { Event } from '../../shared/domain/events/event.ts';
import type { Db } from './database.ts';
import { decodeEvent, EventRow } from './eventCoding.ts';

const COLUMNS = 'seq, id, at, v, type, by, cmd, body';
const Place = z.object({ seq: z.number(), at: z.number() });
const Seq = z.object({ seq: z.number().nullable() });
/** Rows held in memory at once while replaying. */
const PAGE = 2_000;

/** The log: numbers rise by one without gaps, and so does time (never back). */
export class EventLog {
  private readonly db: Db;
  private readonly insert;
  private readonly page;
  private readonly lastRow;
  private readonly atOf;

  constructor(db: Db) {
    this.db = db;
    this.insert = db.prepare(`INSERT INTO event (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
    this.page = db.prepare(`SELECT ${COLUMNS} FROM event WHERE seq > ? ORDER BY seq LIMIT ?`);
    this.lastRow = db.prepare('SELECT seq, at FROM event ORDER BY seq DESC LIMIT 1');
    this.atOf = db.prepare('SELECT seq, at FROM event WHERE seq <= ? ORDER BY seq DESC LIMIT 1');
  }

  append(row: EventRow): void {
    this.insert.run(row.seq, row.id, row.at, row.v, row.type, row.by, row.cmd, row.body);
  }

  after(seq: number, limit: number): Event[] {
    return this.page.all(seq, limit).map((row) => decodeEvent(EventRow.parse(row)));
  }

  /** Everything after `seq`, read in pages so that writes may go on in between. */
  *replay(seq: number): Generator<Event> {
    for (let from = seq; ; ) {
      const rows = this.page.all(from, PAGE);
      for (const row of rows) {
        const event = decodeEvent(EventRow.parse(row));
        yield event;
        from = event.seq;
      }
      if (rows.length < PAGE) return;
    }
  }

  last(): { seq: number; at: number } | null {
    const row = this.lastRow.get();
    return row === undefined ? null : Place.parse(row);
  }

  /** Log number of the newest day opening: where replay may start. */
  newestOpening(): number | null {
    const row = this.db.prepare("SELECT max(seq) AS seq FROM event WHERE type = 'day.opened'").get();
    return Seq.parse(row).seq;
  }

  oldest(): number | null {
    return Seq.parse(this.db.prepare('SELECT min(seq) AS seq FROM event').get()).seq;
  }

  /** Hub time of the oldest event that is kept; null: there is none. */
  firstAt(): number | null {
    const row = this.db.prepare('SELECT seq, at FROM event ORDER BY seq LIMIT 1').get();
    return row === undefined ? null : Place.parse(row).at;
  }

  /** The last number written before `at`; 0 when there is none. Time rises with the numbers, so halving finds it without an index. */
  seqBefore(at: number): number {
    let low = 0;
    let high = this.last()?.seq ?? 0;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const row = this.atOf.get(middle);
      if (row === undefined || Place.parse(row).at < at) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
