import { printSpeech } from '../../../main/printing/printWords.ts';
import { chitContent } from '../../../shared/chits/chitContent.ts';
import type { ChitLine, Columns } from '../../../shared/chits/chitLines.ts';
import type { ChitContent } from '../../../shared/chits/content.ts';
import { layOut } from '../../../shared/chits/layOut.ts';
import type { Chit } from '../../../shared/domain/model/chit.ts';
import type { ChitHouse } from './ChitHouse.ts';
import { laterChits } from './laterChits.ts';
import { movedChits } from './movedChits.ts';
import { ordinaryChits } from './ordinaryChits.ts';
import { ugliestChits } from './ugliestChits.ts';

export interface ChitCase {
  readonly house: ChitHouse;
  readonly chit: Chit;
  readonly nameOf?: () => string;
}

export interface GoldenChit {
  /** `07-half-and-half.es.32` */
  readonly file: string;
  readonly columns: Columns;
  readonly content: ChitContent;
  readonly lines: readonly ChitLine[];
}

export function layCase(made: ChitCase, columns: Columns, language: string) {
  const { house, chit, nameOf = () => null } = made;
  const content = chitContent(house.state, chit, { config: house.config, language, nameOf });
  return { content, lines: layOut(content, { columns, speech: printSpeech(language, 'Europe/Madrid') }) };
}

/** In this order for good: their numbers are in the names of the files. */
export const CASES = { ...ordinaryChits, ...laterChits, ...ugliestChits, ...movedChits };

/** Both widths and both languages in turn, so that four neighbours show all. */
export function goldenChits(): GoldenChit[] {
  return Object.entries(CASES).map(([name, make], index) => {
    const columns = index % 2 === 0 ? 48 : 32;
    const language = Math.floor(index / 2) % 2 === 0 ? 'en' : 'es';
    const number = `${index + 1}`.padStart(2, '0');
    const slug = name.toLowerCase().replaceAll(/[^a-z]+/gu, '-');
    return {
      file: `${number}-${slug}.${language}.${columns}`,
      columns,
      ...layCase(make(), columns, language),
    };
  });
}
