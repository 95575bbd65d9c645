import { readLanguages } from '../../main/languages/readLanguages.ts';
import { flatWords } from '../../shared/lib/words/checkWords.ts';
import { en } from '../../shared/lib/words/en.ts';

const PLACE = /\{\{\w+\}\}/gu;
/** `S{{seat}}` and `{{name}} is {{state}}` would fit half of what guests say. */
const hasWord = (words: string) => /\p{L}{3}/u.test(words.replaceAll(PLACE, ''));

function patternOf(words: string): RegExp {
  const parts = words.split(PLACE).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`, 'u');
}

/** Set-up has words of its own, and screens with names that look like them. */
const { setup: _ofSetUp, ...board } = en;
/** A sample shows a dish as a menu would name it. */
const isSample = (key: string) => /(^|\.)sample/u.test(key);
const english = [...flatWords(board)].flatMap(([key, words]) =>
  isSample(key) || !hasWord(words) ? [] : [words],
);
const { book } = readLanguages(null);
const patterns = new Map<string, readonly RegExp[]>();

function patternsIn(language: string): readonly RegExp[] {
  const known = patterns.get(language);
  if (known) return known;
  const words = [...flatWords(book.of(language).words).values()];
  const made = words.filter((one) => hasWord(one) || !one.includes('{{')).map(patternOf);
  patterns.set(language, made);
  return made;
}

/** Those of these texts that are our English and cannot be our Spanish (or another language's). Names of dishes and people are nobody's words. */
export function englishLeft(shown: readonly string[], language = 'es'): string[] {
  const own = patternsIn(language);
  const ours = shown.filter((text) => !own.some((pattern) => pattern.test(text)));
  return ours.filter((text) => english.some((words) => patternOf(words).test(text)));
}
