import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import type { Block } from './blocks.ts';
import type { BoardGrid } from './boardGrid.ts';
import type { HeightBook, TypeSizes } from './HeightBook.ts';
import { splitRow } from './row/splitRow.ts';
import { type PartRange, type SplitSizes, splitTile } from './splitTile.ts';
import { tileKey } from './tileKey.ts';

interface Known {
  readonly grid: BoardGrid;
  readonly type: TypeSizes;
  readonly heightsAt: string;
  readonly ranges: readonly PartRange[];
}

/** Where each tile tears, kept while neither its food, its heights nor the glass change: a press costs what its own tile costs. */
export class RangeBook {
  private readonly heights: HeightBook;
  private readonly blocksOf: (tile: TileView) => readonly Block[];
  private readonly known = new WeakMap<TileView, Known>();

  constructor(heights: HeightBook, blocksOf: (tile: TileView) => readonly Block[]) {
    this.heights = heights;
    this.blocksOf = blocksOf;
  }

  rangesOf(tile: TileView, grid: BoardGrid, type: TypeSizes): readonly PartRange[] {
    const key = tileKey(tile);
    const heightsAt = this.heights.changedAt(key);
    const known = this.known.get(tile);
    if (known?.grid === grid && known.type === type && known.heightsAt === heightsAt) return known.ranges;
    const blocks = this.heights.blocksOf(key, this.blocksOf(tile), grid, type);
    const sizes = this.heights.sizesOf(key, tile, grid, type);
    const ranges =
      grid.layout === 'list' ? splitRow(blocks, rowSizes(sizes, grid)) : splitTile(blocks, sizes);
    this.known.set(tile, { grid, type, heightsAt, ranges });
    return ranges;
  }
}

/** A ticket that takes no more than half a page stands in one piece; see `paginate`. */
function rowSizes(sizes: SplitSizes, { columns, rows, gapPx, itemColumns }: BoardGrid) {
  const together = Math.min(rows, Math.ceil((columns * rows) / 2));
  return { ...sizes, gapPx, columns: itemColumns, together };
}
