import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { LanguageFile } from '../../shared/lib/words/languageFile.ts';
import { LanguageList } from '../../shared/protocol/languages.ts';
import { hubFolder } from './readLanguages.ts';

/** A station has time: its screens speak what they spoke last. */
const ANSWER_MS = 5_000;

/**
 * At a station: what the house has added to its languages, kept for the time without a hub and for the day when this device is one. Of a hub
 * that cannot be asked the last is kept.
 */
export async function takeLanguages(hubUrl: string, dataDir: string, log: Logger): Promise<void> {
  try {
    const { languages } = LanguageList.parse(await json(`${hubUrl}/api/languages`));
    const own = languages.filter(({ isOwn }) => isOwn);
    const folder = hubFolder(dataDir);
    mkdirSync(folder, { recursive: true });
    for (const { language } of own) {
      const file = LanguageFile.parse(await json(`${hubUrl}/api/languages/${language}`));
      writeFileSync(join(folder, `${language}.json`), JSON.stringify(file));
    }
    const kept = new Set(own.map(({ language }) => `${language}.json`));
    for (const name of readdirSync(folder)) if (!kept.has(name)) rmSync(join(folder, name));
  } catch (error) {
    log.warn({ err: error, hubUrl }, 'the languages of the house could not be fetched; the last ones stay');
  }
}

async function json(url: string): Promise<unknown> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS), redirect: 'error' });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  const value: unknown = await answer.json();
  return value;
}
