import { z } from 'zod';
import { Epoch } from '../../shared/protocol/screenMessages.ts';
import type { Db } from './database.ts';
import { parseJson } from './json.ts';
import { readMeta } from './metaTable.ts';
import { schemaOf } from './migrate.ts';

/** What a database file says of itself, read without changing it. */
export interface FileFacts {
  readonly schema: number;
  readonly siteId: string;
  readonly epoch: Epoch;
  /** Rows of the log, and the number and hub time of its last; 0 for none. */
  readonly events: number;
  readonly seq: number;
  readonly at: number;
  /** Hub time of the oldest that is kept; 0 for none. */
  readonly firstAt: number;
  readonly tickets: number;
}

const Log = z.object({ events: z.number(), first: z.number().nullable(), seq: z.number().nullable() });
const At = z.object({ at: z.number() });
const Count = z.object({ n: z.number() });
const Gap = z.object({ seq: z.number() });
const Complaints = z.array(z.object({ integrity_check: z.string() }));
/** Enough for a person to see that a file is damaged; SQLite would name a hundred places. */
const COMPLAINTS_KEPT = 3;

/** Throws when the file is no log of Heard. */
export function factsOf(db: Db): FileFacts {
  const [siteId, epoch] = [readMeta(db, 'site_id'), readMeta(db, 'epoch')];
  if (siteId === null || epoch === null) throw new Error('it holds no log of Heard');
  const { events, seq } = logOf(db);
  const last = db.prepare('SELECT at FROM event ORDER BY seq DESC LIMIT 1').get();
  const oldest = db.prepare('SELECT at FROM event ORDER BY seq LIMIT 1').get();
  const tickets = db.prepare("SELECT count(*) AS n FROM event WHERE type = 'ticket.received'").get();
  return {
    schema: schemaOf(db),
    siteId,
    epoch: parseJson(Epoch, epoch),
    events,
    seq: seq ?? 0,
    at: last === undefined ? 0 : At.parse(last).at,
    firstAt: oldest === undefined ? 0 : At.parse(oldest).at,
    tickets: Count.parse(tickets).n,
  };
}

/** What SQLite finds wrong with the file as a whole; empty: nothing. Reads all of it. */
export function integrityComplaints(db: Db): string[] {
  const rows = Complaints.parse(db.pragma(`integrity_check(${COMPLAINTS_KEPT})`));
  return rows.map((row) => row.integrity_check).filter((text) => text !== 'ok');
}

/** The first number that is missing in the log; null: none is. */
export function firstGap(db: Db): number | null {
  const { events, first, seq } = logOf(db);
  if (first === null || seq === null || events === seq - first + 1) return null;
  const row = db
    .prepare(
      `SELECT seq + 1 AS seq FROM event AS here
       WHERE seq < ? AND NOT EXISTS (SELECT 1 FROM event WHERE event.seq = here.seq + 1) ORDER BY seq LIMIT 1`,
    )
    .get(seq);
  return row === undefined ? null : Gap.parse(row).seq;
}

function logOf(db: Db) {
  return Log.parse(
    db.prepare('SELECT count(*) AS events, min(seq) AS first, max(seq) AS seq FROM event').get(),
  );
}
