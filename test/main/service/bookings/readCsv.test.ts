import iconv from 'iconv-lite';
import { describe, expect, it, test } from 'vitest';
import { decodeFile, encodingOf } from '../../../../main/service/bookings/decodeFile.ts';
import { readCsv, separatorOf } from '../../../../main/service/bookings/readCsv.ts';
import type { Separator } from '../../../../shared/protocol/bookingFiles.ts';

const rowsOf = (text: string, separator: Separator = ';') => readCsv(text, separator);

const TEXT = 'Nombre;Niños\r\nÁngela Muñoz;2\r\nFrançois;€1\r\n';

describe('what a file is written in', () => {
  test.each([
    ['utf-8', 'utf-8', false],
    ['utf-8', 'utf-8', true],
    ['utf-16le', 'utf-16le', true],
    ['utf-16le', 'utf-16le', false],
    ['utf-16be', 'utf-16be', true],
    ['utf-16be', 'utf-16be', false],
    ['windows-1252', 'windows-1252', false],
  ] as const)('%s is found out as %s (byte order mark: %s)', (written, found, addBOM) => {
    const bytes = iconv.encode(TEXT, written, { addBOM });
    expect(encodingOf(bytes)).toBe(found);
    expect(decodeFile(bytes, found)).toBe(TEXT.replaceAll('\r\n', '\n'));
  });

  it('is UTF-8 where it is plain ASCII, and old Macs end lines their own way', () => {
    expect(encodingOf(Buffer.from('a;b'))).toBe('utf-8');
    expect(decodeFile(Buffer.from('a\rb'), 'utf-8')).toBe('a\nb');
  });
});

describe('what stands between columns', () => {
  test.each<[Separator]>([[','], [';'], ['\t'], ['|']])('%j', (separator) => {
    const row = (cells: string[]) => cells.map((cell) => `"${cell}"`).join(separator);
    const text = [
      ['Name', 'Note'],
      ['Ruiz, Ana', 'a; b | c'],
      ['Li, Bo', 'two\nlines, here'],
    ]
      .map(row)
      .join('\n');
    expect(separatorOf(text)).toBe(separator);
  });

  it('is not taken from commas within the cells', () => {
    expect(separatorOf('Name;Note\nRuiz, Ana;a, b, c\nLi, Bo;d\n')).toBe(';');
  });
});

describe('rows', () => {
  it('have quotes, quotes in quotes and lines within cells, and are counted with the blank ones', async () => {
    expect(await rowsOf('a;"b ""x"" c";"two\nlines; here"\n\n;;\nd;e;f')).toEqual([
      { row: 1, cells: ['a', 'b "x" c', 'two\nlines; here'] },
      { row: 4, cells: ['d', 'e', 'f'] },
    ]);
  });

  it('may be longer and shorter than the first, and have a stray quotation mark', async () => {
    expect((await rowsOf('a;b\nc\nd;e;f\n6" plate;x')).map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['c'],
      ['d', 'e', 'f'],
      ['6" plate', 'x'],
    ]);
  });

  it('lose only the line whose quotation mark nothing closes', async () => {
    const rows = await rowsOf('a;b;c\n"Ana;2;x\nBo;3;"y"\nCy;4;z\n');
    expect(rows).toEqual([
      { row: 1, cells: ['a', 'b', 'c'] },
      { row: 2, cells: null },
      { row: 3, cells: ['Bo', '3', 'y'] },
      { row: 4, cells: ['Cy', '4', 'z'] },
    ]);
    const atTheEnd = await rowsOf(`a;b\n"open;1\n${'line;2\n'.repeat(9_000)}`);
    expect(atTheEnd).toHaveLength(9_002);
    expect(atTheEnd.filter(({ cells }) => cells === null)).toEqual([{ row: 2, cells: null }]);
  });
});
