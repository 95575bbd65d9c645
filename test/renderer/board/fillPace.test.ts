import { expect, test } from 'vitest';
import type { PlacedPlace } from '../../../renderer/screens/board/boardLayout.ts';
import { FillPace } from '../../../renderer/screens/board/FillPace.ts';
import { aTile } from '../../support/boardFixtures.ts';

const TILE = aTile({ title: '12', firedMinutesAgo: 1, lines: [] });
const range = { from: 0, to: 1 };
const at = (key: string, page = 0): PlacedPlace => ({
  kind: 'tile',
  key,
  tile: TILE,
  parts: [{ page, cell: 0, part: 0, range }],
});
const keys = (coming: ReadonlySet<string>) => [...coming];

test('of a page of new tiles three begin a frame, the others within the next frames, each once', () => {
  const pace = new FillPace();
  const page = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((key) => at(key));
  expect(keys(pace.coming(page, 0, 0))).toEqual(['d', 'e', 'f', 'g']);
  // Measured and laid out again within the same frame: no more of them.
  expect(keys(pace.coming(page, 0, 5))).toEqual(['d', 'e', 'f', 'g']);
  expect(keys(pace.coming(page, 0, 16))).toEqual(['g']);
  expect(keys(pace.coming(page, 0, 32))).toEqual([]);
});

test('laid out again by what was measured, no more of them begin, however long that took', () => {
  const pace = new FillPace();
  const page = ['a', 'b', 'c', 'd', 'e'].map((key) => at(key));
  expect(keys(pace.coming(page, 0, 0))).toEqual(['d', 'e']);
  pace.drawn(120);
  expect(keys(pace.coming(page, 0, 120, true))).toEqual(['d', 'e']);
  expect(keys(pace.coming(page, 0, 136))).toEqual(['e']);
});

test('what stands goes on standing whatever comes, and one new ticket in a quiet house is there at once', () => {
  const pace = new FillPace();
  const page = ['a', 'b', 'c'].map((key) => at(key));
  pace.coming(page, 0, 0);
  const more = [...page, at('d')];
  expect(keys(pace.coming(more, 0, 5))).toEqual(['d']);
  expect(keys(pace.coming(more, 0, 20))).toEqual([]);
  expect(keys(pace.coming([...more, at('e')], 0, 500))).toEqual([]);
});

test('another page is another glass: its tiles come as new ones', () => {
  const pace = new FillPace();
  const both = [at('a'), at('b', 1), at('c', 1), at('d', 1), at('e', 1)];
  expect(keys(pace.coming(both, 0, 0))).toEqual([]);
  expect(keys(pace.coming(both, 1, 1_000))).toEqual(['e']);
});

test('where a tile takes longer than a frame they come one by one, and three again once it is quick', () => {
  const pace = new FillPace();
  const page = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((key) => at(key));
  pace.coming(page, 0, 0);
  pace.drawn(120);
  expect(keys(pace.coming(page, 0, 136))).toEqual(['e', 'f', 'g', 'h', 'i']);
  pace.drawn(140);
  expect(keys(pace.coming(page, 0, 160))).toEqual(['h', 'i']);
});
