import type { Logger } from 'pino';
import { sparseTicket } from '../../shared/domain/model/sparseTicket.ts';
import { emptyState, type State, stateToDocument } from '../../shared/domain/model/state.ts';
import type { Store } from '../store/Store.ts';

/** Replaying this many takes 0.05 s (measured: 100,000 events in 1.0 s, parsed and reduced): seldom is better than often. */
export const SNAPSHOT_EVERY_EVENTS = 5_000;
/** A house with thousands of tickets in recall writes megabytes: it does so after more events, which a start replays within a second. */
const EVENTS_A_TICKET = 8;
/** How long writing out holds the event loop at once; whole, 300 open tickets held it for 25 ms, and a board of thousands for a third of a second. */
const SLICE_MS = 2;

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

  /** `current` is asked when it is begun, a turn of the event loop later. A state never changes: it is written as it was then. */
  afterCommit(seq: number, current: () => State): void {
    if (this.isPlanned || seq - this.lastSeq < SNAPSHOT_EVERY_EVENTS) return;
    const { tickets } = current();
    if (seq - this.lastSeq < tickets.size * EVENTS_A_TICKET) return;
    this.isPlanned = true;
    setImmediate(() => {
      const state = current();
      this.slice(state, state.tickets.values(), []);
    });
  }

  /** At once, for the end of a service. */
  write(state: State): void {
    if (state.seq <= this.lastSeq) return;
    this.orWarn(state.seq, () => this.keep(state, [...state.tickets.values()].map(ticketText)));
  }

  private slice(state: State, tickets: ReturnType<State['tickets']['values']>, texts: string[]): void {
    const isGoingOn = this.orWarn(state.seq, () => {
      if (takeSlice(tickets, texts)) return true;
      if (state.seq > this.lastSeq) this.keep(state, texts);
      return false;
    });
    if (isGoingOn) setImmediate(() => this.slice(state, tickets, texts));
    else this.isPlanned = false;
  }

  private keep(state: State, tickets: readonly string[]): void {
    const { tickets: _none, ...head } = stateToDocument({ ...state, tickets: emptyState.tickets });
    const text = `${JSON.stringify(head).slice(0, -1)},"tickets":{${tickets.join(',')}}}`;
    this.store.snapshots.write(state.seq, state.at, text);
    this.lastSeq = state.seq;
  }

  /** One that failed is tried again after as many events, not at every commit. */
  private orWarn<T>(seq: number, act: () => T): T | null {
    try {
      return act();
    } catch (error) {
      this.lastSeq = seq;
      this.log.warn({ err: error, seq }, 'snapshot not written');
      return null;
    }
  }
}

/** Adds what fits into a slice; whether there is more. */
function takeSlice(tickets: ReturnType<State['tickets']['values']>, texts: string[]): boolean {
  const until = performance.now() + SLICE_MS;
  for (let next = tickets.next(); !next.done; next = tickets.next()) {
    texts.push(ticketText(next.value));
    if (performance.now() >= until) return true;
  }
  return false;
}

function ticketText(ticket: Parameters<typeof sparseTicket>[0]): string {
  return `${JSON.stringify(ticket.id)}:${JSON.stringify(sparseTicket(ticket))}`;
}
