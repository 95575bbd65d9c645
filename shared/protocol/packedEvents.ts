import type { Event } from '../domain/events/event.ts';
import { sparseEvent, wholeEvent } from '../domain/events/sparseEvent.ts';

/**
 * Events on their way to screens. One press is twenty events of one ticket, moment and person: what an event has from the one before it, or
 * from its place in the batch, is left out. That is half the bytes, and reading them is most of what a screen does at a busy hour. The POS's
 * own name of a ticket is the feed's and never sent.
 */
export interface PackedEvent {
  readonly type: string;
  readonly [member: string]: unknown;
}

/** Members that mostly stay the same from one event to the next. */
const CARRIED = ['at', 'v', 'by', 'cmd', 'ticket'] as const;

export function packEvents(epochN: number, events: readonly Event[]): PackedEvent[] {
  let before: Record<string, unknown> = {};
  return events.map((event) => {
    const { ref: _ref, seq, id, ...body } = event;
    const all: Record<string, unknown> = { ...body };
    const packed: Record<string, unknown> & { type: string } = {
      ...asRecord(sparseEvent(body)),
      type: body.type,
    };
    for (const member of CARRIED) {
      if (member in all && all[member] === before[member]) delete packed[member];
      // An event of no ticket says so, or it would be of the last one's.
      if (member === 'ticket' && !(member in all) && before[member] !== undefined) packed[member] = null;
    }
    if (id !== `${epochN}-${seq}`) packed.id = id;
    before = all;
    return packed;
  });
}

/** The events that were packed so, the first of them `from`. They were made from JSON and are filled up in place. */
export function unpackEvents(epochN: number, from: number, packed: readonly PackedEvent[]): Event[] {
  let before: Record<string, unknown> = {};
  return packed.map((one, index) => {
    const all: Record<string, unknown> = one;
    all.seq ??= from + index;
    all.id ??= `${epochN}-${all.seq}`;
    for (const member of CARRIED)
      if (all[member] === undefined && member in before) all[member] = before[member];
    if (all.ticket === null) delete all.ticket;
    before = all;
    // A screen takes the word of a hub of its own build for what is in an event; see envelopeCheck.ts.
    return wholeEvent(all as unknown as Event);
  });
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
