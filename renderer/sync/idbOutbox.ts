import { z } from 'zod';
import { CommandEnvelope } from '../../shared/domain/commands/command.ts';
import type { CommandId } from '../../shared/lib/ids.ts';
import { type PendingCommand, Settled } from '../../shared/protocol/screenMessages.ts';
import type { LeftStore, OutboxEntry, OutboxStore } from '../../shared/sync/client/outboxStore.ts';
import { PressSeal, Seal } from './PressSeal.ts';

const DATABASE = 'heard';
const VERSION = 1;
const PRESSES = 'presses';

const Stored = z.object({
  id: z.string(),
  /** Which screen pressed: two tabs of one tablet must not send each other's presses, for the hub takes a press from its own station. */
  scope: z.string(),
  order: z.number(),
  siteId: z.string(),
  /** A guest's name and contacts are cut. */
  envelope: CommandEnvelope,
  /** What was cut. */
  seal: Seal.optional(),
  /** Pressed while the hub was away, and refused by it: kept until somebody has read why. */
  settled: Settled.optional(),
});
type Stored = z.infer<typeof Stored>;

/**
 * A screen's presses in the browser's own database, which plain HTTP pages of a LAN have too. A press is stored when its transaction is
 * complete. `relaxed`: it survives a reload and a crash of the browser; waiting for the tablet's flash to sync would cost each press a frame.
 */
export class IdbOutbox implements OutboxStore {
  readonly left: LeftStore = {
    load: () => this.refused(),
    keep: (id, settled) => this.keepRefused(id, settled),
    forget: (ids) => this.forget(ids),
  };
  private readonly scope: string;
  private readonly seal = new PressSeal();
  private opened: Promise<IDBDatabase> | null = null;
  private order = 0;

  constructor(scope: string) {
    this.scope = scope;
  }

  async load(): Promise<OutboxEntry[]> {
    const stored = await this.all();
    this.order = Math.max(this.order, ...stored.map(({ order }) => order));
    const waiting = stored.filter(({ settled }) => settled === undefined);
    return await Promise.all(
      waiting.map(async (row) => ({ siteId: row.siteId, envelope: await this.seal.whole(row) })),
    );
  }

  async put({ siteId, envelope }: OutboxEntry): Promise<void> {
    this.order += 1;
    const { order, scope } = this;
    const row: Stored = { id: envelope.id, scope, order, siteId, ...(await this.seal.cut(envelope)) };
    await this.run('readwrite', (presses) => presses.put(row));
  }

  async remove(id: CommandId): Promise<void> {
    await this.run('readwrite', (presses) => presses.delete(id));
  }

  private async all(): Promise<Stored[]> {
    const rows: unknown[] = await this.run('readonly', (presses) => presses.getAll());
    const stored = rows.flatMap((row): Stored[] => {
      const parsed = Stored.safeParse(row);
      return parsed.success && parsed.data.scope === this.scope ? [parsed.data] : [];
    });
    return stored.sort((a, b) => a.order - b.order);
  }

  private async refused(): Promise<PendingCommand[]> {
    const stored = await this.all();
    return await Promise.all(
      stored.flatMap((row) => {
        const { settled } = row;
        return settled === undefined
          ? []
          : [this.seal.whole(row).then((envelope): PendingCommand => ({ envelope, settled }))];
      }),
    );
  }

  private async keepRefused(id: CommandId, settled: Settled): Promise<void> {
    const row = (await this.all()).find((one) => one.id === id);
    if (row !== undefined) await this.run('readwrite', (presses) => presses.put({ ...row, settled }));
  }

  private async forget(ids: readonly CommandId[]): Promise<void> {
    for (const id of ids) await this.remove(id);
  }

  private async run<T>(
    mode: IDBTransactionMode,
    work: (presses: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    this.opened ??= open();
    const database = await this.opened;
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(PRESSES, mode, { durability: 'relaxed' });
      const request = work(transaction.objectStore(PRESSES));
      // Nothing follows: else the browser would first tell of the request and wait for another, and a press is not shown before it is stored.
      transaction.commit();
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('the outbox was interrupted'));
    });
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(PRESSES, { keyPath: 'id' });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no database'));
    request.onblocked = () => reject(new Error('an older page holds the outbox'));
  });
}
