import type { Words } from '../../shared/lib/words/en.ts';
import { languageOf } from '../languages/spoken.ts';
import { GROUND } from './windowOptions.ts';

/** Why there is no screen to show. `refused` carries what the service said, which only a person can mend. */
export type Waiting =
  | { readonly why: 'starting' }
  | { readonly why: 'startingAgain' }
  | { readonly why: 'refused'; readonly sentence: string };

/** The address of a plain page that needs no service. `locale` is the system's, since the venue's language is the service's to tell. */
export function waitingPage(waiting: Waiting, locale: string): string {
  const { code, words } = languageOf(locale);
  const [title, text] = saying(waiting, words.desktop);
  const html = `<!doctype html><html lang="${code}"><meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Heard</title>
<style>body{background:${GROUND};color:#f4f1ea;font:28px/1.4 system-ui,sans-serif;display:grid;place-content:center;min-height:90vh;padding:0 10vw}h1{font-size:56px;margin:0}p{max-width:34em;margin:.5em 0}</style>
<main><h1>${escaped(title)}</h1><p>${escaped(text)}</p></main></html>`;
  return `data:text/html;charset=utf-8,${encodeURIComponent(html)}`;
}

function saying(waiting: Waiting, words: Words['desktop']): [title: string, text: string] {
  switch (waiting.why) {
    case 'starting':
      return [words.starting, words.startingWhy];
    case 'startingAgain':
      return [words.startingAgain, words.startingAgainWhy];
    case 'refused':
      return [words.refused, waiting.sentence || words.refusedWhy];
    default:
      return waiting satisfies never;
  }
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
