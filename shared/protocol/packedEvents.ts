import type { Event } from '../domain/events/event.ts';
import { sparseEvent, wholeEvent } from '../domain/events/sparseEvent.ts';
import { FaceShelf, faceText } from './faceShelf.ts';
import { countDishes, DISHES, dishesFrom, packDishes, unpackDishes } from './packedDishes.ts';

/**
 * Events on their way to screens. One press is twenty events of one ticket, moment and person: what an event has from the one before it, or
 * from its place in the batch, is left out, portions are a flat row, and so is what a press does dish by dish; how a dish looks is one text
 * (faceShelf.ts). That is a third of the bytes, and reading them is most of what a screen does at a busy hour. The POS's own name of a ticket
 * is the feed's and never sent.
 */
export interface PackedEvent {
  readonly type: string;
  readonly [member: string]: unknown;
}

/** Members that mostly stay the same from one event to the next. */
const CARRIED = ['at', 'v', 'by', 'cmd', 'ticket'] as const;
type Carried = { readonly [member in (typeof CARRIED)[number]]?: unknown };
/** In place of portions: the same as those named last. */
const SAME = 0;

type Packing = Record<string, unknown> & { type: string };

export function packEvents(epochN: number, events: readonly Event[]): PackedEvent[] {
  const all: PackedEvent[] = [];
  let before: Carried = {};
  let portionsBefore = '';
  for (let at = 0; at < events.length; ) {
    const event = events[at];
    if (event === undefined) break;
    const dishes = dishesFrom(epochN, events, at);
    const packed: Packing = dishes.length > 0 ? { ...packDishes(dishes) } : packedBody(event);
    if (dishes.length === 0 && event.id !== `${epochN}-${event.seq}`) packed.id = event.id;
    if (Array.isArray(packed.portions)) {
      const portions = flat(packed.portions);
      const text = portions.join();
      packed.portions = text === portionsBefore ? SAME : portions;
      portionsBefore = text;
    }
    before = carry(packed, event, before);
    all.push(packed);
    at += Math.max(1, dishes.length);
  }
  return all;
}

/** How many events a message says it has. */
export function countPacked(events: readonly PackedEvent[]): number {
  let count = 0;
  for (const { type, row } of events) count += type === DISHES && Array.isArray(row) ? countDishes(row) : 1;
  return count;
}

/** The events that were packed so, the first of them `from`. `shelf`: the reader's own, kept from message to message. */
export function unpackEvents(
  epochN: number,
  from: number,
  packed: readonly PackedEvent[],
  shelf = new FaceShelf(),
): Event[] {
  const readFace = (face: unknown) => shelf.read(String(face));
  const prefix = `${epochN}-`;
  const events: Event[] = [];
  let { at, v, by, cmd, ticket } = NOTHING;
  let portions: unknown;
  for (const one of packed) {
    const seq = from + events.length;
    at = one.at ?? at;
    v = one.v ?? v;
    by = one.by ?? by;
    cmd = one.cmd ?? cmd;
    if (one.ticket !== undefined) ticket = one.ticket ?? undefined;
    // A screen takes the word of a hub of its own build for what is in an event; see envelopeCheck.ts.
    if (one.type === DISHES) {
      const around = { seq, at, v, by, cmd, ticket } as Parameters<typeof unpackDishes>[1];
      unpackDishes(one as unknown as Parameters<typeof unpackDishes>[0], around, epochN, events);
      continue;
    }
    // Members in one order, so that thirty screens in one process make one kind of object.
    const whole: Record<string, unknown> = { seq, id: prefix + seq, at, v, by, cmd, ...one };
    if (ticket === undefined) delete whole.ticket;
    else whole.ticket = ticket;
    if (one.portions !== undefined) {
      if (Array.isArray(one.portions)) portions = unflat(one.portions);
      whole.portions = portions;
    }
    events.push(wholeEvent(whole as unknown as Event, readFace));
  }
  return events;
}

const NOTHING: Carried = {};
/** Around a body, and not the body's own. */
const ENVELOPE: ReadonlySet<string> = new Set(['seq', 'id', 'ref', ...CARRIED]);

function packedBody(event: Event): Packing {
  const body = sparseEvent(event, faceText) as Record<string, unknown>;
  const packed: Packing = { type: event.type };
  for (const member in body) if (!ENVELOPE.has(member)) packed[member] = body[member];
  return packed;
}

/** Adds what is not as it was in the event before; what is carried from here on. */
function carry(packed: Packing, event: Carried, before: Carried): Carried {
  for (const member of CARRIED) {
    const value = event[member];
    if (value === before[member]) continue;
    // An event of no ticket says so, or it would be of the last one's.
    packed[member] = value ?? null;
  }
  return event;
}

interface Portion {
  readonly item: string;
  readonly batch: number;
  readonly quantity?: number;
}

/** How many members each has, then theirs one after the other. */
function flat(portions: readonly Portion[]): Array<string | number> {
  const isCounted = portions[0]?.quantity !== undefined;
  const row: Array<string | number> = [isCounted ? 3 : 2];
  for (const { item, batch, quantity } of portions) {
    row.push(item, batch);
    if (quantity !== undefined) row.push(quantity);
  }
  return row;
}

function unflat(row: readonly unknown[]): unknown[] {
  const portions: unknown[] = [];
  const isCounted = row[0] === 3;
  for (let at = 1; at < row.length; at += isCounted ? 3 : 2) {
    const [item, batch] = [row[at], row[at + 1]];
    portions.push(isCounted ? { item, batch, quantity: row[at + 2] } : { item, batch });
  }
  return portions;
}
