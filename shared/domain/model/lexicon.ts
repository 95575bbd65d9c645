import { ALARM_WORDS, ALLERGEN_WORDS, GRAVE_WORDS, LOOK_ALIKES } from './lexiconWords.ts';
import { FRENCH_ALARMS, FRENCH_ALLERGENS, FRENCH_GRAVE, FRENCH_LOOK_ALIKES } from './lexiconWordsFrench.ts';

/** What free text says of allergens, by whole words. It knows no grammar on purpose: "no nuts" is a hit, and so is "nuts are fine". */
export interface Reading {
  /** Codes of the contract in the order of the text; `other` where the text says allergy and no word of the list says of what. */
  readonly allergens: readonly string[];
  /** `unknown` unless the text itself says more; nobody may guess downwards. */
  readonly severity: 'unknown' | 'allergy' | 'anaphylaxis';
  /** The sentences that say so, verbatim. */
  readonly words: string;
}

/** Of an allergy whose allergen has no code. */
export const OTHER_ALLERGEN = 'other';

type Meaning = { readonly allergens: readonly string[]; readonly alarm: 0 | 1 | 2 };

interface Entry {
  readonly words: readonly string[];
  readonly means: Meaning;
}

const NONE: readonly Entry[] = [];
/** Entries by their first word, longest first: the longest that fits is what is meant. */
const ENTRIES = new Map<string, readonly Entry[]>();

function learn(list: string, means: Meaning): void {
  for (const entry of list.split(', ')) {
    const words = entry.split(' ');
    const first = words[0] ?? '';
    const known = ENTRIES.get(first) ?? [];
    // What is learned later stands behind at equal length: a look-alike outweighs what it looks like.
    ENTRIES.set(
      first,
      [...known, { words, means }].sort((a, b) => b.words.length - a.words.length),
    );
  }
}

for (const words of [LOOK_ALIKES, FRENCH_LOOK_ALIKES]) learn(words, { allergens: [], alarm: 0 });
for (const words of [GRAVE_WORDS, FRENCH_GRAVE]) learn(words, { allergens: [], alarm: 2 });
for (const words of [ALARM_WORDS, FRENCH_ALARMS]) learn(words, { allergens: [], alarm: 1 });
for (const [allergens, words] of [...ALLERGEN_WORDS, ...FRENCH_ALLERGENS])
  learn(words, { allergens, alarm: 0 });

/** null: nothing in it may be an allergy. */
export function readAllergens(text: string): Reading | null {
  const sentences = text
    .split(/(?<=[.;!?\n])\s+|\n/u)
    .map((sentence) => ({ sentence, ...readSentence(sentence) }));
  const hits = sentences.filter(({ allergens, alarm }) => allergens.length > 0 || alarm > 0);
  if (hits.length === 0) return null;
  const named = [...new Set(hits.flatMap(({ allergens }) => allergens))];
  const alarm = Math.max(...hits.map((hit) => hit.alarm));
  return {
    allergens: named.length > 0 ? named : [OTHER_ALLERGEN],
    severity: alarm === 2 ? 'anaphylaxis' : alarm === 1 ? 'allergy' : 'unknown',
    words: hits.map(({ sentence }) => sentence.trim()).join(' '),
  };
}

function readSentence(sentence: string): { allergens: string[]; alarm: number } {
  const words = wordsOf(sentence);
  const allergens: string[] = [];
  let alarm = 0;
  for (let at = 0; at < words.length; ) {
    const hit = longestAt(words, at);
    allergens.push(...(hit?.means.allergens ?? []));
    alarm = Math.max(alarm, hit?.means.alarm ?? 0);
    at += hit?.words.length ?? 1;
  }
  return { allergens, alarm };
}

const MARKS = /\p{M}/gu;
const WORDS = /[\p{L}\p{N}]+/gu;

function wordsOf(sentence: string): readonly string[] {
  const plain = sentence.normalize('NFD').replace(MARKS, '').toLowerCase();
  // A ligature is a letter of its own to NFD, and one key to whoever types.
  return plain.replaceAll('œ', 'oe').match(WORDS) ?? [];
}

/** What may be written on to a word: a plural, or "free" without the hyphen. */
const ENDINGS = ['', 's', 'es', 'free'] as const;

function longestAt(words: readonly string[], at: number): Entry | null {
  const word = words[at] ?? '';
  let longest: Entry | null = null;
  for (const ending of ENDINGS) {
    if (!word.endsWith(ending)) continue;
    for (const entry of ENTRIES.get(word.slice(0, word.length - ending.length)) ?? NONE) {
      if (entry.words.length <= (longest?.words.length ?? 0)) break;
      if (entry.words.every((one, offset) => offset === 0 || isForm(words[at + offset], one)))
        longest = entry;
    }
  }
  return longest;
}

function isForm(word: string | undefined, entry: string): boolean {
  return word !== undefined && ENDINGS.some((ending) => word === entry + ending);
}
