import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addLanguages } from '../../../main/languages/languageRoutes.ts';
import {
  hubFolder,
  languagesStamp,
  ownFolder,
  readLanguages,
} from '../../../main/languages/readLanguages.ts';
import { speakFrom } from '../../../main/languages/spoken.ts';
import { canPrint, pageFor } from '../../../main/printing/codePage.ts';
import { printSpeech } from '../../../main/printing/printWords.ts';
import { speechOf, timeIn } from '../../../main/service/standby/tailList.ts';
import { asidePage } from '../../../main/service/station/asidePage.ts';
import { waitingPage } from '../../../main/shell/waitingPage.ts';
import { CASES, layCase } from '../../support/chits/chitCases.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'heard-words-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

function put(name: string, file: unknown, folder = ownFolder(dataDir)): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), typeof file === 'string' ? file : JSON.stringify(file));
}
const dutch = { language: 'nl', name: 'Nederlands', words: { state: { late: 'LAAT' } } };

/** Words come in English and Spanish first; a translator follows within the release. */
const NOT_YET_TRANSLATED = 60;

describe('languages of the program', () => {
  const { read, refused } = readLanguages(null);
  test('French is whole but for the newest words, and nothing of it is wrong', () => {
    expect(refused).toEqual([]);
    const french = read.find(({ file }) => file.language === 'fr');
    expect(french?.report.wrong).toEqual([]);
    expect(french?.report.missing.length, french?.report.missing.join(' ')).toBeLessThan(NOT_YET_TRANSLATED);
  });
  test('American English is English with another clock', () => {
    expect(read.find(({ file }) => file.language === 'en-US')?.report.missing).toEqual([]);
    expect(printSpeech('en-US', 'UTC').time(Date.parse('2026-03-06T19:31:00Z'))).toMatch(/^07:31\sPM$/u);
    expect(printSpeech('en', 'UTC').time(Date.parse('2026-03-06T19:31:00Z'))).toBe('19:31');
  });
});

describe('a file that a house puts in its data folder', () => {
  test('is a language; one of ours is mended by it', () => {
    put('nl.json', dutch);
    put('fr.json', { language: 'fr', name: 'Français', words: { state: { late: 'TARD' } } });
    const { book, read } = readLanguages(dataDir);
    expect(book.of('nl').words.state.late).toBe('LAAT');
    expect(book.of('fr').words.state).toMatchObject({ late: 'TARD', soon: 'BIENTÔT' });
    expect(read.filter(({ isOwn }) => isOwn).map(({ file }) => file.language)).toEqual(['fr', 'nl']);
  });
  test.each([
    ['no JSON', 'nl.json', '{', 'not_json'],
    ['another shape', 'nl.json', { words: {} }, 'wrong_shape'],
    ['another name', 'dutch.json', dutch, 'wrong_name'],
    ['values that are wrong', 'nl.json', { ...dutch, words: { line: { seat: 'P' } } }, 'wrong_places'],
  ])('with %s is refused, and why is told', (_what, name, file, code) => {
    put(name, file);
    const { book, refused } = readLanguages(dataDir);
    expect(book.has('nl')).toBe(false);
    expect(refused).toMatchObject([{ file: name, code }]);
  });
  test('is seen when it is written, changed and taken away', () => {
    const none = languagesStamp(dataDir);
    put('nl.json', dutch);
    const written = languagesStamp(dataDir);
    rmSync(join(ownFolder(dataDir), 'nl.json'));
    expect(written).not.toBe(none);
    expect(languagesStamp(dataDir)).toBe(none);
  });
  test('at a station goes before what its hub has', () => {
    put('nl.json', { ...dutch, words: { state: { late: 'TE LAAT' } } }, hubFolder(dataDir));
    expect(readLanguages(dataDir).book.of('nl').words.state.late).toBe('TE LAAT');
    put('nl.json', dutch);
    expect(readLanguages(dataDir).book.of('nl').words.state.late).toBe('LAAT');
  });
});

describe('is spoken everywhere', () => {
  beforeEach(() => {
    put('nl.json', dutch);
    put('pl.json', {
      language: 'pl',
      name: 'Polski',
      words: {
        chit: {
          board_one: '{{count}} bon',
          board_few: '{{count}} bony',
          board_many: '{{count}} bonów',
          board_other: '{{count}} bonu',
        },
        aside: { title: 'ZAKTUALIZUJ' },
      },
    });
    speakFrom(dataDir);
  });
  afterEach(() => speakFrom(tmpdir()));

  test('on screens: the list, and all of one', async () => {
    const app = fastify();
    addLanguages(app);
    const list = (await app.inject('/api/languages')).json();
    expect(list.languages).toContainEqual(
      expect.objectContaining({ language: 'nl', name: 'Nederlands', isOwn: true, isInBundle: false }),
    );
    expect(list.languages).toContainEqual(
      expect.objectContaining({ language: 'es', isOwn: false, isInBundle: true, missing: 0 }),
    );
    const whole = (await app.inject('/api/languages/nl')).json();
    expect(whole.words.state).toMatchObject({ late: 'LAAT', soon: 'SOON' });
    expect((await app.inject('/api/languages/xx')).statusCode).toBe(404);
    expect((await app.inject('/api/languages/..%2Fx')).statusCode).toBe(404);
    await app.close();
  });
  test('on paper, with its own forms of a count', () => {
    const { t } = printSpeech('pl', 'Europe/Warsaw');
    expect([1, 3, 5, 22, 25].map((count) => t('chit.board', { count }))).toEqual([
      '1 bon',
      '3 bony',
      '5 bonów',
      '22 bony',
      '25 bonów',
    ]);
    expect(t('chit.copy')).toBe('COPY');
  });
  test('on plain pages, before the service and without the bundle', () => {
    expect(asidePage('http://hub', 'pl-PL')).toContain('ZAKTUALIZUJ');
    expect(decodeURIComponent(waitingPage({ why: 'starting' }, 'fr-CA'))).toContain('Heard démarre');
    const speech = speechOf({ language: 'fr', timeZone: 'Europe/Paris' });
    expect(speech.words.fenced.title).toBe('CE N’EST PLUS LE HUB');
    expect(timeIn(speech, Date.parse('2026-03-06T19:31:00+01:00'))).toBe('19:31');
  });
});

test('a French chit prints its accents as letters of one code page, none is drawn', () => {
  for (const [name, make] of Object.entries(CASES)) {
    const { lines } = layCase(make(), 48, 'fr');
    const page = pageFor(lines);
    const texts = lines.flatMap((line) => (line.kind === 'text' ? line.runs.map(({ text }) => text) : []));
    // Dishes of these chits are in any script there is.
    const french = texts.filter((text) => /[àâçéèêëîïôœùûü’]/iu.test(text) && /^[ -ɏ’]*$/u.test(text));
    expect(
      french.filter((text) => !canPrint(text, page)),
      name,
    ).toEqual([]);
  }
});
