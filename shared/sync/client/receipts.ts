import type { State } from '../../domain/model/state.ts';
import type { StationId, TicketId } from '../../lib/ids.ts';
import type { Timers } from '../timers.ts';

export type ReceiptKind = 'listed' | 'painted';
type Ref = { readonly ticket: TicketId; readonly version: number };
type Versions = Map<TicketId, number>;

/** What a command may list. */
const MAX_A_REPORT = 2_000;

export interface ReceiptsDeps {
  readonly station: StationId;
  readonly timers: Timers;
  /** About a frame or two, differing between screens: the first of a station's screens then speaks for all, and the rest stay silent. */
  readonly delayMs: number;
  readonly confirmed: () => State;
  /** Sends now, without keeping; false when nobody can hear it, and then it never happened. */
  readonly send: (listed: Ref[], painted: Ref[]) => boolean;
}

/**
 * What this screen's glass has shown, told once a version and connection. Nothing is kept for a hub that is away: a new connection looks
 * again at what the glass said last and tells what is still owed, and of a version that has passed meanwhile nothing. None is given for a
 * version that only the overlay has.
 */
export class Receipts {
  private readonly deps: ReceiptsDeps;
  /** What the glass said last, by ticket. */
  private readonly claims = { listed: new Map() as Versions, painted: new Map() as Versions };
  private readonly waiting = { listed: new Map() as Versions, painted: new Map() as Versions };
  private readonly told = { listed: new Map() as Versions, painted: new Map() as Versions };
  private stopTimer: (() => void) | null = null;
  private mustLookAgain = false;

  constructor(deps: ReceiptsDeps) {
    this.deps = deps;
  }

  report(kind: ReceiptKind, ticket: TicketId, version: number): void {
    this.claims[kind].set(ticket, version);
    if (!this.isOwed(kind, ticket, version)) return;
    this.waiting[kind].set(ticket, version);
    this.stopTimer ??= this.deps.timers.after(this.deps.delayMs, () => this.flush());
  }

  /** The connection went or came: what was told on the last one may never have arrived. */
  reset(): void {
    this.stopTimer?.();
    this.stopTimer = null;
    this.mustLookAgain = true;
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
    if (listed.length + painted.length === 0) return;
    if (this.deps.send(listed, painted)) {
      this.note('listed', listed);
      this.note('painted', painted);
    } else this.mustLookAgain = true;
  }

  private take(kind: ReceiptKind): Ref[] {
    const refs = [...this.waiting[kind]].map(([ticket, version]) => ({ ticket, version }));
    this.waiting[kind].clear();
    // Another screen of this station may have told it since.
    return refs.filter((ref) => this.isOwed(kind, ref.ticket, ref.version)).slice(0, MAX_A_REPORT);
  }

  private note(kind: ReceiptKind, refs: Ref[]): void {
    const { tickets } = this.deps.confirmed();
    for (const { ticket, version } of refs) this.told[kind].set(ticket, version);
    for (const versions of [this.told[kind], this.claims[kind]]) {
      if (versions.size <= 2 * tickets.size + refs.length) continue;
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
