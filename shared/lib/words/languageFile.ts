import { z } from 'zod';

/** As BCP 47 writes them: `fr`, `en-US`, `zh-Hant`. */
export const LanguageCode = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u, 'a language as fr or en-US');

/** Longer than any sentence of ours; whoever sends more sends no translation. */
const MOST_CHARACTERS = 2_000;

export interface WordTree {
  readonly [key: string]: string | WordTree;
}
const WordTree: z.ZodType<WordTree> = z.lazy(() =>
  z.record(z.string(), z.union([z.string().max(MOST_CHARACTERS), WordTree])),
);

/**
 * A language as a file alone: `fr.json` in `assets/words` of the program, or in `words` of the data folder, where a house adds its own or
 * mends ours. `words` has the keys of `en.ts`; what is left out is said in the language's base (`es` for `es-MX`), else in English.
 */
export const LanguageFile = z.object({
  language: LanguageCode,
  /** Its own name for itself: `Français`. */
  name: z.string().min(1).max(40),
  /** How it writes times and numbers, where its code does not say: `en-GB` has 19:31, `en-US` 7:31 PM. */
  locale: z.string().refine(isLocale, 'no locale that this machine knows').optional(),
  words: WordTree,
});
export type LanguageFile = z.infer<typeof LanguageFile>;

/** `es` of `es-MX`; null: it is no variety of another. */
export function baseOf(code: string): string | null {
  const end = code.indexOf('-');
  return end === -1 ? null : code.slice(0, end);
}

function isLocale(locale: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    // Not even written as one.
    return false;
  }
}
