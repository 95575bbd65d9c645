import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import { fireLevel } from '../../ui/fireClock.ts';
import type { SoundName } from '../../ui/soundFigures.ts';
import { isOnPaper } from './paper/isOnPaper.ts';
import { tileKey } from './tileKey.ts';
import { tileNews } from './tileNews.ts';

/** Loudest meaning first: one frame makes one sound. */
const ORDER: readonly SoundName[] = ['allergy', 'rush', 'void', 'asked', 'change', 'note', 'add_on', 'new'];

/** What came to the board between two pictures of it, as one sound, or none. A ticket that comes up or comes back is no new one twice. */
export function soundOf(before: readonly TileView[], after: readonly TileView[]): SoundName | null {
  const known = new Map(before.map((tile) => [tileKey(tile), tile]));
  const heard = new Set<SoundName>();
  for (const tile of after) {
    const old = known.get(tileKey(tile));
    if (old === tile) continue;
    // Coming up is quiet: its sound is that of its fire.
    // What its station has on paper is not new to it either.
    if (tile.clock !== null && (!old || old.clock === null) && !isOnPaper(tile)) heard.add('new');
    const oldNews = new Set(old ? tileNews(old).map(({ key }) => key) : []);
    for (const { key, kind } of tileNews(tile)) {
      if (oldNews.has(key) || kind === 'question') continue;
      heard.add(kind);
    }
    if (old && addOns(tile) > addOns(old)) heard.add('add_on');
  }
  return ORDER.find((name) => heard.has(name)) ?? null;
}

const addOns = (tile: TileView) => tile.lines.filter(({ addedAt }) => addedAt !== null).length;

/** Which tickets have become late since they were last looked at: each says so once, however long it stays. */
export class LateBook {
  private readonly told = new Set<string>();
  private isFirstLook = true;

  /** True when one became late just now. What was late when the screen opened is old news. */
  look(tiles: readonly TileView[], now: number): boolean {
    let isNew = false;
    for (const tile of tiles) {
      if (tile.clock === null || tile.isReady || fireLevel(tile.clock, true, now) !== 'late') continue;
      if (this.told.has(tileKey(tile))) continue;
      this.told.add(tileKey(tile));
      isNew ||= !this.isFirstLook;
    }
    const open = new Set(tiles.map(tileKey));
    for (const key of this.told) if (!open.has(key)) this.told.delete(key);
    this.isFirstLook = false;
    return isNew;
  }
}
