import type { BoardGrid } from './boardGrid.ts';
import type { PlacedPlace } from './boardLayout.ts';
import { segmentsOn } from './layouts/segments.ts';

/** Pieces of tiles that begin to stand on the glass within one frame, where it is quick: when ten close up at once it is a rush. */
const PIECES_A_FRAME = 3;
const FRAME_MS = 16;

/** By the place's key: how many of its pieces on this page, from the first, are drawn of one that is not whole yet. */
export type Coming = ReadonlyMap<string, number>;
const NONE: Coming = new Map();

/**
 * Which of a page's tiles are drawn now. Those that stand go on standing; new ones come a few pieces a frame, in reading order, so that no press
 * waits for a whole page to be built, nor for a long ticket: as many as fit a frame by what the last ones cost, and on a slow tablet one. What
 * is still to come keeps its place empty.
 */
export class FillPace {
  private whole: ReadonlySet<string> = new Set();
  private begunOf: Coming = NONE;
  private left = PIECES_A_FRAME;
  /** Begun and not yet drawn. */
  private begun = 0;
  private begunAt = 0;
  /** Ms a piece took of late, from its layout until it was measured. */
  private costMs = 0;
  private isFrameUsed = false;

  /**
   * What is not whole in this picture. However often a board is laid out before a frame is painted, and however long that takes, no more begin
   * than one frame has room for: what began later would be built in the same task, one after the other, the whole page.
   */
  coming(places: readonly PlacedPlace[], page: number, grid: BoardGrid, now: number): Coming {
    const whole = new Set<string>();
    const coming = new Map<string, number>();
    for (const { kind, key, parts } of places) {
      const pieces = kind === 'hole' ? 0 : segmentsOn(parts, page, grid).length;
      if (pieces === 0) continue;
      const before = this.whole.has(key) ? pieces : (this.begunOf.get(key) ?? 0);
      const drawn = before + this.begin(pieces - before, now);
      if (drawn >= pieces) whole.add(key);
      else coming.set(key, drawn);
    }
    this.whole = whole;
    this.begunOf = coming.size > 0 ? coming : NONE;
    return this.begunOf;
  }

  /** Something began since the last frame: `painted` is to be called after the next. */
  awaitsFrame(): boolean {
    return this.isFrameUsed;
  }

  painted(): void {
    this.isFrameUsed = false;
    this.left = this.piecesAFrame();
  }

  /** What was begun stands in the page and has been measured. */
  drawn(now: number): void {
    if (this.begun === 0) return;
    this.costMs = (now - this.begunAt) / this.begun;
    this.begun = 0;
  }

  /** How many of these the frame has room for. */
  private begin(wanted: number, now: number): number {
    const begun = Math.min(wanted, this.left);
    if (begun <= 0) return 0;
    if (this.begun === 0) this.begunAt = now;
    this.begun += begun;
    this.left -= begun;
    this.isFrameUsed = true;
    return begun;
  }

  private piecesAFrame(): number {
    const fitting = this.costMs > 0 ? Math.floor(FRAME_MS / this.costMs) : PIECES_A_FRAME;
    return Math.min(PIECES_A_FRAME, Math.max(1, fitting));
  }
}
