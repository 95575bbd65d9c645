/**
 * Where a tile tears. Pure: heights in px in, ranges of blocks out. A tile of one part has its header above and its bump below; a longer one
 * has a header on each part, a torn edge below all but the last, and the bump on the last only.
 */
export interface SplitBlock {
  readonly heightPx: number;
  readonly keepsWithNext: boolean;
  /** What stands above when a part begins with this block: the name of a dish that began in the part before. */
  readonly resumePx: number;
}

export interface SplitSizes {
  readonly cellPx: number;
  /** Header, strip, labels and bands of the first part; of those that follow. */
  readonly topPx: number;
  readonly topAgainPx: number;
  readonly footPx: number;
  readonly tearPx: number;
  /** How many parts `topPx` stands above: the dishes of a row stand beside each other under one top. */
  readonly underTop?: number;
}

export interface PartRange {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** In a row: what stands beside each other. */
  readonly beside?: readonly PartRange[];
}

export function splitTile(blocks: readonly SplitBlock[], sizes: SplitSizes): PartRange[] {
  const parts: PartRange[] = [];
  let from = 0;
  do {
    const to = endOfPart(blocks, from, parts.length, sizes);
    parts.push({ from, to });
    from = to;
  } while (from < blocks.length);
  return parts;
}

function roomFor(sizes: SplitSizes, part: number, first: SplitBlock | undefined): number {
  const top = isUnderTop(sizes, part) ? sizes.topPx : sizes.topAgainPx;
  return sizes.cellPx - top - (part === 0 ? 0 : (first?.resumePx ?? 0));
}

const isUnderTop = ({ underTop = 1 }: SplitSizes, part: number) => part < underTop;

function endOfPart(blocks: readonly SplitBlock[], from: number, part: number, sizes: SplitSizes): number {
  const roomPx = roomFor(sizes, part, blocks[from]);
  if (heightOf(blocks, from, blocks.length) + sizes.footPx <= roomPx) return blocks.length;
  let to = from;
  let used = sizes.tearPx;
  for (let block = blocks[to]; block && used + block.heightPx <= roomPx; block = blocks[to]) {
    used += block.heightPx;
    to += 1;
  }
  // The bump needs a part of its own: give it the last dish rather than an empty tile.
  if (to === blocks.length) to -= 1;
  const filled = to;
  while (to > from && blocks[to - 1]?.keepsWithNext) to -= 1;
  // What keeps together is higher than a whole part: then it is torn after all, where the room ends.
  if (to === from) to = filled;
  // Many allergies can fill a whole first part: the food then begins in the next.
  if (isUnderTop(sizes, part) && to === from && sizes.topPx > sizes.topAgainPx) return from;
  // At least one block, however high: a part that takes nothing would never end.
  return Math.min(blocks.length, Math.max(from + 1, to));
}

function heightOf(blocks: readonly SplitBlock[], from: number, to: number): number {
  let height = 0;
  for (let index = from; index < to; index += 1) height += blocks[index]?.heightPx ?? 0;
  return height;
}
