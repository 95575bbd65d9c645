import type { Logger } from 'pino';
import type { Event } from '../../shared/domain/events/event.ts';
import { type State, stateFromDocument, stateToDocument } from '../../shared/domain/model/state.ts';
import { reduceAll } from '../../shared/domain/reducer/reduce.ts';
import type { CommandId } from '../../shared/lib/ids.ts';
import type { ConfigDocument, PendingCommand, Settled } from '../../shared/protocol/screenMessages.ts';
import type { KeptReplica } from '../../shared/sync/client/keeper.ts';
import { LOST_AFTER_MS } from '../../shared/sync/client/linkWatch.ts';
import type { OutboxEntry, OutboxStore } from '../../shared/sync/client/outboxStore.ts';
import type { Followed, StationStore } from '../store/StationStore.ts';

/** As the hub's: replaying this many takes 0.05 s, writing a busy board out holds the event loop for 25 ms. */
const SNAPSHOT_EVERY_EVENTS = 5_000;

/** What the client knows at the moment of a write. */
export interface Standing {
  readonly followed: Followed;
  readonly state: State;
  readonly config: ConfigDocument;
  /** Hub time. */
  readonly hubAt: number;
}

export interface StationStep {
  /** True: the state itself, because what is on the disk does not lead to it. */
  readonly isReplaced: boolean;
  readonly events: readonly Event[];
  readonly config: ConfigDocument | null;
}

/**
 * The station's file as its client uses it. Two orders hold: a press is on the disk before anybody is told that it waits here; and it leaves
 * the disk in the same transaction as the events that came of it, so that a crash never shows a board without either.
 */
export class StationDisk implements OutboxStore {
  private readonly store: StationStore;
  private readonly log: Logger;
  private readonly wall: () => number;
  private readonly onPending: () => void;
  private readonly waiting = new Map<CommandId, PendingCommand & { readonly siteId: string }>();
  /** Answered or read, and still on the disk. */
  private leaving = new Map<CommandId, Settled | null>();
  private followed: string | null = null;
  private tailLength = 0;
  /** The disk refused a step: the next write brings the whole state. */
  private isBehind = false;
  /** Since the snapshot, as they were read at the start. */
  readonly tail: readonly Event[];
  readonly kept: KeptReplica | null;

  constructor(options: {
    readonly store: StationStore;
    readonly log: Logger;
    /** This device's clock, epoch ms. */
    readonly wall: () => number;
    readonly onPending: () => void;
  }) {
    this.store = options.store;
    this.log = options.log;
    this.wall = options.wall;
    this.onPending = options.onPending;
    const unreadable = (problem: unknown) =>
      this.log.error(
        { err: problem },
        'a press that another build kept cannot be read; it stays on the disk',
      );
    for (const entry of this.store.outbox.all(unreadable)) this.waiting.set(entry.envelope.id, entry);
    const { kept, tail } = this.read();
    this.kept = kept;
    this.tail = tail;
    this.tailLength = tail.length;
  }

  /** Oldest first: what the hub has not answered. */
  load(): OutboxEntry[] {
    return [...this.waiting.values()].filter(({ settled }) => settled === null);
  }

  /** `keep` has stored it before the client heard of it. */
  put(): void {
    return;
  }

  /** Durable when it returns; throws when the disk refuses. */
  keep(entry: OutboxEntry): void {
    this.store.outbox.put(entry);
    this.waiting.set(entry.envelope.id, { ...entry, settled: null });
    this.onPending();
  }

  find(id: CommandId): PendingCommand | null {
    return this.waiting.get(id) ?? null;
  }

  pending(): PendingCommand[] {
    return [...this.waiting.values()].map(({ envelope, settled }) => ({ envelope, settled }));
  }

  /** Goes with the step it belongs to, which comes in the same turn; without one by itself. A refusal stays until it is read. */
  remove(id: CommandId, settled: Settled): void {
    // What must not be late was never stored.
    if (this.waiting.has(id)) this.leave(id, settled.state === 'refused' ? settled : null);
  }

