import { expect, test } from 'vitest';
import { languageOf } from '../../../renderer/app/ownSettings.ts';

test('the address goes before what was chosen at this screen, and that before the house', () => {
  expect(languageOf('', null, 'es')).toBe('es');
  expect(languageOf('', 'en', 'es')).toBe('en');
  expect(languageOf('?lang=es', 'en', 'en')).toBe('es');
  expect(languageOf('?lang=xx', null, 'en')).toBe('en');
});
