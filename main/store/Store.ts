import type { Epoch } from '../../shared/protocol/screenMessages.ts';
import { BackupNotes } from './backupNotes.ts';
import { ConfigTable } from './configTable.ts';
import type { Db } from './database.ts';
import { DeadLetters } from './deadLetters.ts';
import { DedupeTable } from './dedupeTable.ts';
import { EventLog } from './eventLog.ts';
import { FeedCursors } from './feedCursors.ts';
import { forgetDigests, forgetForGood } from './forget.ts';
import { GuestAuditTable } from './guestAuditTable.ts';
import { GuestTable } from './guestTable.ts';
import { HistoryParties } from './historyParties.ts';
import { HistoryTickets } from './historyTickets.ts';
import { type Lineage, readLineage } from './lineage.ts';
import { identityOf, writeMeta } from './metaTable.ts';
import { OneTimeCodes } from './oneTimeCodes.ts';
import { PersonalTable } from './personalTable.ts';
import { PictureTable } from './pictureTable.ts';
import type { Sealing } from './sealing.ts';
import { SnapshotTable } from './snapshotTable.ts';
import { StandbyPages } from './standbyPages.ts';
import { TokenTable } from './tokenTable.ts';

/** The one SQLite file, a field a table. Synchronous: what returned inside `begin`..`commit` is durable when `commit` returns. */
export class Store {
  readonly siteId: string;
  readonly epoch: Epoch;
  readonly lineage: Lineage;
  readonly sealing: Sealing;
  readonly events: EventLog;
  readonly dedupe: DedupeTable;
  readonly snapshots: SnapshotTable;
  readonly history: HistoryTickets;
  readonly historyParties: HistoryParties;
  readonly personal: PersonalTable;
  readonly guests: GuestTable;
  readonly guestAudit: GuestAuditTable;
  readonly pictures: PictureTable;
  readonly tokens: TokenTable;
  readonly codes: OneTimeCodes;
  readonly cursors: FeedCursors;
  readonly config: ConfigTable;
  readonly deadLetters: DeadLetters;
  readonly backups: BackupNotes;
  readonly standby: StandbyPages;
  private readonly db: Db;
  private readonly unlock: () => void;
  private readonly sql;

  constructor(db: Db, sealing: Sealing, unlock: () => void) {
    this.db = db;
    this.unlock = unlock;
    this.sealing = sealing;
    const { siteId, epoch } = identityOf(db);
    this.siteId = siteId;
    this.epoch = epoch;
    this.lineage = readLineage(db);
    this.events = new EventLog(db);
    this.dedupe = new DedupeTable(db);
    this.snapshots = new SnapshotTable(db);
    this.history = new HistoryTickets(db);
    this.historyParties = new HistoryParties(db);
    this.personal = new PersonalTable(db, sealing);
    this.guests = new GuestTable(db, sealing);
    this.guestAudit = new GuestAuditTable(db);
    this.pictures = new PictureTable(db);
    this.tokens = new TokenTable(db);
    this.codes = new OneTimeCodes(db, this.tokens);
    this.cursors = new FeedCursors(db);
    this.config = new ConfigTable(db);
    this.deadLetters = new DeadLetters(db, sealing);
    this.backups = new BackupNotes(db);
    this.standby = new StandbyPages(db);
    this.sql = {
      begin: db.prepare('BEGIN IMMEDIATE'),
      commit: db.prepare('COMMIT'),
      rollback: db.prepare('ROLLBACK'),
      savepoint: db.prepare('SAVEPOINT one'),
      release: db.prepare('RELEASE one'),
      undo: db.prepare('ROLLBACK TO one'),
    };
  }

  begin(): void {
    this.sql.begin.run();
  }

  commit(): void {
    this.sql.commit.run();
  }

  /** SQLite itself rolls back on a full disk; then there is nothing left to do. */
  rollback(): void {
    if (this.db.inTransaction) this.sql.rollback.run();
  }

  savepoint(): void {
    this.sql.savepoint.run();
  }

  release(): void {
    this.sql.release.run();
  }

  /** Back to the savepoint, which is gone then. */
  undo(): void {
    this.sql.undo.run();
    this.sql.release.run();
  }

  /** One transaction of its own, after which what it deleted of persons lies nowhere in the file. Not inside `begin`..`commit`. */
  forget(personIds: readonly string[], work: () => void): void {
    forgetForGood(this.db, () => {
      for (const id of personIds) this.personal.remove(id);
      forgetDigests(this.db, personIds);
      work();
    });
  }

  /** Commits something small: tells whether the disk takes writes again. Throws when not. */
  probe(at: number): void {
    writeMeta(this.db, 'write_probe', String(at));
  }

  close(): void {
    this.db.close();
    this.unlock();
  }
}
