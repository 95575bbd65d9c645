import type { StationId } from '../../lib/ids.ts';
import { isFired, isLive, partAt } from './progress.ts';
import type { State } from './state.ts';
import type { Ticket } from './ticket.ts';

/** More than this at once at one station are one slip: a cook reads a list, not a pile. */
export const MAX_SINGLE = 5;

/** Fired food that no screen of its station has shown yet. */
export interface Unseen {
  readonly ticket: Ticket;
  readonly station: StationId;
  readonly version: number;
  /** When this version came. */
  readonly since: number;
}

/** Rule C1, without its time: what of a station is neither `listed` nor on paper, oldest first. */
export function unseenAt(state: State, station: StationId): Unseen[] {
  const unseen: Unseen[] = [];
  for (const ticket of state.tickets.values()) {
    const version = unseenVersion(ticket, station);
    if (version === null) continue;
    unseen.push({ ticket, station, version, since: ticket.versionAts[station] ?? ticket.receivedAt });
  }
  return unseen.sort((a, b) => a.since - b.since || a.version - b.version);
}

/** null: a screen has listed it, paper tells it, or there is nothing of it to tell. */
export function unseenVersion(ticket: Ticket, station: StationId): number | null {
  const version = ticket.versions[station];
  if (version === undefined || ticket.endedAt !== null || ticket.isLeftFromYesterday) return null;
  const receipt = ticket.receipts[station];
  if (receipt?.version === version && receipt.listedAt !== null) return null;
  if (ticket.paper[station]?.version === version) return null;
  return hasWorkToTell(ticket, station) || hasNewsOfPaper(ticket, station) ? version : null;
}

/** Fired food the station has not finished. Held courses and unreleased orders are nothing to a cook yet. */
function hasWorkToTell(ticket: Ticket, station: StationId): boolean {
  return ticket.items.some(({ batches }) =>
    batches.some((batch) => {
      const part = partAt(batch, station);
      return part !== undefined && isLive(batch) && isFired(batch) && part.ready < batch.quantity;
    }),
  );
}

/** Food that is on paper has been voided since: since that version, because a void may come while its slip is printing. */
function hasNewsOfPaper(ticket: Ticket, station: StationId): boolean {
  const paper = ticket.paper[station];
  if (paper === undefined) return false;
  return ticket.items.some(({ batches }) =>
    batches.some(
      (batch) =>
        batch.void !== null && batch.turnedSeq > paper.version && partAt(batch, station) !== undefined,
    ),
  );
}

/** A chit of the station already has it in hand, waits for a person to say what becomes of it, or was not wanted. */
export function isOnItsWay(chits: State['chits'], { ticket, station, version }: Unseen): boolean {
  return Object.values(chits).some((chit) => {
    if (chit.station !== station || chit.state === 'printed') return false;
    // What waits is printed as it then stands.
    const isAsItStands = chit.state === 'queued';
    return chit.parts.some((part) => part.ticket === ticket.id && (isAsItStands || part.version === version));
  });
}

export function nextNumber(chits: State['chits']): number {
  return 1 + Object.values(chits).reduce((most, { number }) => Math.max(most, number), 0);
}
