import type { Event } from '../../../shared/domain/events/event.ts';
import { unseenVersion } from '../../../shared/domain/model/paper.ts';
import { emptyState, type State } from '../../../shared/domain/model/state.ts';
import type { Ticket } from '../../../shared/domain/model/ticket.ts';
import { reduceAll } from '../../../shared/domain/reducer/reduce.ts';
import type { StationId, TicketId } from '../../../shared/lib/ids.ts';

/** A version of a ticket that a station had to be told, by hub time. */
export interface Need {
  readonly station: StationId;
  /** The POS's id. */
  readonly ticket: string;
  readonly version: number;
  /** C12: of this version, or of the oldest before it that nobody was told; anew when a chit of one before it came out meanwhile. */
  since: number;
  /** When it needed no telling any more though nobody had told it: a newer version came, or its food was gone. null: never. */
  goneAt: number | null;
}

/** What the log says had to be told to whom, and what stands at its end. */
export function needsOf(events: readonly Event[]): { readonly needs: Need[]; readonly state: State } {
  const all: Need[] = [];
  /** By ticket and station, of the version that stands. */
  const standing = new Map<string, Need>();
  let state = emptyState;
  const look = (ticket: Ticket, station: StationId, at: number) => {
    const key = `${ticket.id} ${station}`;
    const version = ticket.versions[station] ?? 0;
    const last = standing.get(key);
    const isUnseen = unseenVersion(ticket, station) === version;
    const isWaiting = last !== undefined && last.goneAt === null && !isTold(ticket, station, last.version);
    if (last !== undefined && (last.version !== version || !(isUnseen || isTold(ticket, station, version))))
      last.goneAt ??= at;
    if (!isUnseen || last?.version === version) return;
    const need = {
      station,
      ticket: ticket.externalId,
      version,
      since: isWaiting ? last.since : at,
      goneAt: null,
    };
    all.push(need);
    standing.set(key, need);
  };
  for (const event of events) {
    const before = state;
    state = reduceAll(state, [event]);
    const touched = 'ticket' in event ? [event.ticket] : changed(before, state);
    if (event.type === 'ticket.on_paper') {
      const waiting = standing.get(`${event.ticket} ${event.station}`);
      if (waiting !== undefined && waiting.version > event.version) waiting.since = event.at;
    }
    for (const id of touched)
      for (const station of Object.keys(state.tickets.get(id)?.versions ?? {})) {
        const ticket = state.tickets.get(id);
        if (ticket !== undefined) look(ticket, station as StationId, event.at);
      }
  }
  return { needs: all, state };
}

function changed(before: State, after: State): TicketId[] {
  if (before.tickets === after.tickets) return [];
  return [...after.tickets.entries()].flatMap(([id, ticket]) =>
    before.tickets.get(id) === ticket ? [] : [id],
  );
}

function isTold(ticket: Ticket, station: StationId, version: number): boolean {
  const receipt = ticket.receipts[station];
  const isListed = receipt?.version === version && receipt.listedAt !== null;
  return isListed || ticket.paper[station]?.version === version;
}
