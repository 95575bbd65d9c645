import { valueIn } from '../../../../shared/domain/model/alertDishes.ts';
import { type Alert, alertKind } from '../../../../shared/domain/model/state.ts';
import { baseOf } from '../../../../shared/lib/words/languageFile.ts';
import type { Speech } from '../../../app/words.ts';
import { allergenWord } from '../tile/allergyWords.ts';

/** In the screen's language where the kind is known here, else as the hub put it. */
export function alertWords(alert: Alert, speech: Speech): string {
  const values: Record<string, string> = { ...inLanguage(alert, speech), defaultValue: alert.message };
  const { allergen } = values;
  if (allergen !== undefined)
    values.allergen = allergen
      .split(', ')
      .map((one) => allergenWord(speech, one))
      .join(', ');
  return speech.t(`alert.${alertKind(alert.code)}`, values);
}

/** A dish by its name in the screen's language, where the menu has one. */
function inLanguage({ values = {} }: Alert, { language }: Speech): Record<string, string> {
  const own = Object.entries(values).map(([key, said]) => [
    key,
    values[valueIn(key, language)] ?? values[valueIn(key, baseOf(language) ?? language)] ?? said,
  ]);
  return Object.fromEntries(own);
}
