import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { StandbyCursor, StandbyPage, StandbyRow } from '../../shared/protocol/standbyMessages.ts';
import type { Db } from './database.ts';
import { rowToSend, SMALL_TABLES } from './standbyTables.ts';

/** About 200 kB of a night's events. */
const EVENTS_A_PAGE = 500;
const ROWS_A_PAGE = 200;
/** One may be a megabyte, and a page over bad Wi-Fi must be there within the time that a standby waits for it. */
const PICTURES_A_PAGE = 1;
const UNTIL_NOW = Number.MAX_SAFE_INTEGER;

const At = z.object({ at: z.number() });
const RowId = z.object({ rowid: z.number() });
const Count = z.object({ n: z.number() });
const Person = z.object({ person_id: z.string() });
const Oldest = z.object({ seq: z.number().nullable() });

type Growing = keyof StandbyCursor['rows'];
const GROWING: readonly Growing[] = [
  'personal',
  'history_ticket',
  'history_party',
  'guest_audit',
  'picture',
  'config',
];

/**
 * What a standby lacks, read from the hub's own file. A page is a cut in time: the answers to messages go with the events they stand for,
 * because an answer without its event would make a ticket that is not there a `duplicate`.
 */
export class StandbyPages {
  private readonly sql;
  private readonly db: Db;

  constructor(db: Db) {
    this.db = db;
    const range = (table: string) => db.prepare(`SELECT * FROM ${table} WHERE at >= ? AND at <= ?`);
    this.sql = {
      events: db.prepare('SELECT * FROM event WHERE seq > ? ORDER BY seq LIMIT ?'),
      dedupe: range('dedupe'),
      key_dedupe: range('key_dedupe'),
      oldest: db.prepare('SELECT min(seq) AS seq FROM event'),
      persons: db.prepare('SELECT count(*) AS n FROM personal'),
      personIds: db.prepare('SELECT person_id FROM personal'),
    };
  }

  /** `epoch`: the hub's own. */
  read(cursor: StandbyCursor, epoch: string, wantsPersons: boolean): StandbyPage {
    const isFresh = cursor.epoch !== epoch;
    const from = isFresh ? { seq: 0, answersAt: 0, small: '' } : cursor;
    const { events, until } = this.eventsAfter(from.seq);
    const last = events.at(-1);
    const grown = this.grown(isFresh ? null : cursor.rows);
    const { small, whole } = this.small(from.small);
    const isLast = until === UNTIL_NOW && grown.isAll;
    const [answers, keys] = [this.sql.dedupe, this.sql.key_dedupe].map((sql) =>
      sql.all(from.answersAt, until),
    );
    return {
      isFresh,
      isLast,
      rows: {
        event: events.map(rowToSend),
        dedupe: (answers ?? []).map(rowToSend),
        key_dedupe: (keys ?? []).map(rowToSend),
        ...grown.rows,
      },
      whole,
      next: {
        epoch,
        seq: last === undefined ? from.seq : z.object({ seq: z.number() }).parse(last).seq,
        // Of the same moment more may be committed yet, so that moment is asked for once more.
        answersAt: last === undefined ? from.answersAt : At.parse(last).at,
        rows: grown.ends,
        small,
      },
      persons: isLast ? Count.parse(this.sql.persons.get()).n : null,
      personIds: wantsPersons ? this.sql.personIds.all().map((row) => Person.parse(row).person_id) : null,
      oldest: Oldest.parse(this.sql.oldest.get()).seq ?? 0,
    };
  }

  /** Up to the end of a moment, so that nothing of a commit is left behind. */
  private eventsAfter(seq: number): { events: unknown[]; until: number } {
    for (let limit = EVENTS_A_PAGE; ; limit *= 2) {
      const rows = this.sql.events.all(seq, limit + 1);
      const beyond = rows[limit];
      if (beyond === undefined) return { events: rows, until: UNTIL_NOW };
      const cut = At.parse(beyond).at;
      const events = rows.filter((row) => At.parse(row).at < cut);
      const last = events.at(-1);
      if (last !== undefined) return { events, until: At.parse(last).at };
    }
  }

  /** A row that is replaced moves to the end, unless it is the last: so the last one is always sent again. Pictures are never replaced. */
  private grown(from: StandbyCursor['rows'] | null) {
    const rows: Record<string, StandbyRow[]> = {};
    const ends = { personal: 0, history_ticket: 0, history_party: 0, guest_audit: 0, picture: 0, config: 0 };
    let isAll = true;
    for (const table of GROWING) {
      const start = from?.[table] ?? 0;
      const [most, beyond] = table === 'picture' ? [PICTURES_A_PAGE, '>'] : [ROWS_A_PAGE, '>='];
      const found = this.db
        .prepare(`SELECT rowid, * FROM ${table} WHERE rowid ${beyond} ? ORDER BY rowid LIMIT ?`)
        .all(start, most);
      if (found.length === most) isAll = false;
      const last = found.at(-1);
      ends[table] = last === undefined ? start : rowIdOf(table, last);
      rows[table] = found.map((row) => rowToSend(withoutRowId(table, row)));
    }
    return { rows, ends, isAll };
  }

  private small(known: string): { small: string; whole: StandbyPage['whole'] } {
    const whole: StandbyPage['whole'] = {};
    for (const { table, select } of SMALL_TABLES) whole[table] = this.db.prepare(select).all().map(rowToSend);
    const small = createHash('sha256').update(JSON.stringify(whole)).digest('base64url');
    return { small, whole: small === known ? {} : whole };
  }
}

/** Where `rowid` is a column of its own, SQLite names it so. */
function rowIdOf(table: Growing, row: unknown): number {
  if (table === 'config') return z.object({ version: z.number() }).parse(row).version;
  return isNumbered(table) ? z.object({ n: z.number() }).parse(row).n : RowId.parse(row).rowid;
}

function withoutRowId(table: Growing, row: unknown): unknown {
  if (table === 'config' || isNumbered(table)) return row;
  const { rowid: _, ...columns } = z.looseObject({ rowid: z.number() }).parse(row);
  return columns;
}

const isNumbered = (table: Growing) => table === 'guest_audit' || table === 'picture';
