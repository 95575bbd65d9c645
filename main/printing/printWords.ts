import i18next from 'i18next';
import type { ChitSpeech } from '../../shared/chits/speech.ts';
import { en } from '../../shared/lib/words/en.ts';
import { es } from '../../shared/lib/words/es.ts';

export type PrintLanguage = 'en' | 'es';

/** Words are in the program, so this is done when it returns. Paper has no markup to be escaped for. */
const words = i18next.createInstance();
void words.init({
  resources: { en: { translation: en }, es: { translation: es } },
  lng: 'en',
  fallbackLng: 'en',
  interpolation: { escapeValue: false },
});

/** How a printer of this language speaks, by the house's clock. */
export function printSpeech(language: PrintLanguage, timeZone: string): ChitSpeech {
  const t = words.getFixedT(language);
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
  return {
    t: (key, values) => t(key, values ?? {}),
    has: (key) => words.exists(key, { lng: language, fallbackLng: [] }),
    language,
    time: (at) => clock.format(at),
  };
}
