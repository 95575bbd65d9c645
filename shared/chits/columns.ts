/**
 * How much paper text takes. A printer's font A is a grid: one column a letter, two for the square scripts and pictures, none for the accents
 * that stand on the letter before.
 */
const WIDE: readonly (readonly [number, number])[] = [
  // Scripts of India: square where every other non-Latin script is drawn narrow.
  [0x0900, 0x0dff],
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f000, 0x1fbff],
  [0x20000, 0x3fffd],
];

const PICTURE = /\p{Emoji_Presentation}/u;
const STANDS_ON_ANOTHER = /\p{Mn}|\p{Me}/u;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

export function charColumns(char: string): 0 | 1 | 2 {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (STANDS_ON_ANOTHER.test(char)) return 0;
  return WIDE.some(([from, to]) => code >= from && code <= to) || PICTURE.test(char) ? 2 : 1;
}

export function columnsOf(text: string): number {
  let columns = 0;
  for (const char of text) columns += charColumns(char);
  return columns;
}

/** Letters as a reader counts them, each with the accents on it: what may not be torn apart. */
export function lettersOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** Orders to the printer would be printed as orders: what has no shape of its own is taken out, and any white space is a space, or one that holds two words together. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\S\u00a0]/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]|\p{Variation_Selector}/gu, '');
}

/** The paragraphs of a note; empty ones are left out. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\u{2028}\u{2029}]/u)
    .map((line) => plain(line).trim())
    .filter((line) => line !== '');
}

const FROM_THE_RIGHT = '[\\u{590}-\\u{8ff}\\u{fb1d}-\\u{fdff}\\u{fe70}-\\u{feff}]';

/** Hebrew and Arabic words that follow each other, with the spaces between them: they are read from the right. */
export const RIGHT_TO_LEFT = new RegExp(
  `(${FROM_THE_RIGHT}(?:[\\p{Mn}\\p{P}\\s]*${FROM_THE_RIGHT})*\\p{Mn}*)`,
  'gu',
);
