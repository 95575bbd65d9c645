import { expect, test } from 'vitest';
import { BoardModel } from '../../../renderer/screens/board/BoardModel.ts';
import { stationBlocks } from '../../../renderer/screens/board/blocks.ts';
import { boardGrid } from '../../../renderer/screens/board/boardGrid.ts';
import { UrgentBook } from '../../../renderer/screens/board/footer/UrgentBook.ts';
import { aBand, aBoard, aLine, aTile, FIXTURE_NOW } from '../../support/boardFixtures.ts';
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
