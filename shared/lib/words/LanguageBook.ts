import { checkWords, flatWords, pluralForms, type WordsReport } from './checkWords.ts';
import { en, type Words } from './en.ts';
import { es } from './es.ts';
import { baseOf, type LanguageFile, type WordTree } from './languageFile.ts';

export interface Language {
  readonly code: string;
  /** Its own name for itself. */
  readonly name: string;
  /** For times, numbers and the order of names. */
  readonly locale: string;
  /** Whole: what it lacks is said in its base or in English. */
  readonly words: Words;
}

const ENGLISH: Language = { code: 'en', name: 'English', locale: 'en-GB', words: en };
const SPANISH: Language = { code: 'es', name: 'Español', locale: 'es-ES', words: es };

/** The languages that a program speaks: English and Spanish from the start, others as their files come. */
export class LanguageBook {
  private readonly known = new Map<string, Language>([ENGLISH, SPANISH].map((one) => [one.code, one]));

  /** In the order in which they came. */
  all(): Language[] {
    return [...this.known.values()];
  }

  has(code: string): boolean {
    return this.known.has(code);
  }

  /** Of a code, else of its base, else English. */
  of(code: string): Language {
    return this.known.get(code) ?? this.known.get(baseOf(code) ?? '') ?? ENGLISH;
  }

  /**
   * On top of what is known of the language already, so that a house may mend a word of ours and leave the rest. Whoever adds one looks at its
   * report first: a language whose places are wrong is not to be spoken.
   */
  add(file: LanguageFile): Language {
    const base = this.of(file.language);
    const language: Language = {
      code: file.language,
      name: file.name,
      locale: file.locale ?? (base.code === file.language ? base.locale : file.language),
      words: completed(base.words, withAllForms(file)),
    };
    this.known.set(language.code, language);
    return language;
  }

  /** Held against English; of a variety (`es-MX`), or of a language that is known already, nothing is missing: it says the rest as that does. */
  report(file: LanguageFile): WordsReport {
    const report = checkWords(file);
    const isOnTop = this.has(file.language) || this.has(baseOf(file.language) ?? '');
    return isOnTop ? { ...report, missing: [] } : report;
  }
}

/** A form that the translator left out is said as `other`, so that no count ever falls into another language. */
function withAllForms({ language, words }: LanguageFile): Map<string, string> {
  const said = flatWords(words);
  for (const [key, other] of [...said]) {
    if (!key.endsWith('_other')) continue;
    const stem = key.slice(0, -'other'.length);
    const forms = new Set([
      ...pluralForms(language),
      ...new Intl.PluralRules(language).resolvedOptions().pluralCategories,
    ]);
    for (const form of forms) if (!said.get(`${stem}${form}`)?.trim()) said.set(`${stem}${form}`, other);
  }
  return said;
}

/** The same tree with these words in it, and with forms of counts that the base has not. */
function completed<T extends WordTree>(base: T, said: ReadonlyMap<string, string>, path = ''): T {
  const whole: Record<string, string | WordTree> = {};
  for (const [key, value] of Object.entries(base)) {
    const at = `${path}${key}`;
    if (typeof value !== 'string') whole[key] = completed(value, said, `${at}.`);
    else whole[key] = said.get(at)?.trim() ? (said.get(at) ?? value) : value;
    if (typeof value === 'string' && key.endsWith('_other')) {
      const stem = key.slice(0, -'other'.length);
      for (const form of FORMS) {
        const other = said.get(`${path}${stem}${form}`);
        if (other !== undefined) whole[`${stem}${form}`] = other;
      }
    }
  }
  // Every key of the base is in it, each a text where that has one.
  return whole as T;
}

const FORMS = ['zero', 'one', 'two', 'few', 'many'] as const;
