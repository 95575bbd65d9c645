import type { PlacedPlace } from './boardLayout.ts';

/** Tiles that begin to stand on the glass within one frame, where it is quick: when ten close up at once it is a rush. */
const TILES_A_FRAME = 3;
export const FRAME_MS = 16;
const NONE: ReadonlySet<string> = new Set();

/**
 * Which of a page's tiles are drawn now. Those that stand go on standing; new ones come a few a frame, in reading order, so that no press
 * waits for a whole page to be built: as many as fit a frame by what the last ones cost, and on a slow tablet one. What is still to come keeps
 * its place empty.
 */
export class FillPace {
  private standing: ReadonlySet<string> = new Set();
  private filledAt = Number.NEGATIVE_INFINITY;
  private left = TILES_A_FRAME;
  /** Begun and not yet drawn. */
  private begun = 0;
  private begunAt = 0;
  /** Ms a tile took of late, from its layout until it was measured. */
  private costMs = 0;

  /**
   * Keys of tiles whose place stays empty in this picture. `isAgain`: laid out again by what was just measured, before anything is painted. On a
   * slow tablet more than a frame has passed by then, and whatever began now would be built in the same task: one after the other, the whole page.
   */
  coming(places: readonly PlacedPlace[], page: number, now: number, isAgain = false): ReadonlySet<string> {
    if (!isAgain && now - this.filledAt >= FRAME_MS) this.left = this.tilesAFrame();
    const drawn = new Set<string>();
    const coming = new Set<string>();
    for (const place of places) {
      if (place.kind === 'hole' || !place.parts.some((part) => part.page === page)) continue;
      if (this.standing.has(place.key)) drawn.add(place.key);
      else if (this.left > 0) {
        this.begin(now);
        drawn.add(place.key);
      } else coming.add(place.key);
    }
    this.standing = drawn;
    return coming.size > 0 ? coming : NONE;
  }

  /** What was begun stands in the page and has been measured. */
  drawn(now: number): void {
    if (this.begun === 0) return;
    this.costMs = (now - this.begunAt) / this.begun;
    this.begun = 0;
  }

  private begin(now: number): void {
    if (this.begun === 0) this.begunAt = now;
    this.begun += 1;
    this.left -= 1;
    this.filledAt = now;
  }

  private tilesAFrame(): number {
    const fitting = this.costMs > 0 ? Math.floor(FRAME_MS / this.costMs) : TILES_A_FRAME;
    return Math.min(TILES_A_FRAME, Math.max(1, fitting));
  }
}
