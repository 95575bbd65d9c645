const MARKS = /\p{M}/gu;
/** `partySize`, as exports of programs write it. */
const HUMP = /(\p{Ll})(\p{Lu})/gu;
const SEPARATORS = /[^\p{L}\p{N}#]+/gu;

/** Lower case without accents, words with one space between: as headings and short answers are compared. */
export function plainWords(text: string): string {
  return text
    .replace(HUMP, '$1 $2')
    .normalize('NFD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(SEPARATORS, ' ')
    .trim();
}
