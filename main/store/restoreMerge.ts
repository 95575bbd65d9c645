import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { EVENT_VERSION, type Event } from '../../shared/domain/events/event.ts';
import { UNKNOWN_DIGEST } from '../../shared/domain/model/put.ts';
import { type Epoch, epochText } from '../../shared/protocol/screenMessages.ts';
import type { Db } from './database.ts';
import { encodeEvent } from './eventCoding.ts';
import { EventLog } from './eventLog.ts';
import { BEFORE_RESTART } from './feedCursors.ts';
import { factsOf } from './fileFacts.ts';
import { dropErased, takeAudit } from './guestAuditTable.ts';
import { parseJson } from './json.ts';
import { type Lineage, readLineage, writeLineage } from './lineage.ts';
import { writeMeta } from './metaTable.ts';
import type { PresentFile } from './presentFile.ts';

export interface MergeParts {
  /** Of the file that is replaced, when it could be read and is of the same site. */
  readonly present: PresentFile | null;
  /** Up to which number that file's log and this one are the same. */
  readonly common: number;
  /** The highest `n` that this folder ever had. */
  readonly highestN: number;
  readonly isKeyLost: boolean;
  /** Wall clock. */
  readonly now: number;
  readonly reason: 'restore' | 'promotion';
}

export interface Merged {
  readonly epoch: Epoch;
  readonly forkSeq: number;
}

/** Every screen says so until a person has read it: who is expected tonight has no name. */
const GUESTS_LOST =
  'Restored without the key to guests: names, contacts and notes are gone, allergies are all there. Bookings put again bring their names back.';

const Row = z.object({ rowid: z.number(), document: z.string() });
const Menus = z.looseObject({ posMenus: z.record(z.string(), z.looseObject({})).optional() });

/**
 * Makes a copy of a backup the next epoch of this folder's log, in one transaction. The log goes back in time; what keeps people and programs
 * out, and how far each listener is, does not.
 */
export function mergeInto(db: Db, parts: MergeParts): Merged {
  return db
    .transaction(() => {
      const { epoch: old, seq, at } = factsOf(db);
      const forkSeq = parts.present === null ? seq : parts.common;
      const epoch = { n: Math.max(old.n, parts.highestN) + 1, id: randomBytes(9).toString('base64url') };
      writeMeta(db, 'epoch', JSON.stringify(epoch));
      writeLineage(db, lineageOf(db, parts, { old, seq, forkSeq }));
      if (parts.present !== null) takeTokens(db, parts.present);
      turnCursorsBack(db, forkSeq);
      if (parts.present !== null) takeAudit(db, parts.present.audit);
      dropErased(db);
      if (parts.isKeyLost) forgetSealed(db);
      const log = new EventLog(db);
      const event = {
        at: Math.max(at, parts.present?.facts.at ?? 0, Math.floor(parts.now)),
        v: EVENT_VERSION,
        by: 'house',
        cmd: `house:${parts.reason}:${epoch.n}`,
      };
      const restarted: Event = {
        ...event,
        seq: seq + 1,
        id: `${epoch.n}-${seq + 1}`,
        type: 'feed.restarted',
        forkSeq,
        reason: parts.reason,
        ...(parts.isKeyLost ? { isKeyLost: true } : {}),
      };
      log.append(encodeEvent(restarted));
      if (parts.isKeyLost) {
        const alert = { code: 'guests_lost', message: GUESTS_LOST, at: event.at };
        log.append(
          encodeEvent({ ...event, seq: seq + 2, id: `${epoch.n}-${seq + 2}`, type: 'alert', alert }),
        );
      }
      return { epoch, forkSeq };
    })
    .immediate();
}

function lineageOf(
  db: Db,
  { present, common, reason }: MergeParts,
  { old, seq, forkSeq }: { old: Epoch; seq: number; forkSeq: number },
): Lineage {
  const theirs = present === null ? {} : capped(present.lineage.common, common);
  return {
    common: {
      ...theirs,
      ...(present === null ? {} : { [epochText(present.facts.epoch)]: common }),
      ...readLineage(db).common,
      // The backup's own log is here whole.
      [epochText(old)]: seq,
    },
    restart: { seq: seq + 1, forkSeq, reason },
  };
}

function capped(common: Lineage['common'], most: number): Lineage['common'] {
  return Object.fromEntries(Object.entries(common).map(([epoch, seq]) => [epoch, Math.min(seq, most)]));
}

/** A token that was ended stays ended, and one that was made since still works. */
function takeTokens(db: Db, { tokens, cursors }: PresentFile): void {
  const add = db.prepare(
    `INSERT INTO token (id, hash, name, scope, roles, source, created_at, revoked_at)
     VALUES (@id, @hash, @name, @scope, @roles, @source, @created_at, @revoked_at)
     ON CONFLICT (id) DO UPDATE SET revoked_at = coalesce(excluded.revoked_at, revoked_at)`,
  );
  for (const token of tokens) add.run(token);
  const set = db.prepare(
    `INSERT INTO feed_cursor (token_id, acked_seq, resumed_at) VALUES (@token_id, @acked_seq, @resumed_at)
     ON CONFLICT DO UPDATE SET acked_seq = excluded.acked_seq, resumed_at = coalesce(excluded.resumed_at, resumed_at)`,
  );
  for (const cursor of cursors) set.run(cursor);
}

/** What somebody acknowledged after the fork was of a log that is no more. */
function turnCursorsBack(db: Db, forkSeq: number): void {
  db.prepare('UPDATE feed_cursor SET acked_seq = min(acked_seq, ?)').run(forkSeq);
  db.prepare('UPDATE feed_cursor SET resumed_at = ? WHERE resumed_at IS NOT NULL').run(BEFORE_RESTART);
  db.prepare('DELETE FROM one_time_code').run();
}

/** Without its key nothing sealed can be opened, and no digest made with it equals any other. */
function forgetSealed(db: Db): void {
  db.exec(
    "DELETE FROM personal; DELETE FROM dead_letter; DELETE FROM key_dedupe; DELETE FROM meta WHERE name = 'personal_key_check'",
  );
  db.prepare("UPDATE history_ticket SET record = json_set(record, '$.digest', ?)").run(UNKNOWN_DIGEST);
  db.prepare("UPDATE history_party SET record = json_set(record, '$.digest', ?)").run(UNKNOWN_DIGEST);
  const configs = db.prepare('SELECT version AS rowid, document FROM config').all();
  for (const raw of configs) {
    const { rowid, document } = Row.parse(raw);
    const config = parseJson(Menus, document);
    if (config.posMenus === undefined) continue;
    const posMenus = Object.fromEntries(
      Object.entries(config.posMenus).map(([source, menu]) => [source, { ...menu, digest: UNKNOWN_DIGEST }]),
    );
    db.prepare('UPDATE config SET document = ? WHERE version = ?').run(
      JSON.stringify({ ...config, posMenus }),
      rowid,
    );
  }
}
