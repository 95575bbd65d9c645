import { en } from '../../shared/lib/words/en.ts';
import { es } from '../../shared/lib/words/es.ts';

interface Tree {
  readonly [key: string]: string | Tree;
}

function texts(tree: Tree): string[] {
  return Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : texts(value)));
}

const PLACE = /\{\{\w+\}\}/gu;
/** `S{{seat}}` would fit half the names there are. */
const hasWord = (words: string) => /\p{L}{2}/u.test(words.replaceAll(PLACE, ''));

function patternOf(words: string): RegExp {
  const parts = words.split(PLACE).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`, 'u');
}

/** Set-up has words of its own, and screens with names that look like them. */
const { setup: _ofSetUp, ...board } = en;
const spanish = texts(es)
  .filter((words) => hasWord(words) || !words.includes('{{'))
  .map(patternOf);
const english = texts(board).filter(hasWord);

/** Those of these texts that are our English and cannot be our Spanish. Names of dishes and people are nobody's words. */
export function englishLeft(shown: readonly string[]): string[] {
  const ours = shown.filter((text) => !spanish.some((pattern) => pattern.test(text)));
  return ours.filter((text) => english.some((words) => patternOf(words).test(text)));
}
