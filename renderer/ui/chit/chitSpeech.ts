import i18next from 'i18next';
import type { ChitSpeech } from '../../../shared/chits/speech.ts';
import { book } from '../../app/languages.ts';

/** Words in the printer's language, whatever the screen's. */
export function chitSpeech(code: string, timeZone: string): ChitSpeech {
  const { code: language, locale } = book.of(code);
  const say = i18next.getFixedT(language);
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone });
  return {
    t: (key, values) => say(key, values ?? {}),
    has: (key) => i18next.exists(key, { lng: language, fallbackLng: [] }),
    language,
    locale,
    time: (at) => clock.format(at),
  };
}
