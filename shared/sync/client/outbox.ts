import type { CommandEnvelope } from '../../domain/commands/command.ts';
import type { CommandId } from '../../lib/ids.ts';
import type { PendingCommand, Settled } from '../../protocol/screenMessages.ts';
import type { OutboxEntry, OutboxStore } from './outboxStore.ts';

/** Sent and not yet answered. Far below the 1,000 at which a hub says busy, far above what hands can press in a round trip. */
const WINDOW = 50;

interface Waiting {
  readonly entry: OutboxEntry;
  /** Stored, on its way, or not to be stored: may be shown as pressed. */
  isShown: boolean;
  /** Number of the connection it was last sent on; 0: on none. */
  sentOn: number;
  /** Its decision, while the events up to that have not arrived. */
  decided: Extract<Settled, { state: 'decided' }> | null;
  readonly resolve: (settled: Settled) => void;
  /** Pressed while the hub was away: nobody looks at the glass for its answer any more. */
  readonly isFromAway: boolean;
  /** May wait at all: a fire may not, nor is it held up. */
  readonly isStored: boolean;
  /** A hub that is up and cannot take it now (its disk is full) is asked again later, with all that was pressed after it. */
  isPostponed: boolean;
  /** What was pressed after it is decided: it must not follow that. */
  isOvertaken: boolean;
}

export interface Adding {
  readonly isStored: boolean;
  /** The hub does not hear this screen now: then a press is shown once it is stored, and not before. */
  readonly isFromAway: boolean;
  /** Comes later than `add` returns, when what was pressed away is stored. */
  readonly onShown: () => void;
}

/**
 * Presses from the finger to the hub's answer, in the order they were made. They leave it, and where they are stored, only by an answer
 * whose events are in the replica, or by being seen among the confirmed events.
 */
export class Outbox {
  private readonly store: OutboxStore;
  private readonly onProblem: (problem: unknown) => void;
  private waiting = new Map<string, Waiting>();
  /** Pressed away from the hub and not done, until somebody has read why. Only where the store keeps such a list. */
  private notDone: readonly PendingCommand[] = [];

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
      const earlier = stored.map((entry) => waitingOf(entry, { isStored: true, isFromAway: true }, true));
      const all = [...earlier, ...this.waiting.values()];
      this.waiting = new Map(all.map((item) => [item.entry.envelope.id, item]));
      this.notDone = [...((await this.store.left?.load()) ?? []), ...this.notDone];
    } catch (problem) {
      this.onProblem(problem);
    }
  }

  add(entry: OutboxEntry, adding: Adding): Promise<Settled> {
    return new Promise((resolve) => {
      const item = waitingOf(entry, adding, !(adding.isStored && adding.isFromAway), resolve);
      this.waiting.set(entry.envelope.id, item);
      if (!adding.isStored) return;
      const show = (): void => {
        if (item.isShown) return;
        item.isShown = true;
        adding.onShown();
      };
      void this.attempt(() => this.store.put(entry, !adding.isFromAway), show);
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
    const all = [...this.waiting.values()].filter((item) => item.decided === null);
    const held = all.findIndex((item) => item.isPostponed);
    const open = held === -1 ? all : all.filter((item, index) => index < held || !item.isStored);
    const underWay = open.filter((item) => item.sentOn === connection).length;
    const taken = open.filter((item) => item.sentOn !== connection).slice(0, Math.max(0, WINDOW - underWay));
    for (const item of taken) item.sentOn = connection;
    return taken.map((item) => item.entry);
  }

  /** The hub cannot take it now. False: its person is told instead, because it was pressed just now or others went before it. */
  postpone(id: CommandId): boolean {
    const item = this.waiting.get(id);
    if (!item?.isFromAway || item.isOvertaken || item.decided !== null) return false;
    item.sentOn = 0;
    item.isPostponed = true;
    return true;
  }

  /** This one is decided. Gives those that were postponed and pressed before it. */
  overtake(id: CommandId): CommandId[] {
    const postponed: CommandId[] = [];
    if (!this.waiting.has(id)) return postponed;
    for (const item of this.waiting.values()) {
      if (item.entry.envelope.id === id) break;
      item.isOvertaken = true;
      if (item.isPostponed) postponed.push(item.entry.envelope.id);
    }
    return postponed;
  }

  /** All may be sent again. */
  release(): void {
    for (const item of this.waiting.values()) item.isPostponed = false;
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

  left(): readonly PendingCommand[] {
    return this.notDone;
  }

  /** A person has read why. */
  forget(ids: readonly CommandId[]): void {
    const own = this.notDone.filter(({ envelope }) => ids.includes(envelope.id));
    if (own.length === 0) return;
    this.notDone = this.notDone.filter((one) => !own.includes(one));
    void this.attempt(() => this.store.left?.forget(own.map(({ envelope }) => envelope.id)));
  }

  private drop(id: CommandId, settled: Settled): void {
    const item = this.waiting.get(id);
    this.waiting.delete(id);
    const { left } = this.store;
    if (left === undefined || settled.state !== 'refused' || !item?.isStored || !item.isFromAway) {
      void this.attempt(() => this.store.remove(id, settled));
      return;
    }
    this.notDone = [...this.notDone, { envelope: item.entry.envelope, settled }];
    void this.attempt(() => left.keep(id, settled));
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

const FRESH = { isPostponed: false, isOvertaken: false };

function waitingOf(
  entry: OutboxEntry,
  { isStored, isFromAway }: Pick<Adding, 'isStored' | 'isFromAway'>,
  isShown: boolean,
  resolve: (settled: Settled) => void = () => undefined,
): Waiting {
  return { entry, isShown, sentOn: 0, decided: null, resolve, isFromAway, isStored, ...FRESH };
}
