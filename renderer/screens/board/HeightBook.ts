import type { LineView, TileView } from '../../../shared/domain/selectors/boardView.ts';
import { type Block, resumedKey } from './blocks.ts';
import type { BoardGrid } from './boardGrid.ts';
import { LikeBook, likeOf, topLikeOf } from './LikeBook.ts';
import type { SplitBlock, SplitSizes } from './splitTile.ts';

/** What the glass measured of one part of a tile, in px. */
export interface PartHeights {
  readonly blocks: ReadonlyMap<string, number>;
  readonly part: number;
  readonly topPx: number;
  readonly footPx: number | null;
  readonly tearPx: number | null;
}

/** Until a tile has stood on the glass once its heights are guessed, by others that have or by these. */
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
  private readonly likes = new LikeBook();
  /** Of the likes, by which those that never stood here are guessed. */
  private guessedBy = 0;
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

  /** Some of it has stood on this glass. */
  knows(id: string): boolean {
    return this.tickets.has(id);
  }

  /** Another number when other heights hold for this ticket. */
  changedAt(id: string): string {
    const known = this.tickets.get(id);
    return known
      ? `${Math.max(known.changedAt, this.allChangedAt)}`
      : `${this.allChangedAt} ${this.guessedBy}`;
  }

  /** Guesses what never stood here by all that is known now. False: as before. */
  guessAnew(): boolean {
    const isOther = this.guessedBy !== this.likes.version;
    this.guessedBy = this.likes.version;
    return isOther;
  }

  keepOnly(ids: ReadonlySet<string>): void {
    for (const id of this.tickets.keys()) if (!ids.has(id)) this.tickets.delete(id);
  }

  /** Another width, another glass or another font: nothing known holds. */
  forget(): void {
    this.tickets.clear();
    this.likes.forget();
    this.tearPx = null;
    this.allChangedAt = this.changed();
  }

  blocksOf(id: string, blocks: readonly Block[], grid: BoardGrid, type: TypeSizes): SplitBlock[] {
    const known = this.tickets.get(id)?.blocks;
    const heightOf = (block: Block) =>
      this.liked(likeOf(block), known?.get(block.key)) ?? estimate(block, grid, type);
    const heads = new Map<string, number>();
    for (const block of blocks)
      if (block.kind === 'head' && block.line) heads.set(block.line.key, heightOf(block));
    // Its name with "continued" may need another number of lines than with its seats.
    const resumed = (line: LineView) => known?.get(resumedKey(line)) ?? heads.get(line.key) ?? 0;
    return blocks.map((block) => ({
      heightPx: heightOf(block),
      keepsWithNext: block.keepsWithNext,
      resumePx: block.kind === 'head' || !block.line ? 0 : resumed(block.line),
    }));
  }

  sizesOf(id: string, tile: TileView, grid: BoardGrid, type: TypeSizes): SplitSizes {
    const known = this.tickets.get(id);
    const top = topLikeOf(tile);
    const topPx = this.liked(top, known?.topPx);
    const topAgainPx = this.liked(`again ${top}`, known?.topAgainPx);
    const footPx = this.liked(`foot ${tile.place.kind}`, known?.footPx);
    const cellPx = grid.tileHeightPx;
    if (grid.layout === 'list')
      // In a row most tickets have nothing above their dishes.
      return { cellPx, topPx: topPx ?? 0, topAgainPx: topAgainPx ?? 0, footPx: footPx ?? 0, tearPx: 0 };
    const guessedTopPx = topPx ?? type.largePx * GUESSED_TOP_ROWS;
    return {
      cellPx,
      topPx: guessedTopPx,
      topAgainPx: topAgainPx ?? Math.min(guessedTopPx, type.largePx * GUESSED_TOP_AGAIN_ROWS),
      footPx: footPx ?? type.bumpPx,
      tearPx: this.tearPx ?? type.mediumPx * 2,
    };
  }

  /** What was measured, for others to be guessed by; else what others measured. null: nobody knows. */
  private liked(like: string, measuredPx: number | null | undefined): number | null {
    if (measuredPx === null || measuredPx === undefined) return this.likes.of(like);
    this.likes.note(like, measuredPx);
    return measuredPx;
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
