import { z } from 'zod';
import type { CommandId } from '../../shared/lib/ids.ts';
import { type PendingCommand, Settled } from '../../shared/protocol/screenMessages.ts';
import type { OutboxEntry } from '../../shared/sync/client/outboxStore.ts';
import type { Db } from './database.ts';
import { parseJson } from './json.ts';
import type { OutboxSeal } from './outboxSeal.ts';

const Row = z.object({ site_id: z.string(), envelope: z.string(), settled: z.string().nullable() });

export interface StoredPress extends PendingCommand {
  readonly siteId: string;
}

/** Presses that wait for the hub, and those it refused, in the order they were made. */
export class StationOutbox {
  private readonly sql;
  private readonly seal: OutboxSeal;

  constructor(db: Db, seal: OutboxSeal) {
    this.seal = seal;
    this.sql = {
      all: db.prepare('SELECT site_id, envelope, settled FROM outbox ORDER BY n'),
      put: db.prepare('INSERT INTO outbox (id, site_id, envelope) VALUES (?, ?, ?)'),
      remove: db.prepare('DELETE FROM outbox WHERE id = ?'),
      refuse: db.prepare('UPDATE outbox SET settled = ? WHERE id = ?'),
    };
  }

  /** What another build wrote and this one cannot read stays where it is, for that one; `onUnreadable` is told. */
  all(onUnreadable: (problem: unknown) => void = fail): StoredPress[] {
    return this.sql.all.all().flatMap((raw) => {
      try {
        return [this.pressOf(raw)];
      } catch (problem) {
        onUnreadable(problem);
        return [];
      }
    });
  }

  /** Durable when it returns. */
  put({ siteId, envelope }: OutboxEntry): void {
    this.sql.put.run(envelope.id, siteId, this.seal.text(envelope));
  }

  private pressOf(raw: unknown): StoredPress {
    const { site_id: siteId, envelope, settled } = Row.parse(raw);
    return {
      siteId,
      envelope: this.seal.envelope(envelope),
      settled: settled === null ? null : parseJson(Settled, settled),
    };
  }

  remove(id: CommandId): void {
    this.sql.remove.run(id);
  }

  refuse(id: CommandId, settled: Settled): void {
    this.sql.refuse.run(JSON.stringify(settled), id);
  }
}

function fail(problem: unknown): never {
  throw problem;
}
