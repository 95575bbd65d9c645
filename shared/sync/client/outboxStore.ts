import type { CommandEnvelope } from '../../domain/commands/command.ts';
import type { CommandId } from '../../lib/ids.ts';
import type { PendingCommand, Settled } from '../../protocol/screenMessages.ts';

/** A press that waits, with the site it was made for: it means nothing to another restaurant's hub. */
export interface OutboxEntry {
  readonly siteId: string;
  readonly envelope: CommandEnvelope;
}

/**
 * Where presses survive a reload. `put` has stored it when it returns or resolves, or its answer was known before. `isHeard`: it is on its way
 * to a hub that hears this screen, and is shown already; what costs the glass a frame may wait for that frame.
 */
export interface OutboxStore {
  /** Oldest first. */
  load(): OutboxEntry[] | Promise<OutboxEntry[]>;
  put(entry: OutboxEntry, isHeard: boolean): void | Promise<void>;
  /** Its answer is known, and what came of it is in the replica. */
  remove(id: CommandId, settled: Settled): void | Promise<void>;
  /**
   * Where this store also keeps what was pressed away from the hub and not done, until a person has read why. Absent: somebody else keeps
   * it, or nobody.
   */
  readonly left?: LeftStore;
}

export interface LeftStore {
  /** Oldest first. */
  load(): PendingCommand[] | Promise<PendingCommand[]>;
  /** In place of `remove`. */
  keep(id: CommandId, settled: Settled): void | Promise<void>;
  forget(ids: readonly CommandId[]): void | Promise<void>;
}

/** For tests, programs without a disk and browsers that refuse one. */
export class MemoryOutboxStore implements OutboxStore {
  private readonly entries = new Map<CommandId, OutboxEntry>();

  load(): OutboxEntry[] {
    return [...this.entries.values()];
  }

  put(entry: OutboxEntry): void {
    this.entries.set(entry.envelope.id, entry);
  }

  remove(id: CommandId): void {
    this.entries.delete(id);
  }
}
