import { describe, expect, test } from 'vitest';
import { checkWords, pluralForms } from '../../../../shared/lib/words/checkWords.ts';
import { LanguageBook } from '../../../../shared/lib/words/LanguageBook.ts';
import { LanguageFile } from '../../../../shared/lib/words/languageFile.ts';

const aFile = (language: string, words: LanguageFile['words'], over: Partial<LanguageFile> = {}) =>
  LanguageFile.parse({ language, name: language, words, ...over });
const polish = aFile('pl', {
  state: { late: 'PÓŹNO' },
  place: {
    items_one: '{{count}} danie',
    items_few: '{{count}} dania',
    items_many: '{{count}} dań',
    items_other: '{{count}} dania',
  },
});

describe('a language as a file alone', () => {
  test('is spoken, and English where it has no words', () => {
    const book = new LanguageBook();
    const { words, name, locale } = book.add(polish);
    expect(words.state.late).toBe('PÓŹNO');
    expect(words.state.soon).toBe('SOON');
    expect([name, locale]).toEqual(['pl', 'pl']);
    expect(book.all().map(({ code }) => code)).toEqual(['en', 'es', 'pl']);
  });
  test('an empty word is none', () => {
    expect(new LanguageBook().add(aFile('de', { state: { late: '  ' } })).words.state.late).toBe('LATE');
  });
  test('a variety says the rest as its language does', () => {
    const book = new LanguageBook();
    const mexican = book.add(aFile('es-MX', { state: { late: 'ATRASADO' } }));
    expect(mexican.words.state.late).toBe('ATRASADO');
    expect(mexican.words.state.ready).toBe('LISTO');
    expect(book.of('es-AR').code).toBe('es');
    expect(book.of('tlh').code).toBe('en');
  });
  test('a house may mend a word of ours and leave the rest', () => {
    const book = new LanguageBook();
    book.add(aFile('es', { state: { late: 'CON RETRASO' } }, { name: 'Español' }));
    expect(book.of('es').words.state.late).toBe('CON RETRASO');
    expect(book.of('es').words.state.soon).toBe('PRONTO');
    expect(book.of('es').locale).toBe('es-ES');
  });
  test.each([
    ['a code that is none', { language: '../up', name: 'x', words: {} }],
    ['a locale that is none', { language: 'de', name: 'x', locale: 'no locale', words: {} }],
    ['words that are no words', { language: 'de', name: 'x', words: { state: { late: 7 } } }],
    ['no name', { language: 'de', name: '', words: {} }],
  ])('with %s is none', (_what, file) => {
    expect(LanguageFile.safeParse(file).success).toBe(false);
  });
});

describe('a translation is held against English', () => {
  test('what it lacks is listed, each form of a count by its name', () => {
    const { missing } = checkWords(polish);
    expect(missing).toContain('state.soon');
    expect(missing).toContain('tile.covers_few');
    expect(missing).not.toContain('place.items_few');
    expect(missing).not.toContain('state.late');
  });
  test('words that no screen says are listed', () => {
    const unknown = { state: { lateish: 'x' }, place: { items_two: '{{count}}' } };
    expect(checkWords(aFile('pl', unknown)).unknown).toEqual(['state.lateish', 'place.items_two']);
  });
  test('a value that is left out, misspelt or made up keeps it out', () => {
    const { wrong } = checkWords(
      aFile('de', {
        line: { addOn: 'NACH', seat: 'P{{place}}', void: 'STORNO {{time}}' },
        place: { items_one: 'ein Gericht', items_other: 'Gerichte' },
      }),
    );
    expect(wrong.map(({ key }) => key)).toEqual([
      'line.addOn',
      'line.seat',
      'line.void',
      'place.items_other',
    ]);
    expect(wrong[1]).toEqual({ key: 'line.seat', wanted: ['{{seat}}'], has: ['{{place}}'] });
  });
});

describe('counts', () => {
  test.each([
    ['en', ['other', 'one']],
    ['fr', ['other', 'one']],
    ['pl', ['other', 'many', 'one', 'few']],
    ['ja', ['other']],
    ['ar', ['other', 'zero', 'one', 'two', 'few', 'many']],
  ])('%s has these forms for what a kitchen counts', (language, forms) => {
    expect(pluralForms(language).sort()).toEqual([...forms].sort());
  });
  test('a form that was left out is said as the general one, never in English', () => {
    const words = new LanguageBook().add(aFile('pl', { place: { items_other: '{{count}} dania' } })).words;
    expect(words.place).toMatchObject({ items_one: '{{count}} dania', items_few: '{{count}} dania' });
  });
});
