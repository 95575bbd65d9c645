import { expect, test } from 'vitest';
import { newId } from '../../../main/hub/Hub.ts';

const COUNT = 20_000;

test('ids are safe in file names, each is another, and what is made later lies behind in the file', () => {
  const ids = Array.from({ length: COUNT }, newId);
  expect(new Set(ids).size).toBe(COUNT);
  expect(ids.every((id) => /^[\w-]{16}$/u.test(id))).toBe(true);
  const madeAt = ids.map((id) => Buffer.from(id, 'base64url').readUIntBE(0, 6));
  expect(madeAt).toEqual(madeAt.toSorted((a, b) => a - b));
});
