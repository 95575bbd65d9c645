import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import { placeKey } from './boardLayout.ts';
import type { Coming } from './FillPace.ts';
import { tileKey } from './tileKey.ts';
import { tileNews } from './tileNews.ts';

/** A hand that was on its way when the tile under it moved. */
export const MOVED_MS = 400;
/** A bump aimed at what the tile said before. */
export const LANDED_MS = 700;

export type GuardReason = 'moved' | 'landed';

interface Known {
  readonly place: string;
  readonly news: ReadonlySet<string>;
  movedAt: number;
  landedAt: number;
}

/**
 * Remembers when each tile moved and when news landed on it, and refuses presses that were meant for what stood there before. A hand sees what
 * is drawn: on a slow glass both are counted from then.
 */
export class PressGuard {
  private readonly tiles = new Map<string, Known>();
  /** Places that came to where something else was, by place. */
  private readonly came = new Map<string, number>();
  /** Not drawn yet: what moved, what came, and where news landed. */
  private readonly undrawn = { moved: new Set<Known>(), landed: new Set<Known>(), came: new Set<string>() };

  /** `place` names the cells of the tile's parts; a tile that appears has not moved. */
  noteTile(tile: TileView, place: string, now: number): void {
    const before = this.tiles.get(tileKey(tile));
    const news = new Set(tileNews(tile).map(({ key }) => key));
    // HEARD becomes BUMP: a double tap must not do both.
    if (tile.place.kind === 'bump') news.add('bump');
    const hasMoved = before !== undefined && before.place !== place;
    const hasLanded = before !== undefined && [...news].some((key) => !before.news.has(key));
    const known = {
      place,
      news,
      movedAt: hasMoved ? now : (before?.movedAt ?? Number.NEGATIVE_INFINITY),
      landedAt: hasLanded ? now : (before?.landedAt ?? Number.NEGATIVE_INFINITY),
    };
    this.tiles.set(tileKey(tile), known);
    const { moved, landed } = this.undrawn;
    if (hasMoved || (before && moved.delete(before))) moved.add(known);
    if (hasLanded || (before && landed.delete(before))) landed.add(known);
  }

  /** These stand now where something else stood, another page or a sheet. */
  noteCame(keys: ReadonlySet<string>, now: number): void {
    for (const [key, at] of this.came)
      if (now - at > MOVED_MS && !this.undrawn.came.has(key)) this.came.delete(key);
    for (const key of keys) {
      this.came.set(key, now);
      this.undrawn.came.add(key);
    }
  }

  /** All of it is on the glass, but for the places in `coming`. */
  drawn(coming: Pick<Coming, 'has'>, now: number): void {
    const { moved, landed, came } = this.undrawn;
    for (const known of moved) known.movedAt = now;
    for (const known of landed) known.landedAt = now;
    for (const key of came) this.came.set(key, now);
    moved.clear();
    landed.clear();
    for (const key of came) if (!coming.has(key)) came.delete(key);
  }

  keepOnly(ids: ReadonlySet<string>): void {
    for (const id of this.tiles.keys()) if (!ids.has(id)) this.tiles.delete(id);
  }

  /** `downAt` is when the finger came down: what happened since counts as well. */
  judge(id: string, isBump: boolean, downAt: number): GuardReason | null {
    if (this.hasCome(placeKey({ kind: 'tile', id }), downAt)) return 'moved';
    const tile = this.tiles.get(id);
    if (!tile) return null;
    if (tile.movedAt > downAt - MOVED_MS) return 'moved';
    if (isBump && tile.landedAt > downAt - LANDED_MS) return 'landed';
    return null;
  }

  /** UNDO has come under a hand that meant something else: a second bump, or the tile that stood there. */
  judgeHole(id: string, downAt: number): GuardReason | null {
    return this.hasCome(placeKey({ kind: 'hole', id }), downAt) ? 'moved' : null;
  }

  private hasCome(key: string, downAt: number): boolean {
    return (this.came.get(key) ?? Number.NEGATIVE_INFINITY) > downAt - MOVED_MS;
  }
}
