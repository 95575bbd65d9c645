import type { TileView } from '../../../../shared/domain/selectors/boardView.ts';
import type { Block } from '../blocks.ts';

/** What of a tile stands beneath its header, strip, labels and bands, and is not asked for by them. */
const BENEATH: ReadonlySet<string> = new Set<keyof TileView>([
  'lines',
  'place',
  'questions',
  'possible',
  'notes',
  'askedAt',
]);

/** Whether all above the food says the same. Members of tiles that stand are the same objects while they say the same (`reuseTiles`). */
export function isTopSame(a: TileView, b: TileView): boolean {
  if (a === b) return true;
  const keys = Object.keys(b);
  return (
    keys.length === Object.keys(a).length &&
    keys.every((key) => BENEATH.has(key) || Reflect.get(a, key) === Reflect.get(b, key))
  );
}

/** Rows that say something of the whole ticket: whose allergy stops it, what a course is called, who else sits there. */
export function looksAtTile({ kind, line }: Block): boolean {
  return line === null || kind === 'stop' || kind === 'change' || kind === 'allergy' || kind === 'seat';
}

export const areBlocksSame = (a: readonly Block[], b: readonly Block[]): boolean =>
  a.length === b.length && a.every((block, index) => block === b[index]);

interface Part {
  readonly tile: TileView;
  readonly blocks: readonly Block[];
  readonly part: number;
  readonly parts: number;
}

/**
 * Whether a part of a long ticket says the same after another part's dish was pressed: then neither is it drawn nor are its heights measured.
 * The last part has the bump, which names all of the food; expo's parts look at the whole table.
 */
export function isPartSame(a: Part, b: Part): boolean {
  if (a.part !== b.part || a.parts !== b.parts || !areBlocksSame(a.blocks, b.blocks)) return false;
  if (a.tile === b.tile) return true;
  if (b.part === b.parts - 1 || b.tile.station === 'expo') return false;
  return isTopSame(a.tile, b.tile) && areDishesSame(a.tile, b.tile) && !b.blocks.some(looksAtTile);
}

/** A dish that is open beside the board lights the whole of its tickets. */
function areDishesSame({ lines: a }: TileView, { lines: b }: TileView): boolean {
  return a.length === b.length && a.every(({ dish }, index) => dish === b[index]?.dish);
}
