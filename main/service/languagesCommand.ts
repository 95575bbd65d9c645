import { flatWords } from '../../shared/lib/words/checkWords.ts';
import { en } from '../../shared/lib/words/en.ts';
import type { RefusedLanguage } from '../../shared/protocol/languages.ts';
import { ownFolder, type ReadLanguage, readLanguages } from '../languages/readLanguages.ts';

/** For whoever translates: each file with what it lacks. 0: all of them are spoken whole; 1: something is missing; 2: a file is not taken. */
export function listLanguages(dataDir: string): number {
  const { read, refused } = readLanguages(dataDir);
  const lines = [
    'en English, es Español: in the program',
    ...read.flatMap(sayRead),
    ...refused.map(sayRefused),
    '',
    `A language of your own: ${ownFolder(dataDir)}/CODE.json`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  if (refused.length > 0) return 2;
  return read.some(({ report }) => report.missing.length > 0) ? 1 : 0;
}

function sayRead({ path, file, report }: ReadLanguage): string[] {
  const english = flatWords(en);
  const original = (key: string) => english.get(key) ?? english.get(key.replace(/_[a-z]+$/u, '_other')) ?? '';
  return [
    `${file.language} ${file.name}: ${path}`,
    ...report.missing.map((key) => `  missing  ${key}: ${original(key)}`),
    ...report.unknown.map((key) => `  unknown  ${key}: no screen says it`),
  ];
}

function sayRefused({ file, code, values }: RefusedLanguage): string {
  const words = en.setup.languages.refused[code];
  return Object.entries({ file, ...values }).reduce(
    (said, [name, value]) => said.replaceAll(`{{${name}}}`, value),
    words,
  );
}
