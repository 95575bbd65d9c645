import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RejectionCode } from '../../../shared/domain/commands/outcome.ts';
import { ALLERGEN_CODES } from '../../../shared/domain/model/allergen.ts';
import { ConflictAnswer, Stage } from '../../../shared/domain/model/food.ts';
import { flatWords } from '../../../shared/lib/words/checkWords.ts';
import { en } from '../../../shared/lib/words/en.ts';
import { es } from '../../../shared/lib/words/es.ts';

const english = flatWords(en);
const spanish = flatWords(es);
const filled = (words: string) => (words.match(/\{\{\w+\}\}/gu) ?? []).sort();

describe('words', () => {
  test('English and Spanish have the same keys', () => {
    expect([...spanish.keys()].sort()).toEqual([...english.keys()].sort());
  });
  test('no word is empty, and both fill in the same values', () => {
    for (const [key, words] of english) {
      expect(words.trim(), key).not.toBe('');
      expect(spanish.get(key)?.trim(), key).not.toBe('');
      expect(filled(spanish.get(key) ?? ''), key).toEqual(filled(words));
    }
  });
  test('every refusal, allergen, answer and stage of the domain has words', () => {
    const wanted = [
      ...RejectionCode.options.map((code) => `rejection.${code}`),
      ...['unavailable', 'internal', 'unauthorized'].map((code) => `rejection.${code}`),
      ...[...ALLERGEN_CODES].map((code) => `allergen.${code}`),
      ...ConflictAnswer.options.map((answer) => `allergy.answer.${answer}`),
      ...Stage.options.map((stage) => `line.voidAt.${stage}`),
    ];
    expect(wanted.filter((key) => !english.has(key))).toEqual([]);
  });
  test('nothing on a screen is "safe", "complete" or "cancelled"', () => {
    expect([...english].filter(([, words]) => /\b(safe|complete|cancel)/iu.test(words))).toEqual([]);
  });
  test('every key the screens ask for exists', () => {
    const asked = sources(join(import.meta.dirname, '../../../renderer')).flatMap((text) =>
      [...text.matchAll(/\bt\('([a-zA-Z0-9_.]+)'/gu)].map((match) => match[1] ?? ''),
    );
    expect(asked.length).toBeGreaterThan(60);
    const missing = asked.filter((key) => !english.has(key) && !english.has(`${key}_one`));
    expect(missing).toEqual([]);
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}
