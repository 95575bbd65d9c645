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
 * What this screen's glass has shown, told once a version and connection. A receipt is testimony about now: it never waits for a hub
 * that is away, and none is given for a version that only the overlay has.
 */
export class Receipts {
  private readonly deps: ReceiptsDeps;
  private readonly waiting = { listed: new Map() as Versions, painted: new Map() as Versions };
  private readonly told = { listed: new Map() as Versions, painted: new Map() as Versions };
  private stopTimer: (() => void) | null = null;

  constructor(deps: ReceiptsDeps) {
    this.deps = deps;
  }

  report(kind: ReceiptKind, ticket: TicketId, version: number): void {
    if (!this.isOwed(kind, ticket, version)) return;
    this.waiting[kind].set(ticket, version);
    this.stopTimer ??= this.deps.timers.after(this.deps.delayMs, () => this.flush());
  }

  /** A new connection: what was told on the last one may never have arrived. */
  reset(): void {
    this.stopTimer?.();
    this.stopTimer = null;
    for (const versions of [this.waiting.listed, this.waiting.painted, this.told.listed, this.told.painted]) {
      versions.clear();
    }
  }

  private flush(): void {
    this.stopTimer = null;
    const listed = this.take('listed');
    const painted = this.take('painted');
    if (listed.length + painted.length === 0) return;
    if (!this.deps.send(listed, painted)) return;
    this.note('listed', listed);
    this.note('painted', painted);
  }

  private take(kind: ReceiptKind): Ref[] {
    const refs = [...this.waiting[kind]].map(([ticket, version]) => ({ ticket, version }));
    this.waiting[kind].clear();
    // Another screen of this station may have told it since.
    return refs.filter((ref) => this.isOwed(kind, ref.ticket, ref.version)).slice(0, MAX_A_REPORT);
  }

  private note(kind: ReceiptKind, refs: Ref[]): void {
    const told = this.told[kind];
    for (const { ticket, version } of refs) told.set(ticket, version);
    const { tickets } = this.deps.confirmed();
    if (told.size <= 2 * tickets.size + refs.length) return;
    for (const ticket of told.keys()) if (!tickets.has(ticket)) told.delete(ticket);
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
