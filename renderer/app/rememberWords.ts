import type { Translate } from './words.ts';

/** A night's clocks and table numbers; then the memory is emptied, and refills with what the glass says now. */
const MOST = 2_000;

/** Making a sentence costs more than drawing it, and a tile drawn again says mostly what it said before. */
export function rememberWords(translate: Translate): Translate {
  const known = new Map<string, string>();
  return (key, values) => {
    const name = values === undefined ? key : `${key}\0${JSON.stringify(values)}`;
    const before = known.get(name);
    if (before !== undefined) return before;
    const words = translate(key, values);
    if (known.size >= MOST) known.clear();
    known.set(name, words);
    return words;
  };
}

/** Whether there is a word for a code from outside: asked for every tile that is drawn, and of few codes. */
export function rememberKeys(has: (key: string) => boolean): (key: string) => boolean {
  const known = new Map<string, boolean>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const is = has(key);
    if (known.size >= MOST) known.clear();
    known.set(key, is);
    return is;
  };
}
