import { type Alert, alertKind } from '../../../../shared/domain/model/state.ts';
import type { Speech } from '../../../app/words.ts';
import { allergenWord } from '../tile/allergyWords.ts';

/** In the screen's language where the kind is known here, else as the hub put it. */
export function alertWords(alert: Alert, speech: Speech): string {
  const values: Record<string, string> = { ...alert.values, defaultValue: alert.message };
  const { allergen } = values;
  if (allergen !== undefined)
    values.allergen = allergen
      .split(', ')
      .map((one) => allergenWord(speech, one))
      .join(', ');
  return speech.t(`alert.${alertKind(alert.code)}`, values);
}
