import { type PartRange, type SplitBlock, type SplitSizes, splitTile } from '../splitTile.ts';

/**
 * Where a ticket's rows break. Its dishes stand in columns beside each other between header and bump, so a row is as many narrow parts as it has
 * columns, and neither a foot nor a tear takes height of theirs. `footPx` is what header and bump need by themselves: a ticket has rows enough
 * for them too.
 */
export function splitRow(
  blocks: readonly SplitBlock[],
  { cellPx, topPx, topAgainPx, footPx }: SplitSizes,
  columns: number,
): PartRange[] {
  const narrow = splitTile(blocks, {
    cellPx,
    topPx,
    topAgainPx,
    footPx: 0,
    tearPx: 0,
    underTop: columns,
  });
  const rows: PartRange[] = [];
  for (let at = 0; at < narrow.length; at += columns) {
    const beside = narrow.slice(at, at + columns);
    rows.push({ from: beside[0]?.from ?? 0, to: beside.at(-1)?.to ?? 0, beside });
  }
  const end = blocks.length;
  while (rows.length < Math.ceil(footPx / Math.max(1, cellPx))) rows.push({ from: end, to: end, beside: [] });
  return rows;
}
