import type { Logger } from 'pino';
import { type State, stateToDocument } from '../../shared/domain/model/state.ts';
import type { Store } from '../store/Store.ts';

/**
 * Replaying this many takes 0.05 s (measured: 100,000 events in 1.0 s, parsed and reduced), while writing 300 open tickets out holds the event
 * loop for 25 ms: seldom is better than often.
 */
export const SNAPSHOT_EVERY_EVENTS = 5_000;

/** Writes the state out now and then, never inside the path of a commit. A snapshot that fails costs the next start some time, no more. */
export class SnapshotWriter {
  private readonly store: Store;
  private readonly log: Logger;
  private lastSeq: number;
  private isPlanned = false;

  constructor(store: Store, log: Logger, lastSeq: number) {
    this.store = store;
    this.log = log;
    this.lastSeq = lastSeq;
  }

  /** `current` is asked when it is written, a turn of the event loop later. */
  afterCommit(seq: number, current: () => State): void {
    if (this.isPlanned || seq - this.lastSeq < SNAPSHOT_EVERY_EVENTS) return;
    this.isPlanned = true;
    setImmediate(() => {
      this.isPlanned = false;
      this.write(current());
    });
  }

  write(state: State): void {
    if (state.seq <= this.lastSeq) return;
    this.lastSeq = state.seq;
    try {
      this.store.snapshots.write(stateToDocument(state));
    } catch (error) {
      this.log.warn({ err: error, seq: state.seq }, 'snapshot not written');
    }
  }
}
