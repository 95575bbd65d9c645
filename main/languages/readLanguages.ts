import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { WordsReport } from '../../shared/lib/words/checkWords.ts';
import { LanguageBook } from '../../shared/lib/words/LanguageBook.ts';
import { LanguageFile } from '../../shared/lib/words/languageFile.ts';
import type { RefusedLanguage } from '../../shared/protocol/languages.ts';

/** From main/languages as from the built dist/service: the assets lie beside both. */
const SHIPPED = [
  join(import.meta.dirname, '..', '..', 'assets', 'words'),
  join(import.meta.dirname, '..', '..', '..', 'assets', 'words'),
];
const MB = 1024 * 1024;

/** What a person put there, and at a station what its hub has of that. */
export const ownFolder = (dataDir: string): string => join(dataDir, 'words');
export const hubFolder = (dataDir: string): string => join(dataDir, 'words-of-hub');

export interface ReadLanguage {
  readonly path: string;
  readonly file: LanguageFile;
  readonly isOwn: boolean;
  readonly report: WordsReport;
}

export interface Languages {
  readonly book: LanguageBook;
  readonly read: readonly ReadLanguage[];
  readonly refused: readonly RefusedLanguage[];
}

/** All languages of the program and of this data folder, each file on top of those before it. A file that does not hold is left out, and why is told. */
export function readLanguages(dataDir: string | null): Languages {
  const book = new LanguageBook();
  const read: ReadLanguage[] = [];
  const refused: RefusedLanguage[] = [];
  for (const { path, isOwn } of languageFiles(dataDir)) {
    const found = readOne(path);
    if (!found.ok) {
      refused.push(found.refused);
      continue;
    }
    const { file } = found;
    const report = book.report(file);
    const [wrong] = report.wrong;
    if (wrong) {
      const [wanted, has] = [wrong.wanted, wrong.has].map((places) => places.join(' ') || '–');
      const values = {
        key: wrong.key,
        wanted: wanted ?? '',
        has: has ?? '',
        count: `${report.wrong.length}`,
      };
      refused.push({ file: basename(path), code: 'wrong_places', values });
      continue;
    }
    book.add(file);
    read.push({ path, file, isOwn, report });
  }
  return { book, read, refused };
}

/** Changes whenever a file comes, goes or is written. */
export function languagesStamp(dataDir: string | null): string {
  return languageFiles(dataDir)
    .map(({ path }) => `${path} ${statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? ''}`)
    .join('\n');
}

function languageFiles(dataDir: string | null): { path: string; isOwn: boolean }[] {
  const shipped = SHIPPED.find((folder) => existsSync(folder));
  return [
    ...filesIn(shipped).map((path) => ({ path, isOwn: false })),
    ...(dataDir === null ? [] : [hubFolder(dataDir), ownFolder(dataDir)])
      .flatMap(filesIn)
      .map((path) => ({ path, isOwn: true })),
  ];
}

function filesIn(folder: string | undefined): string[] {
  if (folder === undefined || !existsSync(folder)) return [];
  // A variety stands on its language: `es.json` sorts before `es-MX.json` once the ending is off.
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort((a, b) => (stem(a) < stem(b) ? -1 : 1)).map((name) => join(folder, name));
}

const stem = (name: string) => basename(name, '.json');

type Found =
  | { readonly ok: true; readonly file: LanguageFile }
  | { readonly ok: false; readonly refused: RefusedLanguage };

function readOne(path: string): Found {
  const file = basename(path);
  const not = (code: RefusedLanguage['code'], values: Record<string, string> = {}): Found => ({
    ok: false,
    refused: { file, code, values },
  });
  try {
    if (statSync(path).size > MB) return not('unreadable', { why: '> 1 MB' });
    const said: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const parsed = LanguageFile.safeParse(said);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return not('wrong_shape', { field: issue?.path.join('.') || '–', why: issue?.message ?? '' });
    }
    if (parsed.data.language !== stem(path)) return not('wrong_name', { language: parsed.data.language });
    return { ok: true, file: parsed.data };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return error instanceof SyntaxError ? not('not_json', { why }) : not('unreadable', { why });
  }
}
