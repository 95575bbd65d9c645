import { z } from 'zod';
import { Epoch, epochText } from '../../shared/protocol/screenMessages.ts';
import {
  NOTHING_COPIED,
  type StandbyAnswer,
  StandbyCursor,
  type StandbyPage,
} from '../../shared/protocol/standbyMessages.ts';
import type { Db } from './database.ts';
import { parseJson } from './json.ts';
import { readMeta, writeMeta } from './metaTable.ts';
import { DELETE_WHOLE, putRows, SMALL_TABLES } from './standbyTables.ts';

/** Whose copy it is, as the hub last said. */
export const CopyOf = z.object({
  siteId: z.string(),
  epoch: Epoch,
  /** The hub's build: only the same may open the copy as a hub. */
  build: z.string(),
  /** Hub time of the last page, and where the hub's log stood then. */
  now: z.number(),
  hubSeq: z.number(),
  /** Under which the hub is reached. */
  addresses: z.array(z.string()),
  /** It held everything at least once. */
  isWhole: z.boolean(),
});
export type CopyOf = z.infer<typeof CopyOf>;

const CURSOR = 'standby_cursor';
/** Name of the note that holds `CopyOf`. */
export const OF = 'standby_of';
/** Name of the note that a promotion leaves in the file. */
export const PROMOTION = 'promotion';
const GROWING_TABLES = [
  'event',
  'dedupe',
  'key_dedupe',
  'history_ticket',
  'history_party',
  'personal',
  'guest_audit',
  'picture',
  'config',
];
const Seq = z.object({ seq: z.number().nullable() });
const Place = z.object({ seq: z.number(), at: z.number() });
const Count = z.object({ n: z.number() });

/** How long answers to messages are of use: the hub drops its own after the same time. */
const ANSWERS_MS = 7 * 24 * 3_600_000;
const KEY_ANSWERS_MS = 90 * 24 * 3_600_000;

/** A hub's file in the making, on another device. A page is one transaction: whatever is cut short, what is there is a hub's past. */
export class StandbyCopy {
  private readonly db: Db;

  constructor(db: Db) {
    this.db = db;
  }

  cursor(): StandbyCursor {
    // A promotion that was cut short has begun an epoch of its own here; a hub that lives after all has another past.
    if (readMeta(this.db, PROMOTION) !== null) return NOTHING_COPIED;
    const text = readMeta(this.db, CURSOR);
    return text === null ? NOTHING_COPIED : parseJson(StandbyCursor, text);
  }

  of(): CopyOf | null {
    const text = readMeta(this.db, OF);
    return text === null ? null : parseJson(CopyOf, text);
  }

  /** The last entry it holds. */
  last(): { seq: number; at: number } | null {
    const row = this.db.prepare('SELECT seq, at FROM event ORDER BY seq DESC LIMIT 1').get();
    return row === undefined ? null : Place.parse(row);
  }

  /** True: it holds persons that the hub has erased. Throws on a page that does not follow what is here. */
  take(answer: Extract<StandbyAnswer, { ok: true }>): boolean {
    const { page, siteId, epoch, build, now, seq: hubSeq, addresses } = answer;
    return this.db
      .transaction(() => {
        const before = this.of();
        if (page.isFresh) this.clear();
        this.checkFollows(page);
        for (const table of GROWING_TABLES) putRows(this.db, table, page.rows[table] ?? []);
        for (const { table } of SMALL_TABLES) {
          const rows = page.whole[table];
          if (rows === undefined) continue;
          this.db.exec(DELETE_WHOLE[table] ?? `DELETE FROM ${table}`);
          putRows(this.db, table, rows);
        }
        if (page.personIds !== null) this.keepPersons(page.personIds);
        this.db.prepare('DELETE FROM event WHERE seq < ?').run(page.oldest);
        if (page.isLast) this.dropOldAnswers(now);
        const isShort = page.personIds !== null && page.persons !== null && page.persons !== this.persons();
        writeMeta(this.db, CURSOR, JSON.stringify(isShort ? withAllPersons(page.next) : page.next));
        const isSame = before !== null && epochText(before.epoch) === epochText(epoch) && !page.isFresh;
        const isWhole = page.isLast || (isSame && before.isWhole);
        const of: CopyOf = { siteId, epoch, build, now, hubSeq, addresses, isWhole };
        writeMeta(this.db, OF, JSON.stringify(of));
        return page.persons !== null && page.persons !== this.persons();
      })
      .immediate();
  }

  close(): void {
    this.db.close();
  }

  private persons(): number {
    return Count.parse(this.db.prepare('SELECT count(*) AS n FROM personal').get()).n;
  }

  private clear(): void {
    for (const table of GROWING_TABLES) this.db.exec(`DELETE FROM ${table}`);
    for (const { table } of SMALL_TABLES) this.db.exec(DELETE_WHOLE[table] ?? `DELETE FROM ${table}`);
    this.db.exec(
      `DELETE FROM snapshot; DELETE FROM dead_letter; DELETE FROM meta WHERE name = '${PROMOTION}'`,
    );
  }

  private checkFollows(page: StandbyPage): void {
    const first = page.rows.event?.[0];
    if (first === undefined) return;
    const { seq } = Seq.parse(this.db.prepare('SELECT max(seq) AS seq FROM event').get());
    if (seq !== null && first.seq !== seq + 1)
      throw new Error(`a page that begins at ${first.seq} where the copy ends at ${seq}`);
  }

  private keepPersons(ids: readonly string[]): void {
    this.db
      .prepare('DELETE FROM personal WHERE person_id NOT IN (SELECT value FROM json_each(?))')
      .run(JSON.stringify(ids));
  }

  private dropOldAnswers(now: number): void {
    this.db.prepare('DELETE FROM dedupe WHERE at < ?').run(now - ANSWERS_MS);
    this.db.prepare('DELETE FROM key_dedupe WHERE at < ?').run(now - KEY_ANSWERS_MS);
  }
}

/** Rows written after others were erased may have taken their numbers: then all are asked for again. */
function withAllPersons(next: StandbyCursor): StandbyCursor {
  return { ...next, rows: { ...next.rows, personal: 0 } };
}
