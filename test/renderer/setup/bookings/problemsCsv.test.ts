import { expect, it } from 'vitest';
import { readCsv } from '../../../../main/service/bookings/readCsv.ts';
import { problemsCsv } from '../../../../renderer/screens/setup/bookings/problemsCsv.ts';

it('is a file that comes back as it was, and runs no formula', async () => {
  const text = problemsCsv(
    ['Row', 'It says'],
    [
      ['2', 'a "b", c\nd'],
      ['3', '=HYPERLINK("x")'],
    ],
  );
  expect(text.startsWith('\uFEFF')).toBe(true);
  const rows = await readCsv(text.slice(1).replaceAll('\r\n', '\n'), ',');
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['Row', 'It says'],
    ['2', 'a "b", c\nd'],
    ['3', '\'=HYPERLINK("x")'],
  ]);
});
