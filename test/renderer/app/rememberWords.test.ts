import { expect, test } from 'vitest';
import { rememberWords } from '../../../renderer/app/rememberWords.ts';

test('a sentence is made once, and another value makes another', () => {
  const made: string[] = [];
  const t = rememberWords((key, values) => {
    const words = `${key} ${values?.count ?? ''}`;
    made.push(words);
    return words;
  });
  expect([t('a'), t('a'), t('a', { count: 1 }), t('a', { count: 2 }), t('a', { count: 1 })]).toEqual([
    'a ',
    'a ',
    'a 1',
    'a 2',
    'a 1',
  ]);
  expect(made).toEqual(['a ', 'a 1', 'a 2']);
});

test('a whole night of clocks does not fill the memory', () => {
  let made = 0;
  const t = rememberWords((key) => {
    made += 1;
    return key;
  });
  for (let at = 0; at < 10_000; at += 1) t('clock', { at });
  t('clock', { at: 0 });
  expect(made).toBe(10_001);
});
