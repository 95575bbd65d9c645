import type { Language, LanguageBook } from '../../shared/lib/words/LanguageBook.ts';
import { type Languages, languagesStamp, readLanguages } from './readLanguages.ts';

/**
 * What this process speaks on paper and on plain pages, and serves to screens. A process has one data folder, so there is one. A file that is put
 * there is spoken from the next look on, without a start.
 */
let folder: string | null = null;
let stamp: string | null = null;
let known: Languages | null = null;
let lookedAt = Number.NEGATIVE_INFINITY;

/** A board asks many times in a frame, and a translator waits a second. */
const LOOK_EVERY_MS = 1_000;

/** From now on also the languages of this data folder. */
export function speakFrom(dataDir: string): void {
  folder = dataDir;
  lookedAt = Number.NEGATIVE_INFINITY;
}

export function spoken(): Languages {
  const now = performance.now();
  if (known !== null && now - lookedAt < LOOK_EVERY_MS) return known;
  lookedAt = now;
  const next = languagesStamp(folder);
  if (known === null || next !== stamp) known = readLanguages(folder);
  stamp = next;
  return known;
}

export const speakers = (): LanguageBook => spoken().book;

/** Of a code, else of its base, else English. */
export const languageOf = (code: string): Language => speakers().of(code);
