import type { AllergyBand, LineView, TileView } from '../../../shared/domain/selectors/boardView.ts';
import { StationId } from '../../../shared/lib/ids.ts';
import type { SoundName } from '../../ui/sound/figures.ts';

const EXPO = StationId.parse('expo');

/** Something that came to a ticket after it stood on the glass, and that nobody may bump past or miss on another page. */
export interface TileNews {
  readonly key: string;
  readonly kind: 'void' | 'change' | 'allergy' | 'rush' | 'question' | 'asked' | 'note';
  readonly line: LineView | null;
  readonly allergen: string | null;
  /** As which it is heard when it comes. */
  readonly sound: SoundName;
}

/** Every look asks it of every tile. */
const known = new WeakMap<TileView, readonly TileNews[]>();

export function tileNews(tile: TileView): readonly TileNews[] {
  const news = known.get(tile) ?? newsOf(tile);
  known.set(tile, news);
  return news;
}

function newsOf(tile: TileView): TileNews[] {
  const news: TileNews[] = [];
  if (tile.rushAt !== null)
    news.push({ key: 'rush', kind: 'rush', sound: 'rush', line: null, allergen: null });
  for (const band of tile.bands) {
    if (band.weight === 'plain') continue;
    if (band.isLate || band.isOwed)
      news.push({
        key: `allergy:${band.key}`,
        kind: 'allergy',
        sound: bandSound(band),
        line: null,
        allergen: band.allergen,
      });
  }
  if (tile.askedAt !== undefined)
    news.push({ key: `asked:${tile.askedAt}`, kind: 'asked', sound: 'asked', line: null, allergen: null });
  for (const note of tile.notes ?? []) {
    // At expo it is its own word.
    if (note.station === tile.station)
      news.push({ key: `note:${note.id}`, kind: 'note', sound: 'note', line: null, allergen: null });
  }
  for (const question of tile.questions)
    news.push({
      key: `question:${question.id}`,
      kind: 'question',
      sound: 'question',
      line: null,
      allergen: null,
    });
  // A cook need not ask; whoever stands at the pass must.
  if (tile.station === EXPO) {
    const asked = [...tile.possible, ...tile.lines.flatMap(({ possible }) => possible)];
    for (const { id, allergens } of asked)
      news.push({
        key: `possible:${id}`,
        kind: 'allergy',
        sound: 'question',
        line: null,
        allergen: allergens[0] ?? null,
      });
  }
  for (const line of tile.lines) news.push(...lineNews(line));
  return news;
}

/** One that comes to food under way is another thing than one that came with its ticket. */
function bandSound({ isLate, severity }: AllergyBand): SoundName {
  if (isLate) return 'allergy_added';
  return severity === 'anaphylaxis' ? 'anaphylaxis' : 'allergy';
}

function lineNews(line: LineView): TileNews[] {
  const news: TileNews[] = line.stops.map((allergy) => ({
    key: `stop:${line.key}:${allergy}`,
    kind: 'allergy',
    sound: 'allergy_added',
    line,
    allergen: null,
  }));
  for (const { key, allergen, needsAnswer } of line.allergies)
    if (needsAnswer)
      news.push({ key: `conflict:${line.key}:${key}`, kind: 'allergy', sound: 'conflict', line, allergen });
  if (!line.isUnseen) return news;
  const about = { line, allergen: null };
  if (line.state === 'void') news.push({ key: `void:${line.key}`, kind: 'void', sound: 'void', ...about });
  else if (line.changedAt !== null)
    news.push({ key: `change:${line.key}:${line.changedAt}`, kind: 'change', sound: 'change', ...about });
  return news;
}
