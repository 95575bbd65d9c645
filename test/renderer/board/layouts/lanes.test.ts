import { describe, expect, test } from 'vitest';
import { type BoardGrid, boardGrid } from '../../../../renderer/screens/board/boardGrid.ts';
import { LaneBook } from '../../../../renderer/screens/board/layouts/LaneBook.ts';
import { cellIn, lanesOf, placeIn } from '../../../../renderer/screens/board/layouts/lanes.ts';
import { aCourse, aLine, aTile } from '../../../support/boardFixtures.ts';

/** Five by two. */
const grid: BoardGrid = { ...boardGrid(1920, 962, 4.034, 1), layout: 'courses' };
const course = (number: number) => ({ key: `#${number}`, number, name: null });
/** `tickets` of each course. */
const widths = (tickets: readonly number[], columns: number) =>
  lanesOf(
    tickets.map((_, at) => course(at + 1)),
    columns,
    (key) => tickets[Number(key.slice(1)) - 1] ?? 0,
  ).map((lane) => lane.columns);
const evenly = () => 1;

const tile = (title: string, number: number, name: string | null, isReady = false) =>
  aTile(
    {
      title,
      firedMinutesAgo: 3,
      lines: [aLine(1, 'Sea bass', { course: number, state: isReady ? 'ready' : 'fired' })],
      courses: name === null ? [] : [aCourse(number, name, 'fired', null, true)],
    },
    { externalId: `t${title}` },
  );
const headings = (book: LaneBook, tiles: readonly ReturnType<typeof tile>[], isQuiet = true) =>
  book.update(tiles, grid, isQuiet).map((lane) => lane.course?.name ?? lane.course?.key);

describe('columns of courses', () => {
  test('are even, and what is left over is theirs who have most tickets', () => {
    expect(widths([9], 5)).toEqual([5]);
    expect(widths([3, 8], 5)).toEqual([2, 3]);
    expect(widths([3, 8, 5], 5)).toEqual([1, 2, 2]);
    expect(widths([1, 1, 1], 4)).toEqual([2, 1, 1]);
  });
  test('of more courses than columns the last takes what follows, and says so', () => {
    const lanes = lanesOf([1, 2, 3, 4, 5].map(course), 3, evenly);
    expect(lanes).toHaveLength(3);
    expect(lanes.map((lane) => lane.course?.isAndLater)).toEqual([false, false, true]);
  });
  test('a cell is the lane’s own and nobody else’s', () => {
    for (const layout of ['courses', 'list'] as const) {
      const lanes =
        layout === 'list'
          ? [{ column: 0, columns: 5, course: null }]
          : lanesOf([1, 2].map(course), 5, evenly);
      const cells = lanes.flatMap((lane) =>
        Array.from({ length: lane.columns * grid.rows }, (_, at) => {
          const cell = cellIn(lane, { ...grid, layout }, at);
          expect(placeIn(lane, { ...grid, layout }, cell)).toBe(at);
          expect(lanes.filter((one) => placeIn(one, { ...grid, layout }, cell) !== null)).toEqual([lane]);
          return cell;
        }),
      );
      expect(cells.sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }
  });
});

describe('which courses have a column', () => {
  test('those with food here, by name: mains are the first course of one table and the second of another', () => {
    expect(
      headings(new LaneBook(), [tile('1', 2, 'Mains'), tile('2', 1, 'Starters'), tile('3', 1, 'MAINS')]),
    ).toEqual(['Starters', 'Mains']);
  });
  test('a course keeps its column while the board has food, and loses it when the board runs empty', () => {
    const book = new LaneBook();
    headings(book, [tile('1', 1, 'Starters'), tile('2', 2, 'Mains')]);
    expect(headings(book, [tile('2', 2, 'Mains')])).toEqual(['Starters', 'Mains']);
    headings(book, []);
    expect(headings(book, [tile('2', 2, 'Mains')])).toEqual(['Mains']);
  });
  test('no column comes while the cook is at work, and the ticket stands in the last meanwhile', () => {
    const book = new LaneBook();
    const tiles = [tile('1', 1, 'Starters'), tile('2', 2, 'Mains')];
    headings(book, tiles);
    const dessert = tile('3', 3, 'Dessert');
    expect(headings(book, [...tiles, dessert], false)).toEqual(['Starters', 'Mains']);
    expect(book.laneOf(`t:t3/grill`)).toBe(1);
    expect(headings(book, [...tiles, dessert])).toEqual(['Starters', 'Mains', 'Dessert']);
    expect(book.laneOf(`t:t3/grill`)).toBe(2);
  });
  test('nor does a ticket change its column under a hand', () => {
    const book = new LaneBook();
    headings(book, [tile('1', 1, 'Starters'), tile('2', 2, 'Mains')]);
    const onward = [tile('1', 2, 'Mains'), tile('2', 2, 'Mains')];
    book.update(onward, grid, false);
    expect(book.laneOf('t:t1/grill')).toBe(0);
    book.update(onward, grid, true);
    expect(book.laneOf('t:t1/grill')).toBe(1);
  });
  test('a ticket with two courses stands under the first of which something is still to be made', () => {
    const both = aTile({
      title: '1',
      firedMinutesAgo: 3,
      lines: [aLine(1, 'Soup', { course: 1, state: 'ready' }), aLine(1, 'Bass', { course: 2 })],
    });
    const book = new LaneBook();
    book.update([both, tile('2', 1, null)], grid, true);
    expect(book.laneOf(`${both.ticketId}/grill`)).toBe(1);
  });
});
