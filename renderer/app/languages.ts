import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { z } from 'zod';
import { LanguageBook } from '../../shared/lib/words/LanguageBook.ts';
import { LanguageFile } from '../../shared/lib/words/languageFile.ts';
import { LanguageList } from '../../shared/protocol/languages.ts';
import { askService } from './askService.ts';

/**
 * The languages this page may speak. English and Spanish are in its bundle; others come from its service, when it asks for one, and the last
 * of them stays in the browser: a page that is loaded while its service is busy speaks it from the first word on.
 */
export const book = new LanguageBook();

const KEPT = 'heard.language';
const listeners = new Set<() => void>();
const asked = new Set<string>();
let list: LanguageList = {
  languages: book.all().map(({ code, name }) => ({
    language: code,
    name,
    isOwn: false,
    isInBundle: true,
    missing: 0,
  })),
  refused: [],
};
/** Counts up whenever words or the list have changed. */
let version = 0;

/** React escapes by itself. Words are in the bundle, so this is done when it returns. */
void i18next.use(initReactI18next).init({
  resources: Object.fromEntries(book.all().map(({ code, words }) => [code, { translation: words }])),
  lng: 'en',
  fallbackLng: 'en',
  interpolation: { escapeValue: false },
});

export function onLanguages(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
export const languagesVersion = (): number => version;
export const languageList = (): LanguageList => list;

/** All of a language: from now on it can be spoken. */
export function addLanguage(file: LanguageFile): void {
  const { code, words } = book.add(file);
  i18next.addResourceBundle(code, 'translation', words, true, true);
  tell();
}

/** What the service of this page speaks, asked anew: a file may have come. */
export async function askForLanguages(): Promise<void> {
  const said = await askService('/api/languages', LanguageList);
  // The service is away: what is at hand is spoken.
  if (said === null) return;
  list = said;
  // One of the bundle that the house has mended is fetched like any other.
  for (const { language, isInBundle } of list.languages)
    if (!isInBundle && book.has(language)) askForLanguage(language);
  tell();
}

/** Fetches it once; it is spoken when it is there. */
export function askForLanguage(code: string): void {
  if (asked.has(code)) return;
  asked.add(code);
  void askService(`/api/languages/${encodeURIComponent(code)}`, LanguageFile).then((file) => {
    if (file === null) {
      asked.delete(code);
      return;
    }
    addLanguage(file);
    keep(file);
  });
}

/** The one this browser spoke last, before anything has been fetched. */
export function recallLanguage(): void {
  const text = localStorage.getItem(KEPT);
  if (text === null) return;
  const file = z
    .string()
    .transform((kept, context) => {
      try {
        return JSON.parse(kept);
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' });
        return z.NEVER;
      }
    })
    .pipe(LanguageFile)
    .safeParse(text);
  if (file.success) addLanguage(file.data);
  else localStorage.removeItem(KEPT);
}

function keep(file: LanguageFile): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify(file));
  } catch {
    // A browser that keeps nothing fetches it again.
    return;
  }
}

function tell(): void {
  version += 1;
  for (const listener of [...listeners]) listener();
}
