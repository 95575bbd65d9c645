import { en } from './en.ts';
import type { LanguageFile, WordTree } from './languageFile.ts';

/** Values that stand in the English and not in the translation, or the other way round: a screen would say nonsense. */
export interface WrongPlaces {
  readonly key: string;
  /** As `{{x}}`, sorted. */
  readonly wanted: readonly string[];
  readonly has: readonly string[];
}

export interface WordsReport {
  readonly wrong: readonly WrongPlaces[];
  /** Said in English, or in its base. */
  readonly missing: readonly string[];
  /** Of another release, or misspelt: never shown. */
  readonly unknown: readonly string[];
}

/** Every word by its path, `footer.soundOff`. */
export function flatWords(tree: WordTree, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[`${path}${key}`, value] as const]
        : [...flatWords(value, `${path}${key}.`)],
    ),
  );
}

const english = flatWords(en);
const COUNT = '{{count}}';

/** Held against English. Nothing of it throws: what is missing is said in English, and only `wrong` keeps a file out. */
export function checkWords({ language, words }: Pick<LanguageFile, 'language' | 'words'>): WordsReport {
  const given = flatWords(words);
  const forms = pluralForms(language);
  const wanted = [...english.keys()].flatMap((key) => {
    const plural = pluralOf(key);
    if (plural === null) return [key];
    return plural.form === 'other' ? forms.map((form) => `${plural.stem}_${form}`) : [];
  });
  const wrong: WrongPlaces[] = [];
  const unknown: string[] = [];
  for (const [key, said] of given) {
    const original = originalOf(key, language);
    if (original === null) unknown.push(key);
    else wrong.push(...placesWrong(key, original, said));
  }
  return { wrong, missing: wanted.filter((key) => !given.get(key)?.trim()), unknown };
}

/** Forms that a language has for counts as a kitchen counts, `one` and `other` in English; `few` and `many` in Polish. */
export function pluralForms(language: string): string[] {
  const rules = new Intl.PluralRules(language);
  const forms = new Set<string>(['other']);
  for (let count = 0; count < MOST_COUNTED; count += 1) forms.add(rules.select(count));
  return [...forms];
}

/** French has a form for millions that no board ever asks for. */
const MOST_COUNTED = 1_000;

/** `tile.open` and `other` of `tile.open_other`; null: no word of a count. */
function pluralOf(key: string): { readonly stem: string; readonly form: string } | null {
  const [, stem, form] = /^(.+)_(zero|one|two|few|many|other)$/u.exec(key) ?? [];
  if (stem === undefined || form === undefined || !english.has(`${stem}_other`)) return null;
  return { stem, form };
}

/** The English that a key translates; null: none. */
function originalOf(key: string, language: string): string | null {
  const plural = pluralOf(key);
  if (plural === null) return english.get(key) ?? null;
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  if (!pluralCategories.some((form) => form === plural.form)) return null;
  return english.get(`${plural.stem}_other`) ?? null;
}

function placesWrong(key: string, original: string, said: string): WrongPlaces[] {
  const wanted = placesOf(original);
  const has = placesOf(said);
  const plural = pluralOf(key);
  // "One dish" needs no figure.
  const mayOmit = plural !== null && plural.form !== 'other';
  const isLike = (list: readonly string[]) => list.join(' ') === has.join(' ');
  if (isLike(wanted) || (mayOmit && isLike(wanted.filter((place) => place !== COUNT)))) return [];
  return [{ key, wanted, has }];
}

const placesOf = (words: string) => [...new Set(words.match(/\{\{[^}]*\}\}/gu) ?? [])].sort();
