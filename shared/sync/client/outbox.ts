import type { CommandEnvelope } from '../../domain/commands/command.ts';
import type { CommandId } from '../../lib/ids.ts';
import type { Settled } from '../../protocol/screenMessages.ts';
import type { OutboxEntry, OutboxStore } from './outboxStore.ts';

/** Sent and not yet answered. Far below the 1,000 at which a hub says busy, far above what hands can press in a round trip. */
const WINDOW = 50;

interface Waiting {
  readonly entry: OutboxEntry;
  /** Stored, or not to be stored: may be shown as pressed. */
  isShown: boolean;
  /** Number of the connection it was last sent on; 0: on none. */
  sentOn: number;
  /** Its decision, while the events up to that have not arrived. */
  decided: Extract<Settled, { state: 'decided' }> | null;
  readonly resolve: (settled: Settled) => void;
}

/**
 * Presses from the finger to the hub's answer, in the order they were made. They leave it, and where they are stored, only by an answer
 * whose events are in the replica, or by being seen among the confirmed events.
 */
export class Outbox {
  private readonly store: OutboxStore;
  private readonly onProblem: (problem: unknown) => void;
  private waiting = new Map<string, Waiting>();

  constructor(store: OutboxStore, onProblem: (problem: unknown) => void) {
    this.store = store;
    this.onProblem = onProblem;
  }

  get size(): number {
    return this.waiting.size;
  }

  has(id: string): boolean {
    return this.waiting.has(id);
  }

  /** What an earlier page left behind goes before what was pressed meanwhile. */
  async load(): Promise<void> {
    try {
      const stored = await this.store.load();
      const earlier = stored.map((entry) => waitingOf(entry, true, () => undefined));
      const all = [...earlier, ...this.waiting.values()];
      this.waiting = new Map(all.map((item) => [item.entry.envelope.id, item]));
    } catch (problem) {
      this.onProblem(problem);
    }
  }

  /** `onShown` comes later than this returns when the store takes time. */
  add(entry: OutboxEntry, isStored: boolean, onShown: () => void): Promise<Settled> {
    return new Promise((resolve) => {
      const item = waitingOf(entry, !isStored, resolve);
      this.waiting.set(entry.envelope.id, item);
      if (!isStored) return;
      const show = (): void => {
        item.isShown = true;
        onShown();
      };
      void this.attempt(() => this.store.put(entry), show);
    });
  }

  entries(): OutboxEntry[] {
    return [...this.waiting.values()].map((item) => item.entry);
  }

  /** What the overlay draws. */
  shown(): CommandEnvelope[] {
    return [...this.waiting.values()].filter((item) => item.isShown).map((item) => item.entry.envelope);
  }

  /** What to send on this connection now. Marks it sent: acks of one connection come in its order or not at all. */
  takeUnsent(connection: number): OutboxEntry[] {
    const open = [...this.waiting.values()].filter((item) => item.decided === null);
    const underWay = open.filter((item) => item.sentOn === connection).length;
    const taken = open.filter((item) => item.sentOn !== connection).slice(0, Math.max(0, WINDOW - underWay));
    for (const item of taken) item.sentOn = connection;
    return taken.map((item) => item.entry);
  }

  /** The first answer counts; null when it was not waiting. */
  settle(id: CommandId, settled: Settled, reached: number): OutboxEntry | null {
    const item = this.waiting.get(id);
    if (!item || item.decided !== null) return null;
    item.resolve(settled);
    // Its events are still on the way: without the overlay the press would vanish for a moment.
    if (settled.state === 'decided' && settled.seq > reached) item.decided = settled;
    else this.drop(id, settled);
    return item.entry;
  }

  /** Drops what the confirmed state now holds. */
  reached(seq: number): void {
    for (const { entry, decided } of this.waiting.values()) {
      if (decided !== null && decided.seq <= seq) this.drop(entry.envelope.id, decided);
    }
  }

  private drop(id: CommandId, settled: Settled): void {
    this.waiting.delete(id);
    void this.attempt(() => this.store.remove(id, settled));
  }

  private async attempt(work: () => void | Promise<void>, done: () => void = () => undefined): Promise<void> {
    try {
      const later = work();
      if (later) await later;
    } catch (problem) {
      // A full or forbidden disk: the press lives in memory alone, and is shown, because it is on its way.
      this.onProblem(problem);
    }
    done();
  }
}

function waitingOf(entry: OutboxEntry, isShown: boolean, resolve: (settled: Settled) => void): Waiting {
  return { entry, isShown, sentOn: 0, decided: null, resolve };
}
