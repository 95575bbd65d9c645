import type { BoardGrid } from './boardGrid.ts';
import type { PlacedPlace } from './boardLayout.ts';

interface Seen {
  readonly places: readonly Pick<PlacedPlace, 'key' | 'parts'>[];
  readonly page: number;
  readonly grid: Pick<BoardGrid, 'columns' | 'rows'>;
  /** Columns at the end of the row that a sheet lies over. */
  readonly covered: number;
}

/** What lies over the last columns. */
const SHEET = 'sheet';

/** What a finger would come down on, cell by cell: the page that is shown, and the sheet over it. */
export class GlassCells {
  private cells: ReadonlyMap<number, string> = new Map();

  /**
   * The places that now stand where something else was: a tile that moved up or came in between, another page, what lay under a sheet. A hand
   * that is on its way means what was there. What comes to an empty cell is in nobody's way.
   */
  update(picture: Seen): ReadonlySet<string> {
    const before = this.cells;
    this.cells = cellsOf(picture);
    const came = new Set<string>();
    for (const [cell, key] of this.cells) {
      const other = before.get(cell);
      if (other !== undefined && other !== key) came.add(key);
    }
    return came;
  }
}

function cellsOf({ places, page, grid, covered }: Seen): Map<number, string> {
  const cells = new Map<number, string>();
  for (const { key, parts } of places)
    for (const part of parts) if (part.page === page) cells.set(part.cell, key);
  for (let column = grid.columns - covered; column < grid.columns; column += 1)
    for (let row = 0; row < grid.rows; row += 1) cells.set(row * grid.columns + column, SHEET);
  return cells;
}
