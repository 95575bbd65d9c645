import type { Item, ItemFace } from './food.ts';
import type { Modifier } from './modifier.ts';
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
import { isUntouched, sparseBatch, type UntouchedFood, wholeBatch } from './sparseBatch.ts';

/** How a face is written, and read again: sparse, unless whoever writes has a shorter way. */
export type FaceForm = (face: ItemFace) => unknown;
export type FaceReader = (written: unknown) => ItemFace;

/** `addedAt`: when the ticket came. Food of then that nobody has touched since needs no batch written. null: every batch is written. */
export function sparseItem(
  item: Item,
  addedAt: number | null = null,
  form: FaceForm = sparseFace,
): Written<Item> {
  return {
    ...item,
    face: form(item.face),
    saidState: unless(item.saidState, 'active'),
    comped: unless(item.comped, false),
    onTheFly: unless(item.onTheFly, false),
    refireOf: unlessNull(item.refireOf),
    standsInFor: unlessBare(item.standsInFor),
    handedBy: unlessBare(item.handedBy),
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
  untouched: UntouchedFood | null = null,
  read: FaceReader = readFace,
): Item {
  const stations = untouched?.stations(item.stations) ?? item.stations;
  const batches = item.batches?.map(wholeBatch) ?? untouched?.batches(item.saidQuantity, stations);
  if (batches === undefined) throw new Error('an item without its batches');
  return {
    id: item.id,
    externalId: item.externalId,
    face: read(item.face),
    saidQuantity: item.saidQuantity,
    saidState: item.saidState ?? 'active',
    comped: item.comped ?? false,
    onTheFly: item.onTheFly ?? false,
    refireOf: item.refireOf ?? null,
    stations,
    standsInFor: item.standsInFor ?? BARE,
    handedBy: item.handedBy ?? BARE,
    saidStations: item.saidStations ?? null,
    unknownStations: item.unknownStations ?? NONE,
    batches,
    takenAhead: item.takenAhead ?? 0,
    claim: item.claim ?? null,
    isHeldByPerson: item.isHeldByPerson ?? false,
    change: item.change ?? null,
    conflicts: item.conflicts ?? NONE,
    startedAt: item.startedAt ?? null,
  };
}

export function sparseFace(face: ItemFace): Written<ItemFace> {
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

// As with events: what claims to be a face is read as one.
const readFace: FaceReader = (face) => wholeFace(face as ItemFace);

export function wholeFace(face: Sparse<ItemFace, 'name' | 'course'>): ItemFace {
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
