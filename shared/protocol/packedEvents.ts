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

/** The events that were packed so, the first of them `from`. */
export function unpackEvents(epochN: number, from: number, packed: readonly PackedEvent[]): Event[] {
  const prefix = `${epochN}-`;
  let { at, v, by, cmd, ticket } = NOTHING;
  return packed.map((one, index) => {
    const seq = from + index;
    at = one.at ?? at;
    v = one.v ?? v;
    by = one.by ?? by;
    cmd = one.cmd ?? cmd;
    if (one.ticket !== undefined) ticket = one.ticket ?? undefined;
    // Members in one order, so that thirty screens in one process make one kind of object.
    const whole: Record<string, unknown> = { seq, id: prefix + seq, at, v, by, cmd, ...one };
    if (ticket === undefined) delete whole.ticket;
    else whole.ticket = ticket;
    // A screen takes the word of a hub of its own build for what is in an event; see envelopeCheck.ts.
    return wholeEvent(whole as unknown as Event);
  });
}

const NOTHING: { readonly [member in (typeof CARRIED)[number]]: unknown } = {
  at: undefined,
  v: undefined,
  by: undefined,
  cmd: undefined,
  ticket: undefined,
};

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
