import { expect, test } from 'vitest';
import { resumedKey, stationBlocks } from '../../../renderer/screens/board/blocks.ts';
import { boardGrid } from '../../../renderer/screens/board/boardGrid.ts';
import { HeightBook } from '../../../renderer/screens/board/HeightBook.ts';
import { aLine, aTile, mod } from '../../support/boardFixtures.ts';

const GRID = boardGrid(1920, 960, 4, 1);
const TYPE = { largePx: 36, mediumPx: 28, bumpPx: 80 };
const bass = aLine(1, 'Sea bass', { seats: [1], modifiers: [mod('add', 'Lemon')] });
const tile = aTile({ title: '21', firedMinutesAgo: 4, lines: [bass] });
const [line] = tile.lines;

/** What stands above each block where a part begins with it. */
const resumes = (book: HeightBook) =>
  book.blocksOf('21', stationBlocks(tile), GRID, TYPE).map(({ resumePx }) => resumePx);

test('a dish that goes on in another part stands there with its name, as high as on the glass: beside "continued" it may take another line', () => {
  if (!line) throw new Error('no line');
  const book = new HeightBook();
  const [head, modifiers] = stationBlocks(tile);
  const heights = { part: 0, topPx: 90, footPx: 80, tearPx: null };
  book.note('21', { ...heights, blocks: new Map([[head?.key ?? '', 49]]) });
  expect(modifiers?.kind).toBe('modifiers');
  expect(resumes(book)).toEqual([0, 49]);
  expect(book.note('21', { ...heights, part: 1, blocks: new Map([[resumedKey(line), 77]]) })).toBe(true);
  expect(resumes(book)).toEqual([0, 77]);
});
