import { expect, test } from 'vitest';
import { boardGrid } from '../../../renderer/screens/board/boardGrid.ts';
import type { PlacedPlace } from '../../../renderer/screens/board/boardLayout.ts';
import { type Coming, FillPace } from '../../../renderer/screens/board/FillPace.ts';
import { aTile } from '../../support/boardFixtures.ts';

const TILE = aTile({ title: '12', firedMinutesAgo: 1, lines: [] });
const range = { from: 0, to: 1 };
const GRID = boardGrid(1920, 962, 4.034, 1);
const at = (key: string, page = 0): PlacedPlace => ({
  kind: 'tile',
  key,
  tile: TILE,
  parts: [{ page, cell: 0, part: 0, range }],
});
const keys = (coming: Coming) => [...coming.keys()];

/** A frame was painted. */
const nextFrame = (pace: FillPace, page: PlacedPlace[], now: number, shown = 0) => {
  expect(pace.awaitsFrame()).toBe(true);
  pace.painted();
  return keys(pace.coming(page, shown, GRID, now));
};

test('of a page of new tiles three begin a frame, the others within the next frames, each once', () => {
  const pace = new FillPace();
  const page = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((key) => at(key));
  expect(keys(pace.coming(page, 0, GRID, 0))).toEqual(['d', 'e', 'f', 'g']);
  // Measured and laid out again within the same frame: no more of them.
  expect(keys(pace.coming(page, 0, GRID, 5))).toEqual(['d', 'e', 'f', 'g']);
  expect(nextFrame(pace, page, 16)).toEqual(['g']);
  expect(nextFrame(pace, page, 32)).toEqual([]);
});

test('laid out again before a frame is painted, no more of them begin, however long that took', () => {
  const pace = new FillPace();
  const page = ['a', 'b', 'c', 'd', 'e'].map((key) => at(key));
  expect(keys(pace.coming(page, 0, GRID, 0))).toEqual(['d', 'e']);
  pace.drawn(120);
  expect(keys(pace.coming(page, 0, GRID, 120))).toEqual(['d', 'e']);
  expect(keys(pace.coming(page, 0, GRID, 400))).toEqual(['d', 'e']);
  expect(nextFrame(pace, page, 420)).toEqual(['e']);
});

test('what stands goes on standing whatever comes, and one new ticket in a quiet house is there at once', () => {
  const pace = new FillPace();
  const page = ['a', 'b', 'c'].map((key) => at(key));
  pace.coming(page, 0, GRID, 0);
  const more = [...page, at('d')];
  expect(keys(pace.coming(more, 0, GRID, 5))).toEqual(['d']);
  expect(nextFrame(pace, more, 20)).toEqual([]);
  expect(nextFrame(pace, [...more, at('e')], 500)).toEqual([]);
  expect(nextFrame(pace, [...more, at('e')], 516)).toEqual([]);
  expect(pace.awaitsFrame()).toBe(false);
});

test('another page is another glass: its tiles come as new ones', () => {
  const pace = new FillPace();
  const both = [at('a'), at('b', 1), at('c', 1), at('d', 1), at('e', 1)];
  expect(keys(pace.coming(both, 0, GRID, 0))).toEqual([]);
  expect(nextFrame(pace, both, 1_000, 1)).toEqual(['e']);
});

test('where a tile takes longer than a frame they come one by one, and three again once it is quick', () => {
  const pace = new FillPace();
  const page = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((key) => at(key));
  pace.coming(page, 0, GRID, 0);
  pace.drawn(120);
  expect(nextFrame(pace, page, 136)).toEqual(['e', 'f', 'g', 'h', 'i']);
  pace.drawn(140);
  expect(nextFrame(pace, page, 160)).toEqual(['h', 'i']);
});

test('a long ticket is built piece by piece, from its first, and is whole from then on', () => {
  const pace = new FillPace();
  const long: PlacedPlace = {
    kind: 'tile',
    key: 'a',
    tile: TILE,
    parts: [0, 1, 2].map((part) => ({ page: 0, cell: part, part, range })),
  };
  const page = [long, at('b')];
  pace.coming([at('c')], 0, GRID, 0);
  pace.drawn(40);
  pace.painted();
  const drawn: number[][] = [];
  for (let frame = 1; frame <= 5; frame += 1) {
    const coming = pace.coming(page, 0, GRID, frame * 100);
    drawn.push([coming.get('a') ?? 3, coming.get('b') ?? 1]);
    pace.drawn(frame * 100 + 40);
    pace.painted();
  }
  expect(drawn).toEqual([
    [1, 0],
    [2, 0],
    [3, 0],
    [3, 1],
    [3, 1],
  ]);
});
