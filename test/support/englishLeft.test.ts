import { expect, test } from 'vitest';
import { englishLeft } from './englishLeft.ts';

test('finds our English, filled in or not, and leaves names and Spanish alone', () => {
  expect(englishLeft(['BUMP 12', 'SACAR 12', 'Sea bass', 'VIP', '12', 'HEARD?', 'LISTO'])).toEqual([
    'BUMP 12',
    'HEARD?',
  ]);
});
