import type { State } from '../../shared/domain/model/state.ts';
import { type Ticket, titleOf } from '../../shared/domain/model/ticket.ts';
import type { StationId } from '../../shared/lib/ids.ts';
import type { LastBumped } from '../app/screenPort.ts';

/**
 * The ticket that left this station's board last, and how to bring it back: the batches of its last moment, to nothing ready. What was
 * bumped before it stays, and a dish of a ticket still on the board comes back by pressing it. null when nothing is left to recall.
 */
export function lastBumpedOf(state: State, station: StationId): LastBumped | null {
  const known = memory.get(state)?.get(station);
  if (known !== undefined) return known;
  const last = search(state, station);
  const ofState = memory.get(state) ?? new Map<StationId, LastBumped | null>();
  memory.set(state, ofState.set(station, last));
  return last;
}

/** The footer asks at every change; most changes are not of this station's making. */
const memory = new WeakMap<State, Map<StationId, LastBumped | null>>();

function search(state: State, station: StationId): LastBumped | null {
  let last: Ticket | null = null;
  let lastAt = Number.NEGATIVE_INFINITY;
  const of = goneOf(station);
  for (const ticket of state.tickets.values()) {
    const at = goneAt(ticket, station, of);
    if (at === null || at <= lastAt) continue;
    last = ticket;
    lastAt = at;
  }
  if (last === null) return null;
  return {
    ticket: last.id,
    title: titleOf(last.head),
    portions: last.items.flatMap((item) =>
      item.batches
        .filter(
          (batch) =>
            batch.void === null && batch.parts.some((part) => isOf(part, station) && part.readyAt === lastAt),
        )
        .map((batch) => ({ item: item.id, batch: batch.n, quantity: 0 })),
    ),
  };
}

type GoneAt = WeakMap<Ticket, { readonly at: number | null }>;

/** A ticket's record is new whenever anything of it changed: a press looks through its own ticket and not through the whole night. */
const gone = new Map<StationId, GoneAt>();

function goneOf(station: StationId): GoneAt {
  const known: GoneAt = gone.get(station) ?? new WeakMap();
  gone.set(station, known);
  return known;
}

/** When the last of its food here was made ready; null while there is some to do, or never was. */
function goneAt(ticket: Ticket, station: StationId, known: GoneAt): number | null {
  const before = known.get(ticket);
  if (before !== undefined) return before.at;
  const isGone = !ticket.isLeftFromYesterday && !hasOpenFood(ticket, station);
  const at = isGone ? readyAt(ticket, station) : null;
  known.set(ticket, { at });
  return at;
}

type Part = Ticket['items'][number]['batches'][number]['parts'][number];

function isOf(part: Part, station: StationId): boolean {
  return part.station === station && part.ready > 0;
}

function readyAt(ticket: Ticket, station: StationId): number | null {
  const instants = ticket.items
    .flatMap((item) => item.batches)
    .filter((batch) => batch.void === null)
    .flatMap((batch) => batch.parts)
    .flatMap((part) => (isOf(part, station) && part.readyAt !== null ? [part.readyAt] : []));
  return instants.length === 0 ? null : Math.max(...instants);
}

function hasOpenFood(ticket: Ticket, station: StationId): boolean {
  return ticket.items.some((item) =>
    item.batches.some(
      (batch) =>
        batch.void === null &&
        batch.firedAt !== null &&
        batch.parts.some((part) => part.station === station && part.ready < batch.quantity),
    ),
  );
}
