import { languageOf } from '../../languages/spoken.ts';

/** Long enough to read one line from a metre. */
const SHOWN_SECONDS = 4;

/** Says that this screen wants an update, and goes on to the hub's own page at `address`, which is of the hub's build. */
export function asidePage(address: string, language: string): string {
  const { code, words } = languageOf(language);
  const { title, why } = words.aside;
  const to = escaped(address);
  return `<!doctype html><html lang="${code}"><head><meta charset="utf-8">
<meta http-equiv="refresh" content="${SHOWN_SECONDS};url=${to}"><title>Heard</title></head>
<body><main><h1>${escaped(title)}</h1><p><a href="${to}">${escaped(why)}</a></p></main></body></html>`;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
