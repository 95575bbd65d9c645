import {
  BARE,
  NONE,
  type Sparse,
  unless,
  unlessBare,
  unlessEmpty,
  unlessNull,
  type Written,
} from './sparse.ts';
import { UntouchedFood } from './sparseBatch.ts';
import { type FaceForm, type FaceReader, sparseItem, wholeItem } from './sparseFood.ts';
import type { StateDocument } from './state.ts';
import type { Course, Ticket, TicketHead } from './ticket.ts';

export function sparseState(document: StateDocument): Written<StateDocument> {
  return { ...document, tickets: mapped(document.tickets, (ticket) => sparseTicket(ticket)) };
}

export function wholeState(document: StateDocument): StateDocument;
export function wholeState(value: unknown): unknown;
export function wholeState(value: unknown): unknown {
  // As with events: a schema after it tells what is none.
  const document = value as StateDocument;
  return { ...document, tickets: mapped(document.tickets, (ticket) => wholeTicket(ticket)) };
}

function mapped<V, W>(table: Readonly<Record<string, V>>, turn: (value: V) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, turn(value)]));
}

export function sparseTicket(ticket: Ticket, form?: FaceForm): Written<Ticket> {
  return {
    ...ticket,
    revision: unlessNull(ticket.revision),
    head: sparseHead(ticket.head),
    headChange: unlessNull(ticket.headChange),
    courses: ticket.courses.map(sparseCourse),
    items: ticket.items.map((item) => sparseItem(item, ticket.receivedAt, form)),
    allergies: unlessEmpty(ticket.allergies),
    saidAllergies: unlessEmpty(ticket.saidAllergies),
    questions: unlessEmpty(ticket.questions),
    possible: unlessEmpty(ticket.possible),
    versions: unlessBare(ticket.versions),
    receipts: unlessBare(ticket.receipts),
    versionAts: unlessBare(ticket.versionAts),
    paper: unlessBare(ticket.paper),
    rushAt: unlessNull(ticket.rushAt),
    handoff: unlessNull(ticket.handoff),
    keyed: unlessNull(ticket.keyed),
    stationNotes: unlessEmpty(ticket.stationNotes),
    howLong: unlessBare(ticket.howLong),
    hands: unlessNull(ticket.hands),
    readyAt: unlessNull(ticket.readyAt),
    runAt: unlessNull(ticket.runAt),
    endedAt: unlessNull(ticket.endedAt),
    isLeftFromYesterday: unless(ticket.isLeftFromYesterday, false),
  };
}

type Always =
  | 'id'
  | 'source'
  | 'externalId'
  | 'day'
  | 'openedAt'
  | 'receivedAt'
  | 'receivedSeq'
  | 'digest'
  | 'head'
  | 'courses'
  | 'items';

export function wholeTicket(ticket: Sparse<Ticket, Always>, read?: FaceReader): Ticket {
  const untouched = new UntouchedFood(ticket.receivedAt);
  return {
    id: ticket.id,
    source: ticket.source,
    externalId: ticket.externalId,
    day: ticket.day,
    openedAt: ticket.openedAt,
    receivedAt: ticket.receivedAt,
    receivedSeq: ticket.receivedSeq,
    revision: ticket.revision ?? null,
    digest: ticket.digest,
    head: wholeHead(ticket.head),
    headChange: ticket.headChange ?? null,
    courses: ticket.courses.map(wholeCourse),
    items: ticket.items.map((item) => wholeItem(item, untouched, read)),
    allergies: ticket.allergies ?? NONE,
    saidAllergies: ticket.saidAllergies ?? NONE,
    questions: ticket.questions ?? NONE,
    possible: ticket.possible ?? NONE,
    versions: ticket.versions ?? BARE,
    receipts: ticket.receipts ?? BARE,
    versionAts: ticket.versionAts ?? BARE,
    paper: ticket.paper ?? BARE,
    rushAt: ticket.rushAt ?? null,
    handoff: ticket.handoff ?? null,
    keyed: ticket.keyed ?? null,
    stationNotes: ticket.stationNotes ?? NONE,
    howLong: ticket.howLong ?? BARE,
    hands: ticket.hands ?? null,
    readyAt: ticket.readyAt ?? null,
    runAt: ticket.runAt ?? null,
    endedAt: ticket.endedAt ?? null,
    isLeftFromYesterday: ticket.isLeftFromYesterday ?? false,
  };
}

export function sparseHead(head: TicketHead): Written<TicketHead> {
  return {
    ...head,
    table: unlessNull(head.table),
    covers: unlessNull(head.covers),
    server: unlessNull(head.server),
    party: unlessNull(head.party),
    promisedAt: unlessNull(head.promisedAt),
    releaseAt: unlessNull(head.releaseAt),
    priority: unless(head.priority, 'normal'),
    vip: unless(head.vip, false),
    occasion: unlessNull(head.occasion),
    notes: unlessNull(head.notes),
    pickup: unlessNull(head.pickup),
    cutlery: unlessNull(head.cutlery),
    customer: unlessNull(head.customer),
    guests: unlessEmpty(head.guests),
  };
}

export function wholeHead(head: Sparse<TicketHead, 'number' | 'channel'>): TicketHead {
  return {
    number: head.number,
    channel: head.channel,
    table: head.table ?? null,
    covers: head.covers ?? null,
    server: head.server ?? null,
    party: head.party ?? null,
    promisedAt: head.promisedAt ?? null,
    releaseAt: head.releaseAt ?? null,
    priority: head.priority ?? 'normal',
    vip: head.vip ?? false,
    occasion: head.occasion ?? null,
    notes: head.notes ?? null,
    pickup: head.pickup ?? null,
    cutlery: head.cutlery ?? null,
    customer: head.customer ?? null,
    guests: head.guests ?? NONE,
  };
}

export function sparseCourse(course: Course): Written<Course> {
  return {
    number: course.number,
    name: unlessNull(course.name),
    said: unlessNull(course.said),
    fireAt: unlessNull(course.fireAt),
    plannedAt: unlessNull(course.plannedAt),
    firedAt: unlessNull(course.firedAt),
    firedBy: unlessNull(course.firedBy),
    isHeldByPerson: unless(course.isHeldByPerson, false),
    readyAt: unlessNull(course.readyAt),
    runAt: unlessNull(course.runAt),
    holdCameLateAt: unlessNull(course.holdCameLateAt),
  };
}

export function wholeCourse(course: Sparse<Course, 'number'>): Course {
  return {
    number: course.number,
    name: course.name ?? null,
    said: course.said ?? null,
    fireAt: course.fireAt ?? null,
    plannedAt: course.plannedAt ?? null,
    firedAt: course.firedAt ?? null,
    firedBy: course.firedBy ?? null,
    isHeldByPerson: course.isHeldByPerson ?? false,
    readyAt: course.readyAt ?? null,
    runAt: course.runAt ?? null,
    holdCameLateAt: course.holdCameLateAt ?? null,
  };
}
