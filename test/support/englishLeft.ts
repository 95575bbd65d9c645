import { readLanguages } from '../../main/languages/readLanguages.ts';
import { flatWords } from '../../shared/lib/words/checkWords.ts';
import { en } from '../../shared/lib/words/en.ts';

const PLACE = /\{\{\w+\}\}/gu;
/** `S{{seat}}` and `{{name}} is {{state}}` would fit half of what guests say. */
const hasWord = (words: string) => /\p{L}{3}/u.test(words.replaceAll(PLACE, ''));

/** Texts as they stand and patterns of those with places to fill, made once: a glass has hundreds of texts, and we have thousands. */
interface OurWords {
  readonly texts: ReadonlySet<string>;
  readonly patterns: readonly RegExp[];
}

function oneOf(words: readonly string[]): OurWords {
  const filled = words.filter((text) => text.split(PLACE).length > 1);
  return { texts: new Set(words), patterns: filled.map(patternOf) };
}

const isOneOf = ({ texts, patterns }: OurWords, text: string) =>
  texts.has(text) || patterns.some((pattern) => pattern.test(text));

function patternOf(words: string): RegExp {
  const parts = words.split(PLACE).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`, 'u');
}

/** Set-up has words of its own, and screens with names that look like them. */
const { setup: _ofSetUp, ...board } = en;
/** A sample shows a dish as a menu would name it. */
const isSample = (key: string) => /(^|\.)sample/u.test(key);
const english = oneOf(
  [...flatWords(board)].flatMap(([key, words]) => (isSample(key) || !hasWord(words) ? [] : [words])),
);
const { book } = readLanguages(null);
const known = new Map<string, OurWords>();

function wordsIn(language: string): OurWords {
  const before = known.get(language);
  if (before) return before;
  const words = [...flatWords(book.of(language).words).values()];
  const made = oneOf(words.filter((one) => hasWord(one) || !one.includes('{{')));
  known.set(language, made);
  return made;
}

/** Those of these texts that are our English and cannot be our Spanish (or another language's). Names of dishes and people are nobody's words. */
export function englishLeft(shown: readonly string[], language = 'es'): string[] {
  const own = wordsIn(language);
  return shown.filter((text) => !isOneOf(own, text) && isOneOf(english, text));
}
