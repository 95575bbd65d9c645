import { expect, test } from 'vitest';
import { byDoneness, dishRows } from '../../../renderer/screens/board/sheet/dishRows.ts';
import { aLine, aTile, mod } from '../../support/boardFixtures.ts';

const ribeye = (quantity: number, option: string | null, over = {}) =>
  aLine(quantity, 'Ribeye', {
    modifiers: [mod('no', 'butter'), ...(option === null ? [] : [mod('option', option)])],
    ...over,
  });

const tiles = [
  aTile({ title: '7', firedMinutesAgo: 9, lines: [ribeye(2, 'rare', { ready: 1 }), aLine(1, 'Cod')] }),
  aTile({
    title: '3',
    firedMinutesAgo: 4,
    lines: [ribeye(3, 'medium'), ribeye(1, 'rare', { state: 'void' })],
  }),
  aTile({ title: '5', firedMinutesAgo: 1, lines: [ribeye(1, null), ribeye(1, 'rare', { state: 'held' })] }),
];

test('a dish lists its lines in the order of their tickets, without voids and held food', () => {
  expect(dishRows(tiles, 'Ribeye').map(({ tile, line }) => [tile.title, line.quantity])).toEqual([
    ['7', 2],
    ['3', 3],
    ['5', 1],
  ]);
});

test('by doneness, what is ready left out; a dish without options has none', () => {
  expect(byDoneness(dishRows(tiles, 'Ribeye'))).toEqual([
    { option: 'medium', left: 3 },
    { option: 'rare', left: 1 },
    { option: null, left: 1 },
  ]);
  expect(byDoneness(dishRows(tiles, 'Cod'))).toEqual([]);
});
