import type { BoardGrid } from '../boardGrid.ts';
import type { PlacedPart } from '../boardLayout.ts';

/**
 * Parts that are drawn as one: in a list the rows of a ticket that stand directly beneath each other. Tiles are cells, each with its own edge.
 * The same list for the same parts.
 */
export function segmentsOf(
  parts: readonly PlacedPart[],
  grid: BoardGrid,
): readonly (readonly PlacedPart[])[] {
  const segments = known.get(parts) ?? madeOf(parts, grid);
  known.set(parts, segments);
  return segments;
}

const NONE: readonly Segment[] = [];

export interface Segment {
  readonly cells: readonly PlacedPart[];
  /** Among all there are of it, on every page. */
  readonly number: number;
}

/** Those that stand on this page. */
export function segmentsOn(parts: readonly PlacedPart[], page: number, grid: BoardGrid): readonly Segment[] {
  // Asked of every place of the board at every press, and most stand on other pages.
  if (!parts.some((part) => part.page === page)) return NONE;
  return segmentsOf(parts, grid).flatMap((cells, number) =>
    cells[0]?.page === page ? [{ cells, number }] : [],
  );
}

/** Parts are laid out for one grid and never for another. */
const known = new WeakMap<readonly PlacedPart[], readonly (readonly PlacedPart[])[]>();

function madeOf(parts: readonly PlacedPart[], { layout, columns }: BoardGrid): PlacedPart[][] {
  const segments: PlacedPart[][] = [];
  for (const part of parts) {
    const last = segments.at(-1);
    const above = last?.at(-1);
    const isBeneath = above?.page === part.page && above.cell + columns === part.cell;
    if (layout === 'list' && last && isBeneath) last.push(part);
    else segments.push([part]);
  }
  return segments;
}
