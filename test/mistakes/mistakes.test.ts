import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MISTAKES } from './mistakes.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

it.each(MISTAKES.map((mistake) => [`${mistake.n}, ${mistake.what}`, mistake] as const))(
  'mistake %s: the place it would be made, and its test, are where the table says',
  (_name, { edits, test }) => {
    for (const { file, find } of edits) expect(read(file).split(find).length - 1, `${file}: ${find}`).toBe(1);
    expect(read(test.file)).toContain(test.name ?? '');
  },
);

it('all fourteen have one', () => {
  const numbers = new Set(MISTAKES.map(({ n }) => n));
  expect(Array.from({ length: 14 }, (_, at) => at + 1).filter((n) => !numbers.has(n))).toEqual([]);
});
