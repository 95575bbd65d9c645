import type { Party } from '../model/party.ts';
import type { PersonFields } from '../model/put.ts';

/** Fewer digits than these would be in half of all telephone numbers. */
const LEAST_DIGITS = 3;

/** Without accents and case, as somebody types who listens to a telephone: "munoz" finds Muñoz. */
export function folded(words: string): string {
  return words
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase('en')
    .trim();
}

/**
 * Rule S69: whether what was typed is about this party: every word of it begins a word of its name or tags, is one of its tables, part of its
 * confirmation id, or, from three digits on, part of its telephone number. Nothing typed: everybody.
 */
export function isFound(
  typed: string,
  { externalId, live: { tables } }: Pick<Party, 'externalId' | 'live'>,
  person: Partial<PersonFields> | null,
): boolean {
  const digits = typed.replace(/\D/gu, '');
  const isNumber = digits.length >= LEAST_DIGITS && !/\p{L}/u.test(typed);
  // A number as it is printed on a card, "600 12 34 56", is one word.
  if (isNumber && digitsOf(person).includes(digits)) return true;
  const names = folded([person?.name ?? '', ...(person?.tags ?? [])].join(' ')).split(/[\s,.'’-]+/u);
  const whole = folded(person?.name ?? '');
  const id = folded(externalId);
  const places = tables.map(folded);
  return folded(typed)
    .split(/\s+/u)
    .every(
      (word) =>
        names.some((name) => name.startsWith(word)) ||
        whole.includes(` ${word}`) ||
        places.includes(word) ||
        (word.length >= LEAST_DIGITS && id.includes(word)) ||
        (isNumber && digitsOf(person).includes(word.replace(/\D/gu, ''))),
    );
}

function digitsOf(person: Partial<PersonFields> | null): string {
  return (person?.phone ?? '').replace(/\D/gu, '');
}
