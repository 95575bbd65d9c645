import i18next from 'i18next';
import { createContext, useContext } from 'react';
import { initReactI18next } from 'react-i18next';
import { en } from '../../shared/lib/words/en.ts';
import { es } from '../../shared/lib/words/es.ts';

/** React escapes by itself. Words are in the bundle, so this is done when it returns. */
void i18next.use(initReactI18next).init({
  resources: { en: { translation: en }, es: { translation: es } },
  lng: 'en',
  fallbackLng: 'en',
  interpolation: { escapeValue: false },
});

export type Translate = (key: string, values?: Record<string, string | number>) => string;

/** What a tile needs to say anything: words, the language of dishes, the house's clock. */
export interface Speech {
  readonly t: Translate;
  /** True when the language has a word under this key: codes from outside may be new. */
  readonly has: (key: string) => boolean;
  readonly language: string;
  /** `19:31` in the venue's time zone. */
  readonly time: (at: number) => string;
  readonly stationName: (id: string) => string;
}

const SpeechContext = createContext<Speech | null>(null);
export const SpeechProvider = SpeechContext.Provider;

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error('words are asked for outside of a screen');
  return speech;
}

/** The menu's own word for a dish in this language, else as the POS sent it. */
export function dishName(
  dish: { readonly name: string; readonly names: Readonly<Record<string, string>> | null },
  language: string,
): string {
  return dish.names?.[language] ?? dish.name;
}

/** Words for a code from outside, else the code itself: unknown values are kept and shown. */
export function wordFor(speech: Speech, area: string, code: string): string {
  const key = `${area}.${code}`;
  return speech.has(key) ? speech.t(key) : code.replaceAll('_', ' ');
}
