import type { CommandId } from '../../shared/lib/ids.ts';
import type { PendingCommand, Settled } from '../../shared/protocol/screenMessages.ts';
import { MemoryOutboxStore, type OutboxStore } from '../../shared/sync/client/outboxStore.ts';

/** A page's own store, which outlives the page: what it left behind is kept beside what waits. */
export class KeepingStore extends MemoryOutboxStore implements OutboxStore {
  private readonly refused = new Map<CommandId, PendingCommand>();
  readonly left = {
    load: () => [...this.refused.values()],
    keep: (id: CommandId, settled: Settled) => {
      const entry = this.load().find(({ envelope }) => envelope.id === id);
      if (entry) this.refused.set(id, { envelope: entry.envelope, settled });
      this.remove(id);
    },
    forget: (ids: readonly CommandId[]) => {
      for (const id of ids) this.refused.delete(id);
    },
  };
}
