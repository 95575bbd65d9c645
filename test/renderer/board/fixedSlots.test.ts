import { describe, expect, test } from 'vitest';
import { fixedSlots, type Wanted } from '../../../renderer/screens/board/fixedSlots.ts';
import type { Cell } from '../../../renderer/screens/board/paginate.ts';

/** Stood at `page.cell`; `-` is new. */
const want = (stood: string, count = 1): Wanted => ({
  count,
  stood:
    stood === '-'
      ? null
      : stood.split(' ').map((at): Cell => {
          const [page, cell] = at.split('.').map(Number);
          return { page: page ?? 0, cell: cell ?? 0 };
        }),
});
const show = (cells: readonly Cell[][]) =>
  cells.map((own) => own.map(({ page, cell }) => `${page}.${cell}`).join(' '));
const quiet = (wanted: readonly Wanted[], perPage = 4) => show(fixedSlots(wanted, perPage, false));
const frozen = (wanted: readonly Wanted[], perPage = 4) => show(fixedSlots(wanted, perPage, true));

describe('fixed slots', () => {
  test('an empty glass fills in order, then the queue behind it', () => {
    expect(quiet([want('-'), want('-'), want('-'), want('-'), want('-'), want('-')])).toEqual([
      '0.0',
      '0.1',
      '0.2',
      '0.3',
      '1.0',
      '1.1',
    ]);
  });
  test('what stands keeps its cell whatever has gone before it or comes in front of it', () => {
    expect(quiet([want('-'), want('0.2'), want('0.3')])).toEqual(['0.0', '0.2', '0.3']);
  });
  test('a gap is filled with the next waiting ticket, and the queue closes up behind', () => {
    expect(quiet([want('0.0'), want('0.2'), want('0.3'), want('1.0'), want('1.1')])).toEqual([
      '0.0',
      '0.2',
      '0.3',
      '0.1',
      '1.0',
    ]);
  });
  test('not while the cook is at work: the page of the queue may be the one on the glass', () => {
    expect(frozen([want('0.0'), want('0.2'), want('0.3'), want('1.0'), want('-')])).toEqual([
      '0.0',
      '0.2',
      '0.3',
      '1.0',
      '1.1',
    ]);
  });
  test('where nobody waits a new ticket takes a gap at once', () => {
    expect(frozen([want('0.0'), want('0.3'), want('-')])).toEqual(['0.0', '0.3', '0.1']);
  });
  test('a long ticket takes cells side by side, else those there are', () => {
    expect(quiet([want('0.1'), want('-', 2)])).toEqual(['0.1', '0.2 0.3']);
    expect(quiet([want('0.1'), want('0.3'), want('-', 2)])).toEqual(['0.1', '0.3', '0.0 0.2']);
  });
  test('a long ticket without room is not overtaken', () => {
    expect(quiet([want('0.0'), want('0.1'), want('0.2'), want('-', 2), want('-')])).toEqual([
      '0.0',
      '0.1',
      '0.2',
      '1.0 1.1',
      '1.2',
    ]);
  });
  test('a ticket that grew keeps its cell and goes on in a free one, or behind', () => {
    expect(quiet([want('0.0', 2), want('0.1'), want('0.2')])).toEqual(['0.0 0.3', '0.1', '0.2']);
    expect(quiet([want('0.0', 2), want('0.1'), want('0.2'), want('0.3')])).toEqual([
      '0.0 1.0',
      '0.1',
      '0.2',
      '0.3',
    ]);
  });
  test('a ticket that shrank gives its last cell back', () => {
    expect(quiet([want('0.0 0.1'), want('0.2'), want('0.3'), want('1.0')])).toEqual([
      '0.0',
      '0.2',
      '0.3',
      '0.1',
    ]);
  });
  test('a ticket takes at most half the board', () => {
    expect(quiet([want('-', 5), want('-')])).toEqual(['0.0 0.1 1.0 1.1 2.0', '0.2']);
  });
  test('on a smaller glass who stood outside of it is new', () => {
    expect(quiet([want('0.5'), want('0.1')], 2)).toEqual(['0.0', '0.1']);
  });
  test('no cell is given twice', () => {
    const cells = quiet([
      want('0.3', 4),
      want('-', 2),
      want('0.0'),
      want('-'),
      want('1.1', 3),
      want('-'),
    ]).flatMap((own) => own.split(' '));
    expect(new Set(cells).size).toBe(cells.length);
  });
});
