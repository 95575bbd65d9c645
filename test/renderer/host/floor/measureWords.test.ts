import { expect, test } from 'vitest';
import { fitWords, type WordSizes } from '../../../../renderer/screens/host/floor/fitWords.ts';
import { widthWithFigures } from '../../../../renderer/screens/host/floor/measureWords.ts';

/** As the face has them at 16 px: a canvas gives each figure its own width, a page the same to all. */
const OWN: Readonly<Record<string, number>> = { '1': 6, '9': 9, '4': 9.5, '5': 9, ':': 4 };
const TABULAR = 10;
const canvas = (words: string) => [...words].reduce((sum, one) => sum + (OWN[one] ?? 8), 0);

test('figures are measured as wide as a page writes them, a 1 as wide as a 0', () => {
  expect(widthWithFigures('11', canvas, TABULAR)).toBe(20);
  expect(widthWithFigures('19:45', canvas, TABULAR)).toBe(44);
  expect(widthWithFigures('reserved 19:45', canvas, TABULAR)).toBe(72 + 44);
  expect(widthWithFigures('Mara', canvas, TABULAR)).toBe(32);
});

test('a word that only a canvas would find room for is said in its shorter form', () => {
  const sizes = (widthOf: WordSizes['widthOf']): WordSizes => ({
    widthOf,
    ...{ numberPx: 28, wordPx: 18, gapPx: 3, chipPx: 6, shapePx: 14, insetPx: 3 },
  });
  const facts = [
    { fact: 'number', forms: ['2'] },
    { fact: 'stage', forms: ['19:45', '19:45', '19:45', 'reserved 19:45'] },
  ] as const;
  // Between what a canvas says of the long form and what the page takes for it.
  const width = (canvas('reserved 19:45') + 116) / 2 + 6;
  const table = { x: 0, y: 0, width, height: 80, rotation: 0, shape: 'square' } as const;
  const said = (widthOf: WordSizes['widthOf']) =>
    fitWords(table, facts, sizes(widthOf))
      .lines.flat()
      .map(({ text }) => text);
  expect(said((text) => widthWithFigures(text, canvas, TABULAR))).toEqual(['2', '19:45']);
  expect(said(canvas)).toContain('reserved 19:45');
});
