import type { Block } from './blocks.ts';
import type { BoardGrid } from './boardGrid.ts';
import type { SplitBlock, SplitSizes } from './splitTile.ts';

/** What the glass measured of one part of a tile, in px. */
export interface PartHeights {
  readonly blocks: ReadonlyMap<string, number>;
  readonly part: number;
  readonly topPx: number;
  readonly footPx: number | null;
  readonly tearPx: number | null;
}

/** Until a tile has stood on the glass once its heights are guessed: this only moves page counts, never what is on the page. */
export interface TypeSizes {
  readonly largePx: number;
  readonly mediumPx: number;
  readonly bumpPx: number;
}

/** Average letter of the face in em, with room for the wrap. */
const LETTER_EM = 0.53;
const ROW_EM = 1.2;
/** A header with a strip; a header with one line of allergies. */
const GUESSED_TOP_ROWS = 4;
const GUESSED_TOP_AGAIN_ROWS = 3.2;

interface TicketHeights {
  readonly blocks: Map<string, number>;
  topPx: number | null;
  topAgainPx: number | null;
  footPx: number | null;
  changedAt: number;
}

export class HeightBook {
  private readonly tickets = new Map<string, TicketHeights>();
  private tearPx: number | null = null;
  /** Counts everything new. */
  private changes = 0;
  /** When that last changed which holds for every ticket. */
  private allChangedAt = 0;

  /** True when something is new: the board must be laid out again before it is painted. */
  note(id: string, heights: PartHeights): boolean {
    const known = this.tickets.get(id) ?? nothingKnown();
    this.tickets.set(id, known);
    let isNew = false;
    for (const [key, height] of heights.blocks) {
      if (known.blocks.get(key) === height) continue;
      known.blocks.set(key, height);
      isNew = true;
    }
    const top = heights.part === 0 ? 'topPx' : 'topAgainPx';
    if (known[top] !== heights.topPx) {
      known[top] = heights.topPx;
      isNew = true;
    }
    if (heights.footPx !== null && known.footPx !== heights.footPx) {
      known.footPx = heights.footPx;
      isNew = true;
    }
    if (isNew) known.changedAt = this.changed();
    if (heights.tearPx !== null && heights.tearPx !== this.tearPx) {
      this.tearPx = heights.tearPx;
      this.allChangedAt = this.changed();
    }
    return isNew;
  }

  /** A number that rises when other heights hold for this ticket. */
  changedAt(id: string): number {
    return Math.max(this.tickets.get(id)?.changedAt ?? 0, this.allChangedAt);
  }

  keepOnly(ids: ReadonlySet<string>): void {
    for (const id of this.tickets.keys()) if (!ids.has(id)) this.tickets.delete(id);
  }

  /** Another width, another glass or another font: nothing known holds. */
  forget(): void {
    this.tickets.clear();
    this.tearPx = null;
    this.allChangedAt = this.changed();
  }

  blocksOf(id: string, blocks: readonly Block[], grid: BoardGrid, type: TypeSizes): SplitBlock[] {
    const known = this.tickets.get(id)?.blocks;
    const heightOf = (block: Block) => known?.get(block.key) ?? estimate(block, grid, type);
    const heads = new Map<string, number>();
    for (const block of blocks)
      if (block.kind === 'head' && block.line) heads.set(block.line.key, heightOf(block));
    return blocks.map((block) => ({
      heightPx: heightOf(block),
      keepsWithNext: block.keepsWithNext,
      resumePx: block.kind === 'head' || !block.line ? 0 : (heads.get(block.line.key) ?? 0),
    }));
  }

  sizesOf(id: string, grid: BoardGrid, type: TypeSizes): SplitSizes {
    const known = this.tickets.get(id);
    if (grid.layout === 'list') {
      // In a row most tickets have nothing above their dishes.
      const topPx = known?.topPx ?? 0;
      const topAgainPx = known?.topAgainPx ?? 0;
      return { cellPx: grid.tileHeightPx, topPx, topAgainPx, footPx: known?.footPx ?? 0, tearPx: 0 };
    }
    const topPx = known?.topPx ?? type.largePx * GUESSED_TOP_ROWS;
    return {
      cellPx: grid.tileHeightPx,
      topPx,
      topAgainPx: known?.topAgainPx ?? Math.min(topPx, type.largePx * GUESSED_TOP_AGAIN_ROWS),
      footPx: known?.footPx ?? type.bumpPx,
      tearPx: this.tearPx ?? type.mediumPx * 2,
    };
  }

  private changed(): number {
    this.changes += 1;
    return this.changes;
  }
}

function nothingKnown(): TicketHeights {
  return { blocks: new Map(), topPx: null, topAgainPx: null, footPx: null, changedAt: 0 };
}

function estimate(block: Block, grid: BoardGrid, type: TypeSizes): number {
  const isLarge = block.kind === 'head' || block.kind === 'stop';
  const font = isLarge ? type.largePx : type.mediumPx;
  const perRow = Math.max(6, (grid.tileWidthPx * 0.8) / (font * LETTER_EM));
  return (Math.ceil(lettersOf(block) / perRow) + 0.4) * font * ROW_EM;
}

function lettersOf(block: Block): number {
  if (block.text !== '') return block.text.length;
  const line = block.line;
  if (!line) return 30;
  if (block.kind === 'head') return line.name.length + line.seats.length * 3;
  if (block.kind === 'modifiers') return line.modifiers.reduce((sum, { name }) => sum + name.length + 8, 0);
  return 30;
}
