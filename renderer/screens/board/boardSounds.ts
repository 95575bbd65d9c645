import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import { fireLevel } from '../../ui/fireClock.ts';
import { graver, type SoundName } from '../../ui/sound/figures.ts';
import { isOnPaper } from './paper/isOnPaper.ts';
import { tileKey } from './tileKey.ts';
import { tileNews } from './tileNews.ts';

/**
 * What came to the board between two pictures of it, as one sound, or none. A ticket that comes up or comes back is no new one twice. `answers`:
 * whether questions about food are put to this screen.
 */
export function soundOf(
  before: readonly TileView[],
  after: readonly TileView[],
  answers = false,
): SoundName | null {
  const known = new Map(before.map((tile) => [tileKey(tile), tile]));
  let gravest: SoundName | null = null;
  const heard = (name: SoundName) => {
    gravest = graver(gravest, name);
  };
  for (const tile of after) {
    const old = known.get(tileKey(tile));
    if (old === tile) continue;
    // Coming up is quiet: its sound is that of its fire.
    // What its station has on paper is not new to it either.
    if (tile.clock !== null && (!old || old.clock === null) && !isOnPaper(tile)) heard('new');
    const oldNews = new Set(old ? tileNews(old).map(({ key }) => key) : []);
    for (const { key, kind, sound } of tileNews(tile)) {
      if (!oldNews.has(key) && (kind !== 'question' || answers)) heard(sound);
    }
    if (!old) continue;
    if (addOns(tile) > addOns(old)) heard('add_on');
    if (isAnswered(old, tile)) heard('answered');
  }
  return gravest;
}

const addOns = (tile: TileView) => tile.lines.filter(({ addedAt }) => addedAt !== null).length;

/** A station has said when its food will be up, or has said another time. */
function isAnswered(before: TileView, after: TileView): boolean {
  const known = new Set(promises(before));
  return promises(after).some((promise) => !known.has(promise));
}

const promises = (tile: TileView) =>
  tile.lines.flatMap(({ parts }) =>
    parts.flatMap(({ state, station, at }) => (state === 'up' ? [`${station} ${at}`] : [])),
  );

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

/** Which stations leave fired food unheard (by ticket and station), since they were last looked at: each says so once, and again after the next fire. */
export class UnheardBook {
  private told = new Set<string>();
  private isFirstLook = true;

  /** True when one became so just now. What nobody had heard when the screen opened is old news. */
  look(unheard: readonly string[]): boolean {
    const isNew = !this.isFirstLook && unheard.some((key) => !this.told.has(key));
    this.told = new Set(unheard);
    this.isFirstLook = false;
    return isNew;
  }
}
