import { expect, test } from 'vitest';
import { languagesWanted } from '../../../renderer/app/ownSettings.ts';

test('the address goes before what was chosen at this screen, and that before the house', () => {
  expect(languagesWanted('', null, 'es')).toEqual([null, null, 'es']);
  expect(languagesWanted('?lang=fr', 'en', 'es')).toEqual(['fr', 'en', 'es']);
  expect(languagesWanted('?lang=en-US', null, 'en')).toEqual(['en-US', null, 'en']);
  expect(languagesWanted('?lang=../x', null, 'en')).toEqual([null, null, 'en']);
});
