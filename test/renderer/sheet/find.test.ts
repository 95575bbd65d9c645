import { expect, test } from 'vitest';
import { isFound, nextLetters } from '../../../renderer/screens/board/sheet/find.ts';

const names = ['12', 'Terrace 108', 'T-41', 'Jardín 1'];

test('a table is found by the beginning of any word or number of its name', () => {
  expect(names.filter((name) => isFound(name, '1'))).toEqual(['12', 'Terrace 108', 'Jardín 1']);
  expect(names.filter((name) => isFound(name, 't'))).toEqual(['Terrace 108', 'T-41']);
  expect(names.filter((name) => isFound(name, 'jardi'))).toEqual(['Jardín 1']);
  expect(names.filter((name) => isFound(name, ''))).toEqual(names);
});

test('only keys that still lead somewhere are offered', () => {
  expect(nextLetters(names, '', 'en')).toEqual(['1', '4', 'j', 't']);
  expect(nextLetters(names, '1', 'en')).toEqual(['0', '2']);
  expect(nextLetters(names, '12', 'en')).toEqual([]);
});
