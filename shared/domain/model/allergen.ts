/** The allergen codes of the outside contract (EU Annex II with its members); any other word is *other* and matched as lower-case words. */
const GROUPS: Record<string, readonly string[]> = {
  gluten: ['wheat', 'rye', 'barley', 'oats', 'spelt'],
  tree_nut: ['almond', 'hazelnut', 'walnut', 'cashew', 'pecan', 'brazil_nut', 'pistachio', 'macadamia'],
};

const SINGLES = [
  'crustacean',
  'mollusc',
  'egg',
  'fish',
  'peanut',
  'soy',
  'milk',
  'celery',
  'mustard',
  'sesame',
  'sulphite',
  'lupin',
] as const;

export const ALLERGEN_CODES: ReadonlySet<string> = new Set([
  ...Object.keys(GROUPS),
  ...Object.values(GROUPS).flat(),
  ...SINGLES,
]);

/** Codes are folded to lower case with underscores; other words to lower case with single spaces. */
export function normaliseAllergen(word: string): string {
  const words = word.trim().toLowerCase().replace(/\s+/gu, ' ');
  const code = words.replace(/[ -]/gu, '_');
  return ALLERGEN_CODES.has(code) ? code : words;
}

/** A group matches its members and a member its group; other words match when equal. Both sides normalised. */
export function allergensMatch(a: string, b: string): boolean {
  return a === b || (GROUPS[a]?.includes(b) ?? false) || (GROUPS[b]?.includes(a) ?? false);
}

/**
 * How grave, ascending. `unknown` stands with `allergy`, because nobody may guess downwards; a word we have never heard is treated as
 * `unknown` and kept as it came.
 */
const GRAVITY: Record<string, number> = { diet: 0, intolerance: 1, unknown: 2, allergy: 2.5, anaphylaxis: 3 };

export function gravityOf(severity: string): number {
  return GRAVITY[severity] ?? 2;
}

/** Food for such a guest cannot be started or bumped before it is heard. */
export function blocksFood(severity: string): boolean {
  return gravityOf(severity) >= 2;
}

/** The bump's place asks once, and the hub refuses nothing. */
export function asksOnce(severity: string): boolean {
  return gravityOf(severity) === 1;
}
