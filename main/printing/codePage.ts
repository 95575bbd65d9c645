import iconv from 'iconv-lite';
import type { ChitLine } from '../../shared/chits/chitLines.ts';

/** As the printer library names them, and what they are to iconv. */
const ENCODINGS = {
  PC858_EURO: 'cp858',
  WPC1252: 'cp1252',
  PC852_LATIN2: 'cp852',
  PC866_CYRILLIC2: 'cp866',
} as const;
export type PageName = keyof typeof ENCODINGS;

/**
 * Those that Epson and Star both have and the library selects right on both (for a Star it takes page 850 to be page 437). PC858 first: it
 * has the accents of the West, n-tilde and the euro, on printers of any age.
 */
const PAGES: readonly PageName[] = ['PC858_EURO', 'WPC1252', 'PC852_LATIN2', 'PC866_CYRILLIC2'];

/** Has the page each letter of the text, as one byte? */
export function canPrint(text: string, page: PageName): boolean {
  for (const char of text) {
    if (char >= ' ' && char <= '~') continue;
    const byte = iconv.encode(char, ENCODINGS[page]);
    if (byte.length !== 1 || (byte[0] ?? 0) < 0x80 || iconv.decode(byte, ENCODINGS[page]) !== char)
      return false;
  }
  return true;
}

/** One page for the whole chit: the first that leaves fewest lines to be drawn. */
export function pageFor(lines: readonly ChitLine[]): PageName {
  const texts = lines.flatMap((line) =>
    line.kind === 'text' ? [line.runs.map(({ text }) => text).join('')] : [],
  );
  const drawnWith = (page: PageName) => texts.filter((text) => !canPrint(text, page)).length;
  const counts = PAGES.map((page) => ({ page, drawn: drawnWith(page) }));
  return counts.reduce((best, one) => (one.drawn < best.drawn ? one : best)).page;
}
