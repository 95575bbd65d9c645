import type { HouseConfig } from '../../shared/config/houseConfig.ts';
import type { State } from '../../shared/domain/model/state.ts';
import type { LineView, TileView } from '../../shared/domain/selectors/boardView.ts';
import { expoBoard, stationBoard } from '../../shared/domain/selectors/stationBoard.ts';
import type { StationId } from '../../shared/lib/ids.ts';
import type { Glass, GlassTile } from './glass.ts';

/** A moment as the log has it, with what the glass may lag behind by: undo holes, and a HEARD that has just been pressed. */
export interface Moment {
  readonly state: State;
  readonly config: HouseConfig;
  readonly now: number;
  /** Ours of tickets that something happened to within the time a hole stands. */
  readonly leaving: ReadonlySet<string>;
  /** The POS's ids of those heard so lately that BUMP may not be back yet. */
  readonly justHeard: ReadonlySet<string>;
}

export function tilesByRule({ state, config, now }: Moment, place: StationId | 'expo'): readonly TileView[] {
  return place === 'expo'
    ? expoBoard(state, config, now).tiles
    : stationBoard(state, place, config, now).tiles;
}

/** Everything in which the glass differs from the rules, in words; nothing when it shows what it must. */
export function differences(glass: Glass, moment: Moment, place: StationId | 'expo'): string[] {
  const expected = tilesByRule(moment, place);
  const shown = glass.places.filter((one) => one.kind === 'tile');
  const wrong: string[] = [];
  const ids = expected.slice(0, shown.length).map(({ externalId }) => externalId);
  const shownIds = shown.map(({ id }) => id);
  if (shownIds.join(' ') !== ids.join(' '))
    wrong.push(`order: ${shownIds.join(' ')} instead of ${ids.join(' ')}`);
  const hidden = expected.length - shown.length;
  if (glass.waiting !== hidden) wrong.push(`+${glass.waiting} waiting instead of +${hidden}`);
  if (expected.length > 0 && shown.length === 0) wrong.push('an empty glass');
  for (const one of glass.places) {
    if (one.kind === 'hole' && !moment.leaving.has(one.id.split('/')[0] ?? ''))
      wrong.push(`a hole for ${one.id} that nobody bumped`);
  }
  for (const [index, tile] of shown.entries()) {
    const rule = expected[index];
    if (rule && rule.externalId === tile.id) wrong.push(...tileDifferences(tile, rule, place, moment));
  }
  return wrong;
}

function tileDifferences(
  tile: GlassTile,
  rule: TileView,
  place: StationId | 'expo',
  { config, justHeard }: Moment,
): string[] {
  const wrong: string[] = [];
  const where = `${tile.id} (${rule.title})`;
  if (tile.title !== rule.title) wrong.push(`${where}: titled ${tile.title}`);
  const lines = tile.lines.map(({ ids }) => ids.join('+'));
  const ruled = rule.lines.map(idsOf).slice(0, tile.isTorn ? lines.length : undefined);
  if (lines.join(' ') !== ruled.join(' '))
    wrong.push(`${where}: lines ${lines.join(' ')} instead of ${ruled.join(' ')}`);
  for (const [index, line] of tile.lines.entries()) {
    const by = rule.lines[index];
    const isCut = tile.isTorn && index === tile.lines.length - 1;
    if (by && !isCut)
      wrong.push(...lineDifferences(line.text, by).map((what) => `${where} ${idsOf(by)}: ${what}`));
  }
  const wanted = tile.isTorn ? 'none' : placeByRule(rule, place, config);
  const isLate = tile.place === 'none' && wanted === 'bump' && justHeard.has(tile.id);
  if (tile.place !== wanted && !isLate) wrong.push(`${where}: ${tile.place} instead of ${wanted}`);
  for (const { words, allergen, weight } of rule.bands) {
    if (weight === 'thin') continue;
    const isNamed = tile.text.toLowerCase().includes(allergen.replaceAll('_', ' ').toLowerCase());
    if (!isNamed && !(words !== null && tile.text.includes(words)))
      wrong.push(`${where}: nothing of ${allergen}`);
  }
  return wrong;
}

function placeByRule(rule: TileView, place: StationId | 'expo', config: HouseConfig): GlassTile['place'] {
  if (place !== 'expo') return rule.place.kind;
  return rule.place.kind === 'bump' && config.pass === 'expo' ? 'bump' : 'none';
}

function idsOf(line: LineView): string {
  return [...new Set(line.portions.map(({ externalId }) => externalId))].join('+');
}

function lineDifferences(text: string, line: LineView): string[] {
  const wrong: string[] = [];
  if (!text.includes(line.name)) wrong.push(`not named ${line.name}`);
  const count =
    line.ready > 0 && line.ready < line.quantity ? `${line.ready}/${line.quantity}` : `${line.quantity}`;
  if (!text.includes(count)) wrong.push(`not ${count}`);
  for (const { name } of line.modifiers) if (!text.includes(name)) wrong.push(`without ${name}`);
  // A note is torn into chunks, each drawn on its own; its words are all there.
  const seen = text.replaceAll(/\s+/gu, '');
  if (line.notes !== null && !seen.includes(line.notes.replaceAll(/\s+/gu, '')))
    wrong.push('without its note');
  if (line.state === 'void' && !text.includes('VOID')) wrong.push('void and not struck');
  if (line.is86 && !text.includes('86')) wrong.push('86 and not marked');
  return wrong;
}
