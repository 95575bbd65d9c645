import { type PartRange, type SplitBlock, type SplitSizes, splitTile } from '../splitTile.ts';

interface RowSizes extends SplitSizes {
  /** Dishes stand in so many columns beside each other, between header and bump. */
  readonly columns: number;
  readonly gapPx: number;
  /** Rows that are sure to stand beneath each other; 1 where they may be torn from one another. */
  readonly together: number;
}

/**
 * The rows of a ticket. As few as hold its dishes and, by themselves, its header and its bump (`footPx`): these stand as one higher row, of which
 * the first range has all and the others nothing. A ticket that does not fit into so many is torn row by row.
 */
export function splitRow(blocks: readonly SplitBlock[], sizes: RowSizes): PartRange[] {
  const { cellPx, gapPx, footPx, columns, together } = sizes;
  const end = blocks.length;
  for (let rows = 1; rows <= together; rows += 1) {
    const heightPx = rows * cellPx + (rows - 1) * gapPx;
    const beside = columnsOf(blocks, sizes, heightPx);
    if (beside.length > columns || footPx > heightPx) continue;
    const rest = Array.from({ length: rows - 1 }, () => ({ from: end, to: end, beside: [] }));
    return [{ from: 0, to: end, beside }, ...rest];
  }
  return torn(blocks, sizes);
}

/** Narrow parts, of whose height neither a foot nor a tear takes any. */
function columnsOf(
  blocks: readonly SplitBlock[],
  { topPx, topAgainPx, columns }: RowSizes,
  cellPx: number,
): PartRange[] {
  return splitTile(blocks, { cellPx, topPx, topAgainPx, footPx: 0, tearPx: 0, underTop: columns });
}

function torn(blocks: readonly SplitBlock[], sizes: RowSizes): PartRange[] {
  const { cellPx, footPx, columns } = sizes;
  const narrow = columnsOf(blocks, sizes, cellPx);
  const rows: PartRange[] = [];
  for (let at = 0; at < narrow.length; at += columns) {
    const beside = narrow.slice(at, at + columns);
    rows.push({ from: beside[0]?.from ?? 0, to: beside.at(-1)?.to ?? 0, beside });
  }
  const end = blocks.length;
  while (rows.length < Math.ceil(footPx / Math.max(1, cellPx))) rows.push({ from: end, to: end, beside: [] });
  return rows;
}
