/**
 * Order is fire time, place is memory. The board says which tickets stand in which order; this says where they stand on the glass, so that
 * nothing moves under a finger. A bumped ticket leaves a hole which stays through its undo; then tiles close up in one step, once the cook
 * is quiet. Pure: each step gives the next list.
 */
export type Place =
  | { readonly kind: 'tile'; readonly id: string }
  /** `until`: the end of its undo. `canUndo`: bumped on this glass, not elsewhere. */
  | { readonly kind: 'hole'; readonly id: string; readonly until: number; readonly canUndo: boolean };

/** PRODUCT.md: undo for 4 s in place. */
export const UNDO_MS = 4000;
/** Tiles do not close up within 1 s of the last press. */
export const QUIET_MS = 1000;

/** The cook pressed BUMP: its place becomes a hole at once. */
export function bumped(places: readonly Place[], id: string, now: number): Place[] {
  return places.map((place) =>
    place.kind === 'tile' && place.id === id
      ? { kind: 'hole', id, until: now + UNDO_MS, canUndo: true }
      : place,
  );
}

/** UNDO was pressed, or the bump was refused: the ticket stands where it stood, and not also where its next course was coming up. */
export function broughtBack(places: readonly Place[], id: string): Place[] {
  if (!places.some((place) => place.kind === 'hole' && place.id === id)) return [...places];
  return places
    .filter((place) => place.kind === 'hole' || place.id !== id)
    .map((place) => (place.kind === 'hole' && place.id === id ? { kind: 'tile', id } : place));
}

/** What the board's order (by fire time) makes of the glass. While the cook is not quiet only the end grows and holes appear. */
export function settled(
  places: readonly Place[],
  ids: readonly string[],
  now: number,
  isQuiet: boolean,
): Place[] {
  const onBoard = new Set(ids);
  const kept = places.map((place): Place => {
    if (place.kind === 'tile')
      return onBoard.has(place.id)
        ? place
        : { kind: 'hole', id: place.id, until: now + UNDO_MS, canUndo: false };
    return place;
  });
  return isQuiet ? closedUp(kept, ids, now) : grown(kept, ids);
}

/** New tickets behind the last one; anything that would push a tile waits. */
function grown(places: readonly Place[], ids: readonly string[]): Place[] {
  const standing = tileIds(places);
  let last = -1;
  ids.forEach((id, index) => {
    if (standing.has(id)) last = index;
  });
  const added = ids.slice(last + 1).map((id): Place => ({ kind: 'tile', id }));
  return added.length === 0 ? [...places] : [...places, ...added];
}

/** The board's order, with the holes that still stand behind the tile they stood behind. */
function closedUp(places: readonly Place[], ids: readonly string[], now: number): Place[] {
  const result = ids.map((id): Place => ({ kind: 'tile', id }));
  let before: string | null = null;
  for (const place of places) {
    if (place.kind === 'tile') {
      before = place.id;
      continue;
    }
    if (place.until <= now) continue;
    const behind = before === null ? 0 : result.findIndex((at) => at.kind === 'tile' && at.id === before) + 1;
    result.splice(skipHoles(result, behind), 0, place);
  }
  return result;
}

/** Holes in a row keep their order. */
function skipHoles(places: readonly Place[], from: number): number {
  let index = from;
  while (places[index]?.kind === 'hole') index += 1;
  return index;
}

function tileIds(places: readonly Place[]): Set<string> {
  return new Set(places.flatMap((place) => (place.kind === 'tile' ? [place.id] : [])));
}

/** When this list next changes by itself, or null. */
export function nextChangeAt(places: readonly Place[]): number | null {
  const ends = places.flatMap((place) => (place.kind === 'hole' ? [place.until] : []));
  return ends.length === 0 ? null : Math.min(...ends);
}

export function isSamePlaces(a: readonly Place[], b: readonly Place[]): boolean {
  return a.length === b.length && a.every((place, index) => isSamePlace(place, b[index]));
}

function isSamePlace(a: Place, b: Place | undefined): boolean {
  if (!b || a.kind !== b.kind || a.id !== b.id) return false;
  return a.kind === 'tile' || b.kind === 'tile' || (a.until === b.until && a.canUndo === b.canUndo);
}
