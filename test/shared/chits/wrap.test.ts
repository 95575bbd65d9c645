import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BOLD, type ChitLine, DOUBLE, NORMAL, run, TALL_MARK } from '../../../shared/chits/chitLines.ts';
import { charColumns, columnsOf, paragraphs, plain } from '../../../shared/chits/columns.ts';
import { BROKEN, bar, ends, held, sum, wrap } from '../../../shared/chits/wrap.ts';

const texts = (lines: readonly ChitLine[]) =>
  lines.map((line) => (line.kind === 'text' ? line.runs.map(({ text }) => text).join('') : line.kind));
const widths = (lines: readonly ChitLine[]) =>
  lines.map((line) => (line.kind === 'text' ? sum(line.runs) : 0));

describe('wrap', () => {
  test('lays words in lines that hang beneath what stands before the first', () => {
    const lines = wrap([run('no shared fryer oil, no flour dusting')], {
      columns: 20,
      before: [run('  » ', BOLD)],
    });
    expect(texts(lines)).toEqual(['  » no shared fryer', '    oil, no flour', '    dusting']);
  });

  test('breaks a word longer than the line with a mark, and loses no letter', () => {
    const word = 'Rindfleischetikettierungsüberwachung';
    const lines = wrap([run(word)], { columns: 12, before: [run('  ')] });
    expect(widths(lines).every((width) => width <= 12)).toBe(true);
    const all = texts(lines).map((line) => line.trimStart());
    expect(all.slice(0, -1).every((line) => line.endsWith(BROKEN))).toBe(true);
    expect(all.join('').replaceAll(BROKEN, '')).toBe(word);
  });

  test('never tears a letter from its accent', () => {
    const lines = wrap([run('x̂'.repeat(9))], { columns: 4 });
    expect(texts(lines)).toEqual(['x̂x̂x̂¬', 'x̂x̂x̂¬', 'x̂x̂x̂']);
  });

  test('counts a double letter twice and a square one twice', () => {
    expect(texts(wrap([run('SESAME S2', DOUBLE)], { columns: 16 }))).toEqual(['SESAME', 'S2']);
    expect(texts(wrap([run('和牛サーロイン')], { columns: 8 }))).toEqual(['和牛サー', 'ロイン']);
  });

  test('keeps few words together, and parts more', () => {
    expect(texts(wrap([run(`HEARD FISH ${held('seat ?')}`)], { columns: 15 }))).toEqual([
      'HEARD FISH',
      'seat ?',
    ]);
    expect(held('S1 S3 S5 S7 S9 S11')).toBe('S1 S3 S5 S7 S9 S11');
  });

  test('a space between two labels has the looks of neither', () => {
    const [line] = wrap([run('RUSH', TALL_MARK), run(' '), run('VIP', TALL_MARK)], { columns: 32 });
    expect(line).toMatchObject({
      runs: [{ text: 'RUSH' }, { text: ' ', isInverse: false }, { text: 'VIP' }],
    });
  });
});

test('whatever comes, no line is wider than the paper and no letter is lost', () => {
  const words = fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 12 });
  fc.assert(
    fc.property(words, fc.constantFrom(32, 48), fc.constantFrom(NORMAL, DOUBLE), (some, columns, style) => {
      const text = plain(some.join(' '));
      const lines = wrap([run(text, style)], { columns, before: [run('    ')] });
      expect(Math.max(...widths(lines))).toBeLessThanOrEqual(columns);
      const squeezed = (all: string) => all.replaceAll(BROKEN, '').replaceAll(/\s/gu, '');
      expect(squeezed(texts(lines).join(''))).toBe(squeezed(text));
    }),
    { numRuns: 300 },
  );
});

describe('bar and ends', () => {
  test('a bar is black from edge to edge on every line it needs', () => {
    const lines = bar('ALLERGY · Donaudampfschifffahrtsterrasse', TALL_MARK, 32);
    expect(widths(lines)).toEqual([32, 32]);
    for (const line of lines) expect(line).toMatchObject({ runs: [{ isInverse: true }] });
  });

  test('two ends stand under each other where they do not fit', () => {
    expect(texts(ends([run('12')], [run('#7')], 10))).toEqual(['12      #7']);
    expect(texts(ends([run('Terrace')], [run('#2108')], 10))).toEqual(['Terrace', '#2108']);
  });
});

describe('columns', () => {
  test('accents take none, pictures and square letters two', () => {
    expect([...'añ和🌶ก'].map(charColumns)).toEqual([1, 1, 2, 2, 1]);
    expect(columnsOf('e\u0301')).toBe(1);
    expect(columnsOf(plain('e\u0301'))).toBe(1);
  });

  test('an order to the printer in a note is not printed as one', () => {
    expect(plain('\u001b@Soup\u001d\u0056\u0000 \u202E\u200B\u009b31m')).toBe('@SoupV 31m');
    expect(paragraphs(' one\r\n\r\ntwo\tthree\u2028four ')).toEqual(['one', 'two three', 'four']);
  });

  test('styles are kept through a break', () => {
    const [first] = wrap([run('NO', BOLD), run(' '), run('butter', NORMAL)], { columns: 32 });
    expect(first).toMatchObject({
      runs: [
        { text: 'NO', isBold: true },
        { text: ' butter', isBold: false },
      ],
    });
  });
});
