import type { Speech } from '../../../../renderer/app/words.ts';
import type { WordSizes } from '../../../../renderer/screens/host/floor/fitWords.ts';
import { FloorConfig, type FloorTable } from '../../../../shared/config/floor.ts';
import { flatWords } from '../../../../shared/lib/words/checkWords.ts';
import { en } from '../../../../shared/lib/words/en.ts';
import { es } from '../../../../shared/lib/words/es.ts';

const WORDS = { en: flatWords(en), es: flatWords(es) } as const;

/** Letters of the face in em, on the wide side: what a browser measures is less. */
const LETTER_EM = 0.58;

/** On a 10 inch glass at 0.6 m, as `physical.ts` has it. */
export const SIZES: WordSizes = {
  widthOf: (text, isNumber) => text.length * LETTER_EM * (isNumber ? 26.4 : 15.8),
  numberPx: 29.5,
  wordPx: 19.2,
  gapPx: 4.2,
  chipPx: 8.5,
  shapePx: 15,
  insetPx: 5,
};

export function speechIn(language: keyof typeof WORDS): Speech {
  const words = WORDS[language];
  return {
    t: (key, values = {}) =>
      (words.get(key) ?? key).replace(/\{\{(\w+)\}\}/gu, (_, name: string) => String(values[name] ?? '')),
    has: (key) => words.has(key),
    language,
    locale: language,
    number: String,
    time: (at) => new Date(at).toISOString().slice(11, 16),
    stationName: (id) => id,
  };
}

/** Rows of tables of 80 cm with aisles of 60: as close as a house can stand them. */
export function denseRoom(count: number, columns = 8): FloorTable[] {
  const tables = Array.from({ length: count }, (_, at) => ({
    id: String(at + 1),
    room: 'main',
    seats: at % 3 === 0 ? 2 : 4,
    shape: at % 5 === 0 ? 'round' : 'square',
    x: 60 + (at % columns) * 140,
    y: 60 + Math.floor(at / columns) * 140,
  }));
  return FloorConfig.parse({ rooms: [{ id: 'main', name: 'Main' }], tables }).tables;
}
