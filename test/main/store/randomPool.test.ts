import { expect, test } from 'vitest';
import { randomOf } from '../../../main/store/randomPool.ts';

test('no bytes are given out twice, through several pools', () => {
  const taken = Array.from({ length: 3_000 }, () => randomOf(12).toString('hex'));
  expect(new Set(taken).size).toBe(taken.length);
  expect(taken.every((hex) => hex.length === 24)).toBe(true);
});

test('what was taken is the taker’s own', () => {
  const first = randomOf(12);
  const kept = first.toString('hex');
  for (let n = 0; n < 2_000; n += 1) randomOf(12).fill(7);
  expect(first.toString('hex')).toBe(kept);
});
