import type { Batch, Item, ItemFace, Part } from './food.ts';
import type { Modifier } from './modifier.ts';

/**
 * The sparse form of records, for the log, snapshots and the wire: a member that stands as it does on most tickets is left out. A put of six
 * dishes is a third of the bytes and parses in half the time, once for each screen. A whole record is a sparse one that leaves nothing out,
 * so both are read. Which value a left-out member has is part of the log's format: once released it never changes.
 *
 * Written out by hand, because going through a table of defaults took as long as parsing them; the types see to it that no member is lost.
 */
export type Sparse<T, Needed extends keyof T> = Pick<T, Needed> & Partial<T>;
/** For JSON alone: members that are undefined are not written. */
export type Written<T> = { readonly [K in keyof T]: unknown };

export const unlessNull = <T>(value: T | null): T | undefined => value ?? undefined;
export const unless = <T>(value: T, usual: T): T | undefined => (value === usual ? undefined : value);
export const unlessEmpty = <T>(list: readonly T[]): readonly T[] | undefined =>
  list.length === 0 ? undefined : list;

/** Left-out lists and tables are all the same one: most of a screen's memory would be empty lists. Frozen, since nobody owns it. */
export const NONE: never[] = Object.freeze<never[]>([]) as never[];
export const BARE: Record<string, never> = Object.freeze({});

export function unlessBare(table: object): object | undefined {
  for (const _ in table) return table;
  return undefined;
}

/** `addedAt`: when the ticket came. Food of then that nobody has touched since needs no batch written. null: every batch is written. */
export function sparseItem(item: Item, addedAt: number | null = null): Written<Item> {
  return {
    ...item,
    face: sparseFace(item.face),
    saidState: unless(item.saidState, 'active'),
    comped: unless(item.comped, false),
    onTheFly: unless(item.onTheFly, false),
    refireOf: unlessNull(item.refireOf),
    saidStations: unlessNull(item.saidStations),
    unknownStations: unlessEmpty(item.unknownStations),
    batches: addedAt !== null && isUntouched(item, addedAt) ? undefined : item.batches.map(sparseBatch),
    takenAhead: unless(item.takenAhead, 0),
    claim: unlessNull(item.claim),
    isHeldByPerson: unless(item.isHeldByPerson, false),
    change: unlessNull(item.change),
    conflicts: unlessEmpty(item.conflicts),
    startedAt: unlessNull(item.startedAt),
  };
}

/** Throws when batches are left out where nobody knows when they came. */
export function wholeItem(
  item: Sparse<Item, 'id' | 'externalId' | 'face' | 'saidQuantity' | 'stations'>,
  addedAt: number | null = null,
): Item {
  return {
    id: item.id,
    externalId: item.externalId,
    face: wholeFace(item.face),
    saidQuantity: item.saidQuantity,
    saidState: item.saidState ?? 'active',
    comped: item.comped ?? false,
    onTheFly: item.onTheFly ?? false,
    refireOf: item.refireOf ?? null,
    stations: item.stations,
    saidStations: item.saidStations ?? null,
    unknownStations: item.unknownStations ?? NONE,
    batches: item.batches?.map(wholeBatch) ?? [untouchedBatch(item, addedAt)],
    takenAhead: item.takenAhead ?? 0,
    claim: item.claim ?? null,
    isHeldByPerson: item.isHeldByPerson ?? false,
    change: item.change ?? null,
    conflicts: item.conflicts ?? NONE,
    startedAt: item.startedAt ?? null,
  };
}

/** Every member is named, so that the types ask for one that is added. */
function isUntouched(item: Item, addedAt: number): boolean {
  const [batch] = item.batches;
  if (batch === undefined || item.batches.length > 1) return false;
  const isAsMade: Record<keyof Batch, boolean> = {
    n: batch.n === 1,
    kind: batch.kind === 'first',
    quantity: batch.quantity === item.saidQuantity,
    addedAt: batch.addedAt === addedAt,
    firedAt: batch.firedAt === null,
    firedBy: batch.firedBy === null,
    parts: arePartsUntouched(batch.parts, item.stations),
    bumped: batch.bumped === 0,
    run: batch.run === 0,
    runAt: batch.runAt === null,
    void: batch.void === null,
    turnedSeq: batch.turnedSeq === 0,
    turnedBy: batch.turnedBy === null,
    stops: batch.stops.length === 0,
    refire: batch.refire === null,
  };
  return Object.values(isAsMade).every(Boolean);
}

function arePartsUntouched(parts: readonly Part[], stations: Item['stations']): boolean {
  if (parts.length !== stations.length) return false;
  return parts.every((part, index) => {
    const isAsMade: Record<keyof Part, boolean> = {
      station: part.station === stations[index],
      startedAt: part.startedAt === null,
      ready: part.ready === 0,
      readyAt: part.readyAt === null,
      heard: unlessBare(part.heard) === undefined,
    };
    return Object.values(isAsMade).every(Boolean);
  });
}

