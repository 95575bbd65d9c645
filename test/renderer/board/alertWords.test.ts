import { expect, test } from 'vitest';
import type { Speech } from '../../../renderer/app/words.ts';
import { alertWords } from '../../../renderer/screens/board/footer/alertWords.ts';
import { alertDishes } from '../../../shared/domain/model/alertDishes.ts';

const speech = (language: string): Speech => ({
  t: (key, values) => `${key} ${values?.where}: ${values?.dishes ?? values?.dish}`,
  has: () => false,
  language,
  locale: language,
  number: String,
  time: String,
  stationName: String,
});
const bass = { name: 'Sea bass', names: { es: 'Lubina', fr: 'Bar' } };
const chips = { name: 'Chips', names: null };

test("an alert names a dish as the screen's language does, and what the menu has no word for as the POS sent it", () => {
  const values = { where: '12', ...alertDishes('dishes', [bass, chips]) };
  const alert = { code: 'allergy_after_run:T1:a', message: 'as the hub put it', at: 0, values };
  expect(alertWords(alert, speech('es'))).toBe('alert.allergy_after_run 12: Lubina, Chips');
  expect(alertWords(alert, speech('fr-CA'))).toBe('alert.allergy_after_run 12: Bar, Chips');
  expect(alertWords(alert, speech('en'))).toBe('alert.allergy_after_run 12: Sea bass, Chips');
});

test('an alert of an older hub still says what it said', () => {
  const alert = {
    code: 'eighty_six:pos:1:12',
    message: 'm',
    at: 0,
    values: { where: '12', dish: 'Sea bass' },
  };
  expect(alertWords(alert, speech('es'))).toBe('alert.eighty_six 12: Sea bass');
});
