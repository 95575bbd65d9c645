import type { FastifyInstance } from 'fastify';
import { LanguageBook } from '../../shared/lib/words/LanguageBook.ts';
import { LanguageCode, type LanguageFile } from '../../shared/lib/words/languageFile.ts';
import type { LanguageList } from '../../shared/protocol/languages.ts';
import { refusal } from '../../shared/protocol/outside/answer.ts';
import { spoken } from './spoken.ts';

const inBundle = new LanguageBook();

/** Words are nobody's secret: the first page of a new device needs them before anybody is let in. */
export function addLanguages(app: FastifyInstance): void {
  app.get('/api/languages', (_request, reply): LanguageList => {
    void reply.header('cache-control', 'no-store');
    return languageList();
  });
  app.get<{ Params: { code: string } }>('/api/languages/:code', (request, reply) => {
    const code = LanguageCode.safeParse(request.params.code);
    const { book } = spoken();
    if (!code.success || !book.has(code.data))
      return reply.code(404).send(refusal('not_found', 'No such language is spoken here.'));
    const { name, locale, words } = book.of(code.data);
    const whole: LanguageFile = { language: code.data, name, locale, words };
    return reply.header('cache-control', 'no-store').send(whole);
  });
}

export function languageList(): LanguageList {
  const { book, read, refused } = spoken();
  return {
    languages: book.all().map(({ code, name, words }) => {
      const files = read.filter(({ file }) => file.language === code);
      return {
        language: code,
        name,
        isOwn: files.some(({ isOwn }) => isOwn),
        isInBundle: inBundle.has(code) && inBundle.of(code).words === words,
        missing: Math.min(
          ...files.map(({ report }) => report.missing.length),
          ...(files.length === 0 ? [0] : []),
        ),
      };
    }),
    refused: [...refused],
  };
}
