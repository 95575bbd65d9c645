import type { Event } from '../../domain/events/event.ts';
import type { State } from '../../domain/model/state.ts';
import type { CommandId, StationId, TicketId } from '../../lib/ids.ts';
import type { Timers } from '../timers.ts';

export type ReceiptKind = 'listed' | 'painted';
type Ref = { readonly ticket: TicketId; readonly version: number };
type Versions = Map<TicketId, number>;

/** What a command may list. */
const MAX_A_REPORT = 2_000;
/** How much longer a screen waits while another of its station speaks: long enough to hear that all is said, and nobody's guess of down. */
const LISTEN_MS = 500;
/** Closed tickets remembered before they are swept out: few enough to forget, many enough not to sweep at every report. */
const SPARE_VERSIONS = 100;
/** Reports remembered as this screen's own until the log tells whose it took. */
const REMEMBERED = 50;

export interface ReceiptsDeps {
  readonly station: StationId;
  readonly timers: Timers;
  /** About a frame or two, differing between screens: the first of a station's screens then speaks for all, and the rest stay silent. */
  readonly delayMs: number;
  readonly confirmed: () => State;
  /** Sends now, without keeping; null when nobody can hear it, and then it never happened. */
  readonly send: (listed: Ref[], painted: Ref[]) => CommandId | null;
}

/**
 * What this screen's glass has shown, told once a version and connection. Nothing is kept for a hub that is away: a new connection looks
 * again at what the glass said last and tells what is still owed, and of a version that has passed meanwhile nothing. None is given for a
 * version that only the overlay has.
 *
 * Thirty screens of a station see the same: the one whose report the log took speaks on, and the others wait until it would have, and
 * speak when it has not.
 */
export class Receipts {
  private readonly deps: ReceiptsDeps;
  /** What the glass said last, by ticket. */
  private readonly claims = { listed: new Map() as Versions, painted: new Map() as Versions };
  private readonly waiting = { listed: new Map() as Versions, painted: new Map() as Versions };
  private readonly told = { listed: new Map() as Versions, painted: new Map() as Versions };
  private stopTimer: (() => void) | null = null;
  private mustLookAgain = false;
  private isListening = false;
  private readonly mine = new Set<string>();

  constructor(deps: ReceiptsDeps) {
    this.deps = deps;
  }

  report(kind: ReceiptKind, ticket: TicketId, version: number): void {
    this.claims[kind].set(ticket, version);
    if (!this.isOwed(kind, ticket, version)) return;
    this.waiting[kind].set(ticket, version);
    const { timers, delayMs } = this.deps;
    this.stopTimer ??= timers.after(delayMs + (this.isListening ? LISTEN_MS : 0), () => this.flush());
  }

  /** What a screen of this station has told by itself: told again when its message may not have arrived. */
  claim(kind: ReceiptKind, { ticket, version }: Ref): void {
    this.claims[kind].set(ticket, version);
  }

  /** The log moved on: it tells whose reports it takes. */
  applied(events: readonly Event[]): void {
    for (const event of events) {
      if (event.type !== 'ticket.listed' && event.type !== 'ticket.painted') continue;
      if (event.station === this.deps.station) this.isListening = !this.mine.has(event.cmd);
    }
  }

  /** The connection went or came: what was told on the last one may never have arrived. */
  reset(): void {
    this.stopTimer?.();
    this.stopTimer = null;
    this.mustLookAgain = true;
    this.isListening = false;
    for (const versions of [this.waiting.listed, this.waiting.painted, this.told.listed, this.told.painted]) {
      versions.clear();
    }
  }

  /** In step and visible: looks again at what the glass said, if some of it may not have arrived. */
  lookAgain(): void {
    if (!this.mustLookAgain) return;
    this.mustLookAgain = false;
    for (const kind of ['listed', 'painted'] as const) {
      for (const [ticket, version] of this.claims[kind]) this.report(kind, ticket, version);
    }
  }

  private flush(): void {
    this.stopTimer = null;
    const listed = this.take('listed');
    const painted = this.take('painted');
    this.sweep();
    if (listed.length + painted.length === 0) return;
    const sent = this.deps.send(listed, painted);
    if (sent === null) {
      this.mustLookAgain = true;
      return;
    }
    this.note('listed', listed);
    this.note('painted', painted);
    this.mine.add(sent);
    const [oldest] = this.mine;
    if (this.mine.size > REMEMBERED && oldest !== undefined) this.mine.delete(oldest);
  }

  private take(kind: ReceiptKind): Ref[] {
    const refs = [...this.waiting[kind]].map(([ticket, version]) => ({ ticket, version }));
    this.waiting[kind].clear();
    // Another screen of this station may have told it since.
    return refs.filter((ref) => this.isOwed(kind, ref.ticket, ref.version)).slice(0, MAX_A_REPORT);
  }

  private note(kind: ReceiptKind, refs: Ref[]): void {
    for (const { ticket, version } of refs) this.told[kind].set(ticket, version);
  }

  /** Also on a screen that only listens: what is no longer on any glass is forgotten before it is most of what is remembered. */
  private sweep(): void {
    const { tickets } = this.deps.confirmed();
    for (const versions of [this.told.listed, this.told.painted, this.claims.listed, this.claims.painted]) {
      if (versions.size <= 2 * tickets.size + SPARE_VERSIONS) continue;
      for (const ticket of versions.keys()) if (!tickets.has(ticket)) versions.delete(ticket);
    }
  }

  private isOwed(kind: ReceiptKind, ticket: TicketId, version: number): boolean {
    const record = this.deps.confirmed().tickets.get(ticket);
    if (record?.versions[this.deps.station] !== version) return false;
    if (this.told[kind].get(ticket) === version) return false;
    const known = record.receipts[this.deps.station];
    if (known?.version !== version) return true;
    return (kind === 'listed' ? known.listedAt : known.paintedAt) === null;
  }
}
