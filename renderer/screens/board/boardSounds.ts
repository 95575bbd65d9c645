import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import type { SoundName } from '../../ui/sounds.ts';
import { tileKey } from './tileKey.ts';
import { tileNews } from './tileNews.ts';

/** Loudest meaning first: one frame makes one sound. */
const ORDER: readonly SoundName[] = ['allergy', 'rush', 'void', 'change', 'new'];

/** What came to the board between two pictures of it, as one sound, or none. */
export function soundOf(before: readonly TileView[], after: readonly TileView[]): SoundName | null {
  const known = new Map(before.map((tile) => [tileKey(tile), tile]));
  const heard = new Set<SoundName>();
  for (const tile of after) {
    const old = known.get(tileKey(tile));
    if (old === tile) continue;
    if (!old) heard.add('new');
    const oldNews = new Set(old ? tileNews(old).map(({ key }) => key) : []);
    for (const { key, kind } of tileNews(tile)) {
      if (oldNews.has(key) || kind === 'question') continue;
      heard.add(kind);
    }
    if (old && addOns(tile) > addOns(old)) heard.add('change');
  }
  return ORDER.find((name) => heard.has(name)) ?? null;
}

const addOns = (tile: TileView) => tile.lines.filter(({ addedAt }) => addedAt !== null).length;
