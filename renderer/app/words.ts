import { createContext, useContext } from 'react';
import { baseOf } from '../../shared/lib/words/languageFile.ts';

export type Translate = (key: string, values?: Record<string, string | number>) => string;

/** What a tile needs to say anything: words, the language of dishes, the house's clock. */
export interface Speech {
  readonly t: Translate;
  /** True when the language has a word under this key: codes from outside may be new. */
  readonly has: (key: string) => boolean;
  readonly language: string;
  /** For times, numbers and the order of names. */
  readonly locale: string;
  /** `0,75` where commas stand for points. `digits`: behind the point, always. */
  readonly number: (value: number, digits?: number) => string;
  /** `19:31`, or `7:31 PM` where the language says so, in the venue's time zone. */
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

/** The menu's own word for a dish in this language (or in that it is a variety of), else as the POS sent it. */
export function dishName(
  dish: { readonly name: string; readonly names: Readonly<Record<string, string>> | null },
  language: string,
): string {
  return dish.names?.[language] ?? dish.names?.[baseOf(language) ?? language] ?? dish.name;
}

/** Words for a code from outside, else the code itself: unknown values are kept and shown. */
export function wordFor(speech: Speech, area: string, code: string): string {
  const key = `${area}.${code}`;
  return speech.has(key) ? speech.t(key) : code.replaceAll('_', ' ');
}
