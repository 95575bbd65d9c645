import { describe, expect, test } from 'vitest';
import { BoardModel } from '../../../renderer/screens/board/BoardModel.ts';
import { stationBlocks } from '../../../renderer/screens/board/blocks.ts';
import { boardGrid } from '../../../renderer/screens/board/boardGrid.ts';
import { UrgentBook } from '../../../renderer/screens/board/footer/UrgentBook.ts';
import { gridOf } from '../../../renderer/screens/board/layouts/gridOf.ts';
import { isOnGlass } from '../../../renderer/screens/board/onGlass.ts';
import type { LineView, TileView } from '../../../shared/domain/selectors/boardView.ts';
import { aBand, aBoard, aLine, aTile, FIXTURE_NOW, station } from '../../support/boardFixtures.ts';
import { TestClock } from './handClock.ts';

const tiles = (voided: boolean, late: boolean) =>
  Array.from({ length: 12 }, (_, index) =>
    aTile(
      {
        title: `${index}`,
        firedMinutesAgo: late && index === 11 ? 30 : 1,
        lines: [aLine(1, 'Ribeye', voided && index === 11 ? { state: 'void', isUnseen: true } : {})],
      },
      { externalId: `t${index}` },
    ),
  );

function picture(voided: boolean, late = false, page = 0) {
  const model = new BoardModel(aBoard(tiles(voided, late)), 1, new TestClock(), stationBlocks);
  model.setGrid(boardGrid(1920, 962, 4.034, 1), { largePx: 30, mediumPx: 24, bumpPx: 60 });
  model.goTo(page);
  return model.get();
}

test('a void off the page is told with its page, until it was on the glass', () => {
  const book = new UrgentBook();
  const [urgent] = book.update(picture(true), FIXTURE_NOW);
  expect(urgent).toMatchObject({ kind: 'void', title: '11', page: 1 });
});

test('LATE off the page is told, and nothing is on a calm board', () => {
  expect(new UrgentBook().update(picture(false, true), FIXTURE_NOW)).toMatchObject([{ kind: 'late' }]);
  expect(new UrgentBook().update(picture(false), FIXTURE_NOW)).toEqual([]);
});

test('what was seen once is not urgent again', () => {
  const book = new UrgentBook();
  expect(book.update(picture(false, true), FIXTURE_NOW)).toHaveLength(1);
  expect(book.update(picture(false, true, 1), FIXTURE_NOW)).toHaveLength(0);
  expect(book.update(picture(false, true), FIXTURE_NOW)).toHaveLength(0);
});

test('an allergy stands before everything else', () => {
  const model = new BoardModel(
    aBoard([
      ...tiles(true, false),
      aTile({
        title: '99',
        firedMinutesAgo: 1,
        lines: [aLine(1, 'Bass')],
        bands: [aBand(1, 'egg', { isOwed: true })],
      }),
    ]),
    1,
    new TestClock(),
    stationBlocks,
  );
  model.setGrid(boardGrid(1920, 962, 4.034, 1), { largePx: 30, mediumPx: 24, bumpPx: 60 });
  expect(new UrgentBook().update(model.get(), FIXTURE_NOW).map(({ kind }) => kind)).toEqual([
    'allergy',
    'void',
  ]);
});

const twelfth = (over: Partial<TileView>, line: Partial<LineView> = {}) =>
  Array.from({ length: 12 }, (_, index) =>
    aTile(
      { title: `${index}`, firedMinutesAgo: 1, lines: [aLine(1, 'Ribeye', index === 11 ? line : {})] },
      { externalId: `t${index}`, ...(index === 11 ? over : {}) },
    ),
  );

const KINDS: readonly (readonly [kind: string, tiles: readonly TileView[]])[] = [
  ['void', twelfth({}, { state: 'void', isUnseen: true })],
  ['change', twelfth({}, { isUnseen: true, changedAt: FIXTURE_NOW, was: { notes: null } })],
  ['allergy', twelfth({ bands: [aBand(1, 'egg', { isLate: true })] })],
  ['rush', twelfth({ rushAt: FIXTURE_NOW })],
  ['asked', twelfth({ askedAt: FIXTURE_NOW })],
  [
    'note',
    twelfth({
      notes: [{ id: 'n1', station: station('grill'), preset: null, words: 'slowly', sentAt: FIXTURE_NOW }],
    }),
  ],
  ['late', twelfth({ clock: { firedAt: 0, soonAt: 1, lateAt: 2, promisedAt: null } })],
];

describe.each(['tiles', 'list', 'courses'] as const)('in a board of %s', (layout) => {
  test.each(KINDS)(
    '%s on another page is told until it was on the glass, and one press goes there',
    (kind, all) => {
      const model = new BoardModel(aBoard(all), 1, new TestClock(), stationBlocks);
      // So small a glass has a second page in every layout.
      const grid = gridOf(layout, { widthPx: 1280, heightPx: 400 }, { pxPerMm: 4.034, distanceM: 1 });
      model.setGrid(grid, { largePx: 30, mediumPx: 24, bumpPx: 60 });
      const book = new UrgentBook();
      const [urgent] = book.update(model.get(), FIXTURE_NOW);
      expect(urgent).toMatchObject({ kind, title: '11' });
      expect(urgent?.page).toBeGreaterThan(0);
      model.goTo(urgent?.page ?? 0);
      expect(book.update(model.get(), FIXTURE_NOW)).toEqual([]);
      expect(
        model
          .get()
          .places.some(
            (place) =>
              place.kind === 'tile' && place.tile.title === '11' && isOnGlass(place.parts, model.get()),
          ),
      ).toBe(true);
      model.goTo(0);
      expect(book.update(model.get(), FIXTURE_NOW)).toEqual([]);
    },
  );
});
