import i18next from 'i18next';
import type { ChitSpeech } from '../../../shared/chits/speech.ts';

/** Words in the printer's language, whatever the screen's. */
export function chitSpeech(language: string, time: (at: number) => string): ChitSpeech {
  const say = i18next.getFixedT(language);
  return {
    t: (key, values) => say(key, values ?? {}),
    has: (key) => i18next.exists(key, { lng: language, fallbackLng: [] }),
    language,
    time,
  };
}