function untouchedBatch(
  { saidQuantity, stations }: Pick<Item, 'saidQuantity' | 'stations'>,
  addedAt: number | null,
): Batch {
  if (addedAt === null) throw new Error('an item without its batches');
  const parts = stations.map((station) => wholePart({ station }));
  return wholeBatch({ n: 1, quantity: saidQuantity, addedAt, parts });
}

function sparseFace(face: ItemFace): Written<ItemFace> {
  return {
    ...face,
    menuItemId: unlessNull(face.menuItemId),
    names: unlessNull(face.names),
    seat: unlessNull(face.seat),
    seats: unlessNull(face.seats),
    fire: unless(face.fire, 'course'),
    with: unlessNull(face.with),
    modifiers: face.modifiers.length === 0 ? undefined : face.modifiers.map(sparseModifier),
    notes: unlessNull(face.notes),
    allergens: unlessNull(face.allergens),
    prepSeconds: unlessNull(face.prepSeconds),
  };
}

function wholeFace(face: Sparse<ItemFace, 'name' | 'course'>): ItemFace {
  return {
    menuItemId: face.menuItemId ?? null,
    name: face.name,
    names: face.names ?? null,
    seat: face.seat ?? null,
    seats: face.seats ?? null,
    course: face.course,
    fire: face.fire ?? 'course',
    with: face.with ?? null,
    modifiers: face.modifiers?.map(wholeModifier) ?? NONE,
    notes: face.notes ?? null,
    allergens: face.allergens ?? null,
    prepSeconds: face.prepSeconds ?? null,
  };
}

function sparseModifier(modifier: Modifier): Written<Modifier> {
  return {
    ...modifier,
    id: unlessNull(modifier.id),
    kind: unlessNull(modifier.kind),
    quantity: unless(modifier.quantity, 1),
    allergens: unlessNull(modifier.allergens),
    removes: unlessEmpty(modifier.removes),
    modifiers: modifier.modifiers.length === 0 ? undefined : modifier.modifiers.map(sparseModifier),
  };
}

function wholeModifier(modifier: Sparse<Modifier, 'name'>): Modifier {
  return {
    id: modifier.id ?? null,
    name: modifier.name,
    kind: modifier.kind ?? null,
    quantity: modifier.quantity ?? 1,
    allergens: modifier.allergens ?? null,
    removes: modifier.removes ?? NONE,
    modifiers: modifier.modifiers?.map(wholeModifier) ?? NONE,
  };
}

function sparseBatch(batch: Batch): Written<Batch> {
  return {
    ...batch,
    kind: unless(batch.kind, 'first'),
    firedAt: unlessNull(batch.firedAt),
    firedBy: unlessNull(batch.firedBy),
    parts: batch.parts.map(sparsePart),
    bumped: unless(batch.bumped, 0),
    run: unless(batch.run, 0),
    runAt: unlessNull(batch.runAt),
    void: unlessNull(batch.void),
    turnedSeq: unless(batch.turnedSeq, 0),
    turnedBy: unlessNull(batch.turnedBy),
    stops: unlessEmpty(batch.stops),
    refire: unlessNull(batch.refire),
  };
}

function wholeBatch(batch: Sparse<Batch, 'n' | 'quantity' | 'addedAt' | 'parts'>): Batch {
  return {
    n: batch.n,
    kind: batch.kind ?? 'first',
    quantity: batch.quantity,
    addedAt: batch.addedAt,
    firedAt: batch.firedAt ?? null,
    firedBy: batch.firedBy ?? null,
    parts: batch.parts.map(wholePart),
    bumped: batch.bumped ?? 0,
    run: batch.run ?? 0,
    runAt: batch.runAt ?? null,
    void: batch.void ?? null,
    turnedSeq: batch.turnedSeq ?? 0,
    turnedBy: batch.turnedBy ?? null,
    stops: batch.stops ?? NONE,
    refire: batch.refire ?? null,
  };
}

function sparsePart(part: Part): Written<Part> {
  return {
    station: part.station,
    startedAt: unlessNull(part.startedAt),
    ready: unless(part.ready, 0),
    readyAt: unlessNull(part.readyAt),
    heard: unlessBare(part.heard),
  };
}

function wholePart(part: Sparse<Part, 'station'>): Part {
  return {
    station: part.station,
    startedAt: part.startedAt ?? null,
    ready: part.ready ?? 0,
    readyAt: part.readyAt ?? null,
    heard: part.heard ?? BARE,
  };
}
