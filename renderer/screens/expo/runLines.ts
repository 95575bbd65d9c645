import type { LineView, TileView } from '../../../shared/domain/selectors/boardView.ts';
import { mayPick } from './picks.ts';

/** What RUN would send out: the lines picked, or where nothing is picked all of the course that has been fired. */
export function runLines(tile: TileView, course: number, picked: ReadonlySet<string>): LineView[] {
  const food = tile.lines.filter((line) => mayPick(line, course));
  const chosen = food.filter(({ key }) => picked.has(key));
  return chosen.length > 0 ? chosen : food;
}
