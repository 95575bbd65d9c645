import type { Batch, Item, Part } from './food.ts';
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

export function sparseBatch(batch: Batch): Written<Batch> {
  return {
    ...batch,
    kind: unless(batch.kind, 'first'),
    firedAt: unlessNull(batch.firedAt),
    firedBy: unlessNull(batch.firedBy),
    parts: batch.parts.map(sparsePart),
    bumped: unless(batch.bumped, 0),
    run: unless(batch.run, 0),
    runAt: unlessNull(batch.runAt),
    passAt: unlessNull(batch.passAt),
    bag: unlessNull(batch.bag),
    void: unlessNull(batch.void),
    turnedSeq: unless(batch.turnedSeq, 0),
    turnedBy: unlessNull(batch.turnedBy),
    stops: unlessEmpty(batch.stops),
    refire: unlessNull(batch.refire),
  };
}

export function wholeBatch(batch: Sparse<Batch, 'n' | 'quantity' | 'addedAt' | 'parts'>): Batch {
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
    passAt: batch.passAt ?? null,
    bag: batch.bag ?? null,
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
    upAt: unlessNull(part.upAt),
    heard: unlessBare(part.heard),
  };
}

function wholePart(part: Sparse<Part, 'station'>): Part {
  return {
    station: part.station,
    startedAt: part.startedAt ?? null,
    ready: part.ready ?? 0,
    readyAt: part.readyAt ?? null,
    upAt: part.upAt ?? null,
    heard: part.heard ?? BARE,
  };
}

/** Every member is named, so that the types ask for one that is added. */
export function isUntouched(item: Item, addedAt: number): boolean {
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
    passAt: batch.passAt === null,
    bag: batch.bag === null,
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
      upAt: part.upAt === null,
      heard: unlessBare(part.heard) === undefined,
    };
    return Object.values(isAsMade).every(Boolean);
  });
}

/**
 * The batches of food nobody has touched, which came at one moment. Lines of the same count at the same stations share theirs: most of a
 * ticket is such food, and a screen holds hundreds of them. Nothing of a state is ever changed in place.
 */
export class UntouchedFood {
  private readonly addedAt: number;
  private lastStations: Item['stations'] = NONE;
  private readonly made: Array<{ readonly stations: Item['stations']; readonly batches: Batch[] }> = [];

  constructor(addedAt: number) {
    this.addedAt = addedAt;
  }

  /** The list of the line before, where this one has the same. */
  stations(stations: Item['stations']): Item['stations'] {
    if (!isSameList(this.lastStations, stations)) this.lastStations = stations;
    return this.lastStations;
  }

  batches(quantity: number, stations: Item['stations']): Batch[] {
    const known = this.made.find(
      (one) => one.batches[0]?.quantity === quantity && isSameList(one.stations, stations),
    );
    if (known) return known.batches;
    const parts = stations.map((station) => wholePart({ station }));
    const batches = [wholeBatch({ n: 1, quantity, addedAt: this.addedAt, parts })];
    this.made.push({ stations, batches });
    return batches;
  }
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((member, index) => member === b[index]);
}
