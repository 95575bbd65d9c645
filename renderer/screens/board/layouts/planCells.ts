import type { BoardGrid } from '../boardGrid.ts';
import { fixedSlots, type Wanted } from '../fixedSlots.ts';
import { type Cell, paginate } from '../paginate.ts';
import { cellIn, type Lane, placeIn } from './lanes.ts';

export interface CellPlan {
  /** In the order of the board. */
  readonly wanted: readonly Wanted[];
  readonly lanes: readonly Lane[];
  /** The lane of each, by its place in `lanes`. */
  readonly laneOf: readonly number[];
  readonly grid: BoardGrid;
  readonly isFrozen: boolean;
}

/** The cells of each place, lane by lane: each lane has its own order, and all turn their pages together. */
export function planCells({ wanted, lanes, laneOf, grid, isFrozen }: CellPlan): Cell[][] {
  const planned: Cell[][] = wanted.map(() => []);
  lanes.forEach((lane, number) => {
    const own = wanted.flatMap((one, index) => (laneOf[index] === number ? [{ one, index }] : []));
    const inLane = own.map(({ one }) => ({ ...one, stood: stoodIn(lane, grid, one.stood) }));
    const perPage = lane.columns * grid.rows;
    const stretch = grid.layout === 'list' ? grid.rows : null;
    const cells = grid.hasFixedSlots
      ? fixedSlots(inLane, perPage, isFrozen)
      : paginate(
          inLane.map(({ count }) => count),
          perPage,
          stretch,
        );
    own.forEach(({ index }, at) => {
      planned[index] = (cells[at] ?? []).map(({ page, cell }) => ({ page, cell: cellIn(lane, grid, cell) }));
    });
  });
  return planned;
}

function stoodIn(lane: Lane, grid: BoardGrid, stood: readonly Cell[] | null): readonly Cell[] | null {
  const own = (stood ?? []).flatMap(({ page, cell }) => {
    const at = placeIn(lane, grid, cell);
    return at === null ? [] : [{ page, cell: at }];
  });
  return own.length === 0 ? null : own;
}
