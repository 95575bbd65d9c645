import type { PlacedPlace } from './boardLayout.ts';

/** Tiles that begin to stand on the glass within one frame. On the slowest tablet one costs 12 ms; when ten close up at once it is a rush. */
const TILES_A_FRAME = 3;
export const FRAME_MS = 16;
const NONE: ReadonlySet<string> = new Set();

/**
 * Which of a page's tiles are drawn now. Those that stand go on standing; new ones come a few a frame, in reading order, so that no press
 * waits for a whole page to be built. What is still to come keeps its place empty.
 */
export class FillPace {
  private standing: ReadonlySet<string> = new Set();
  private filledAt = Number.NEGATIVE_INFINITY;
  private left = TILES_A_FRAME;

  /** Keys of tiles whose place stays empty in this picture. */
  coming(places: readonly PlacedPlace[], page: number, now: number): ReadonlySet<string> {
    if (now - this.filledAt >= FRAME_MS) this.left = TILES_A_FRAME;
    const drawn = new Set<string>();
    const coming = new Set<string>();
    for (const place of places) {
      if (place.kind === 'hole' || !place.parts.some((part) => part.page === page)) continue;
      if (this.standing.has(place.key)) drawn.add(place.key);
      else if (this.left > 0) {
        this.left -= 1;
        this.filledAt = now;
        drawn.add(place.key);
      } else coming.add(place.key);
    }
    this.standing = drawn;
    return coming.size > 0 ? coming : NONE;
  }
}
