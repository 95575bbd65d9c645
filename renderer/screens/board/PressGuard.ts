import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import { tileKey } from './tileKey.ts';
import { tileNews } from './tileNews.ts';

/** A hand that was on its way when the tile under it moved. */
export const MOVED_MS = 400;
/** A bump aimed at what the tile said before. */
export const LANDED_MS = 700;

export type GuardReason = 'moved' | 'landed';

/** Remembers when each tile moved and when news landed on it, and refuses presses that were meant for what stood there before. */
export class PressGuard {
  private readonly tiles = new Map<
    string,
    { place: string; news: ReadonlySet<string>; movedAt: number; landedAt: number }
  >();

  /** `place` names the cells of the tile's parts; a tile that appears has not moved. */
  noteTile(tile: TileView, place: string, now: number): void {
    const before = this.tiles.get(tileKey(tile));
    const news = new Set(tileNews(tile).map(({ key }) => key));
    // HEARD becomes BUMP: a double tap must not do both.
    if (tile.place.kind === 'bump') news.add('bump');
    const landed = before !== undefined && [...news].some((key) => !before.news.has(key));
    this.tiles.set(tileKey(tile), {
      place,
      news,
      movedAt:
        before !== undefined && before.place !== place ? now : (before?.movedAt ?? Number.NEGATIVE_INFINITY),
      landedAt: landed ? now : (before?.landedAt ?? Number.NEGATIVE_INFINITY),
    });
  }

  keepOnly(ids: ReadonlySet<string>): void {
    for (const id of this.tiles.keys()) if (!ids.has(id)) this.tiles.delete(id);
  }

  /** `downAt` is when the finger came down: what happened since counts as well. */
  judge(id: string, isBump: boolean, downAt: number): GuardReason | null {
    const tile = this.tiles.get(id);
    if (!tile) return null;
    if (tile.movedAt > downAt - MOVED_MS) return 'moved';
    if (isBump && tile.landedAt > downAt - LANDED_MS) return 'landed';
    return null;
  }
}
