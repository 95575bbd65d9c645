import i18next, { type i18n } from 'i18next';
import type { ChitSpeech } from '../../shared/chits/speech.ts';
import type { LanguageBook } from '../../shared/lib/words/LanguageBook.ts';
import { speakers } from '../languages/spoken.ts';

const speaking = new WeakMap<LanguageBook, i18n>();

/** Words are at hand, so this is done when it returns. Paper has no markup to be escaped for. */
function wordsIn(book: LanguageBook): i18n {
  const known = speaking.get(book);
  if (known) return known;
  const words = i18next.createInstance();
  void words.init({
    resources: Object.fromEntries(book.all().map(({ code, words: translation }) => [code, { translation }])),
    lng: 'en',
    fallbackLng: 'en',
    interpolation: { escapeValue: false },
  });
  speaking.set(book, words);
  return words;
}

/** How a printer of this language speaks, by the house's clock. One whose file is gone speaks English. */
export function printSpeech(code: string, timeZone: string): ChitSpeech {
  const book = speakers();
  const { code: language, locale } = book.of(code);
  const words = wordsIn(book);
  const t = words.getFixedT(language);
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone });
  return {
    t: (key, values) => t(key, values ?? {}),
    has: (key) => words.exists(key, { lng: language, fallbackLng: [] }),
    language,
    locale,
    time: (at) => clock.format(at),
  };
}
