import { z } from 'zod';
import { Role } from '../../shared/domain/events/actor.ts';
import type { Event } from '../../shared/domain/events/event.ts';
import { sparseState, wholeState } from '../../shared/domain/model/sparseTicket.ts';
import { StateDocument } from '../../shared/domain/model/state.ts';
import { ConfigDocument, Epoch } from '../../shared/protocol/screenMessages.ts';
import type { Db } from './database.ts';
import { encodeEvent } from './eventCoding.ts';
import { EventLog } from './eventLog.ts';
import { parseJson } from './json.ts';
import { readMeta, writeMeta } from './metaTable.ts';
import type { OutboxSeal } from './outboxSeal.ts';
import { OwnPaperTable } from './ownPaperTable.ts';
import { StationOutbox } from './stationOutbox.ts';

/** Whose log the replica follows, and as what. */
export const Followed = z.object({
  siteId: z.string(),
  epoch: Epoch,
  roles: z.array(Role),
  speed: z.number().positive(),
});
export type Followed = z.infer<typeof Followed>;

/** When the hub last spoke: its own time, and this device's clock at that moment. Only differences of the second mean anything. */
export const LastHeard = z.object({ hubAt: z.number(), wallAt: z.number() });
export type LastHeard = z.infer<typeof LastHeard>;

const Row = z.object({ document: z.string() });
const EVERYTHING = Number.MAX_SAFE_INTEGER;

/**
 * A station's file: what the hub said last and what it has not answered. Synchronous; what returned from `write` outlives the plug being
 * pulled. One `write` is one transaction, so that a crash leaves an older replica with its own outbox, never half of one.
 */
export class StationStore {
  readonly outbox: StationOutbox;
  readonly ownPaper: OwnPaperTable;
  private readonly db: Db;
  private readonly unlock: () => void;
  private readonly events: EventLog;

  constructor(db: Db, seal: OutboxSeal, unlock: () => void) {
    this.db = db;
    this.unlock = unlock;
    this.outbox = new StationOutbox(db, seal);
    this.ownPaper = new OwnPaperTable(db);
    this.events = new EventLog(db);
  }

  write(work: () => void): void {
    this.db.transaction(work).immediate();
  }

  followed(): Followed | null {
    return this.meta('followed', Followed);
  }

  setFollowed(followed: Followed): void {
    writeMeta(this.db, 'followed', JSON.stringify(followed));
  }

  config(): ConfigDocument | null {
    return this.meta('config', ConfigDocument);
  }

  setConfig(document: ConfigDocument): void {
    writeMeta(this.db, 'config', JSON.stringify(document));
  }

  lastHeard(): LastHeard | null {
    return this.meta('last_heard', LastHeard);
  }

  setLastHeard(heard: LastHeard): void {
    writeMeta(this.db, 'last_heard', JSON.stringify(heard));
  }

  /** Where the hub, and who may take over from it, is found. */
  hubs(): string[] {
    return this.meta('hubs', z.array(z.string())) ?? [];
  }

  setHubs(hubs: readonly string[]): void {
    writeMeta(this.db, 'hubs', JSON.stringify(hubs));
  }

  snapshot(): StateDocument | null {
    const row = this.db.prepare('SELECT document FROM snapshot').get();
    if (row === undefined) return null;
    const written: unknown = JSON.parse(Row.parse(row).document);
    return StateDocument.parse(wholeState(written));
  }

  /** The state as it stands; events begin anew after it. */
  setSnapshot(document: StateDocument): void {
    this.db.prepare('DELETE FROM event').run();
    this.db
      .prepare('INSERT OR REPLACE INTO snapshot (one, document) VALUES (1, ?)')
      .run(JSON.stringify(sparseState(document)));
  }

  /** Since the snapshot. */
  tail(): Event[] {
    return this.events.after(0, EVERYTHING);
  }

  append(events: readonly Event[]): void {
    for (const event of events) this.events.append(encodeEvent(event));
  }

  close(): void {
    this.db.close();
    this.unlock();
  }

  private meta<T extends z.ZodType>(name: string, schema: T): z.output<T> | null {
    const text = readMeta(this.db, name);
    return text === null ? null : parseJson(schema, text);
  }
}
