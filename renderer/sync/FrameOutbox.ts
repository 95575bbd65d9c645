import type { CommandId } from '../../shared/lib/ids.ts';
import type { Settled } from '../../shared/protocol/screenMessages.ts';
import type { OutboxEntry, OutboxStore } from '../../shared/sync/client/outboxStore.ts';

interface Waiting {
  readonly entry: OutboxEntry;
  readonly done: (stored: void | Promise<void>) => void;
}

/**
 * The store of a glass: a press that the hub hears is stored behind the frame that shows it, and not at all where the hub has answered by then.
 * One that nobody hears is stored at once, behind those pressed before it.
 */
export class FrameOutbox implements OutboxStore {
  readonly left;
  private readonly store: OutboxStore;
  private readonly afterPaint: (act: () => void) => void;
  private readonly waiting = new Map<CommandId, Waiting>();

  constructor(store: OutboxStore, afterPaint: (act: () => void) => void) {
    this.store = store;
    this.afterPaint = afterPaint;
    this.left = store.left;
  }

  load(): OutboxEntry[] | Promise<OutboxEntry[]> {
    return this.store.load();
  }

  put(entry: OutboxEntry, isHeard: boolean): void | Promise<void> {
    if (!isHeard) {
      this.storeWaiting();
      return this.store.put(entry, isHeard);
    }
    if (this.waiting.size === 0) this.afterPaint(() => this.storeWaiting());
    return new Promise((done) => this.waiting.set(entry.envelope.id, { entry, done }));
  }

  remove(id: CommandId, settled: Settled): void | Promise<void> {
    const waiting = this.waiting.get(id);
    if (waiting === undefined) return this.store.remove(id, settled);
    this.waiting.delete(id);
    waiting.done();
  }

  private storeWaiting(): void {
    const all = [...this.waiting.values()];
    this.waiting.clear();
    for (const { entry, done } of all) done(this.keep(entry));
  }

  /** A store that throws fails as one that rejects. */
  private async keep(entry: OutboxEntry): Promise<void> {
    await this.store.put(entry, true);
  }
}
