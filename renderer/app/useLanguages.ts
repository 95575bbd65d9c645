import { useEffect, useSyncExternalStore } from 'react';
import type { LanguageList } from '../../shared/protocol/languages.ts';
import {
  askForLanguage,
  askForLanguages,
  book,
  languageList,
  languagesVersion,
  onLanguages,
} from './languages.ts';

/** What can be chosen here. Asked for when it is looked at. */
export function useLanguages(): LanguageList {
  useEffect(() => void askForLanguages(), []);
  return useSyncExternalStore(onLanguages, languageList);
}

/** A language's own name for itself; its code where nobody has it. */
export function languageName({ languages }: LanguageList, code: string): string {
  return languages.find(({ language }) => language === code)?.name ?? code;
}

/** The first of these whose words are at hand; those before it are fetched. The number changes with the words. */
export function useSpoken(wanted: readonly (string | null)[]): { code: string; version: number } {
  const version = useSyncExternalStore(onLanguages, languagesVersion);
  const codes = wanted.filter((code) => code !== null);
  const [first] = codes;
  useEffect(() => {
    if (first !== undefined && !book.has(first)) askForLanguage(first);
  }, [first]);
  return { code: codes.find((code) => book.has(code)) ?? 'en', version };
}