  haveRead(ids: readonly CommandId[]): void {
    for (const id of ids) if (this.waiting.get(id)?.settled) this.leave(id, null);
  }

  /** One transaction: the step, the outbox after it, when the hub spoke. `tellLeft` follows, once the step itself is told. */
  write(step: StationStep, standing: Standing): void {
    const isWhole =
      step.isReplaced || this.isBehind || this.tailLength + step.events.length > SNAPSHOT_EVERY_EVENTS;
    const followed = JSON.stringify(standing.followed);
    const isWritten = this.attempt(() => {
      this.writeLeaving();
      if (followed !== this.followed) this.store.setFollowed(standing.followed);
      if (isWhole || step.config) this.store.setConfig(standing.config);
      if (isWhole) this.store.setSnapshot(stateToDocument(standing.state));
      else this.store.append(step.events);
      this.store.setLastHeard({ hubAt: standing.hubAt, wallAt: this.wall() });
    });
    if (isWritten) {
      this.followed = followed;
      this.tailLength = isWhole ? 0 : this.tailLength + step.events.length;
    }
    this.isBehind = !isWritten;
  }

  heardAt(hubAt: number): void {
    this.attempt(() => this.store.setLastHeard({ hubAt, wallAt: this.wall() }));
  }

  keepHubs(hubs: readonly string[]): void {
    this.attempt(() => this.store.setHubs(hubs));
  }

  /** Why a power cut would lose what this screen shows; null: it would not. */
  trouble(): string | null {
    return this.isBehind ? 'The disk of this device does not take what it should keep.' : null;
  }

  private leave(id: CommandId, settled: Settled | null): void {
    this.leaving.set(id, settled);
    queueMicrotask(() => {
      if (this.leaving.size === 0) return;
      this.attempt(() => this.writeLeaving());
      this.tellLeft();
    });
  }

  private writeLeaving(): void {
    for (const [id, settled] of this.leaving) {
      if (settled) this.store.outbox.refuse(id, settled);
      else this.store.outbox.remove(id);
    }
  }

  /** Also when the disk refused: the answer is known, and what is on the disk is only sent once more. */
  tellLeft(): void {
    if (this.leaving.size === 0) return;
    for (const [id, settled] of this.leaving) {
      const entry = this.waiting.get(id);
      if (entry && settled) this.waiting.set(id, { ...entry, settled });
      else this.waiting.delete(id);
    }
    this.leaving.clear();
    this.onPending();
  }

  private attempt(work: () => void): boolean {
    try {
      this.store.write(work);
      return true;
    } catch (error) {
      if (!this.isBehind) this.log.error({ err: error }, 'the station cannot write; it goes on in memory');
      return false;
    }
  }

  /** A replica that cannot be read is fetched anew; the presses are none of it. */
  private read(): { kept: KeptReplica | null; tail: readonly Event[] } {
    try {
      const followed = this.store.followed();
      const config = this.store.config();
      const snapshot = this.store.snapshot();
      const heard = this.store.lastHeard();
      if (!followed || !config || !snapshot || !heard) return { kept: null, tail: [] };
      const tail = this.store.tail();
      const state = reduceAll(stateFromDocument(snapshot), tail);
      this.followed = JSON.stringify(followed);
      const ageMs = Math.max(0, this.wall() - heard.wallAt);
      const now = Math.max(state.at, heard.hubAt + ageMs * followed.speed);
      // Whatever this device's clock says: the hub has not spoken since the start.
      const kept = { ...followed, state, config, now, ageMs: Math.max(LOST_AFTER_MS, ageMs) };
      return { kept, tail };
    } catch (error) {
      this.log.warn({ err: error }, 'what this station kept cannot be read; the hub is asked for all of it');
      return { kept: null, tail: [] };
    }
  }
}
