import type { Logger } from 'pino';
import { type State, stateToDocument } from '../../shared/domain/model/state.ts';
import type { Store } from '../store/Store.ts';

/** A replay of this many events takes a fraction of a second (figures in the tests), and a busy house writes them in an hour. */
const EVERY_EVENTS = 2_000;

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
    if (this.isPlanned || seq - this.lastSeq < EVERY_EVENTS) return;
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
      this.store.snapshots.write(state.seq, state.at, JSON.stringify(stateToDocument(state)));
    } catch (error) {
      this.log.warn({ err: error, seq: state.seq }, 'snapshot not written');
    }
  }
}
