import type { TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { fireLevel } from '../../../ui/fireClock.ts';
import type { BoardPicture } from '../BoardModel.ts';
import { isOnGlass } from '../onGlass.ts';
import { tileKey } from '../tileKey.ts';
import { type TileNews, tileNews } from '../tileNews.ts';

/** Something on another page that must not wait there. */
export interface Urgent {
  readonly key: string;
  readonly kind: TileNews['kind'] | 'late';
  readonly title: string;
  readonly line: TileNews['line'];
  readonly allergen: string | null;
  readonly page: number;
}

/** What may hurt somebody first. */
const GRAVITY: Record<Urgent['kind'], number> = {
  allergy: 0,
  void: 1,
  change: 2,
  asked: 3,
  question: 4,
  note: 5,
  rush: 6,
  late: 7,
};

/** Remembers what has stood on the glass: a thing is urgent until it was seen once, and not again. */
export class UrgentBook {
  private readonly seen = new Set<string>();

  update(picture: BoardPicture, now: number): Urgent[] {
    const urgent: Urgent[] = [];
    const standing = new Set<string>();
    for (const place of picture.places) {
      if (place.kind === 'hole') continue;
      const { tile, parts } = place;
      const all = allNews(tile, now);
      // Of most tiles there is none, and this is asked of every tile at every press.
      if (all.length === 0) continue;
      const last = parts.at(-1);
      const isSeen = isOnGlass(parts, picture);
      for (const news of all) {
        const key = `${tileKey(tile)}:${news.key}`;
        standing.add(key);
        if (isSeen) this.seen.add(key);
        else if (!this.seen.has(key) && last)
          urgent.push({ ...news, key, title: tile.title, page: parts[0]?.page ?? last.page });
      }
    }
    for (const key of this.seen) if (!standing.has(key)) this.seen.delete(key);
    return urgent.sort((a, b) => GRAVITY[a.kind] - GRAVITY[b.kind] || a.page - b.page);
  }
}

type Lateness = Omit<Urgent, 'title' | 'page'>;

const LATE: Lateness = { key: 'late', kind: 'late', line: null, allergen: null };

function allNews(tile: TileView, now: number): ReadonlyArray<TileNews | Lateness> {
  const news = tileNews(tile);
  const isLate = tile.clock !== null && fireLevel(tile.clock, true, now) === 'late';
  return isLate ? [...news, LATE] : news;
}
