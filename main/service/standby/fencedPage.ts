import type { Tail } from '../../../shared/domain/selectors/tail.ts';
import type { en } from '../../../shared/lib/words/en.ts';

export interface FencedPageParts {
  readonly words: (typeof en)['fenced'];
  readonly language: string;
  readonly timeZone: string;
  /** Where the hub is now; null: not known. */
  readonly address: string | null;
  /** The same as a QR code, an SVG of our own making. */
  readonly code: string | null;
  /** When they met, wall clock. */
  readonly at: number;
  /** null: not known yet; `hidden`: not for whoever asks. */
  readonly tail: Tail | 'hidden' | null;
}

/** One page without scripts: it must stand on a device that does nothing else any more. */
export function fencedPage(parts: FencedPageParts): string {
  const { words, language, address, code, tail } = parts;
  const time = timeWriter(parts);
  const link = address === null ? '' : `<p><a href="${escaped(address)}">${escaped(address)}</a></p>`;
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta http-equiv="refresh" content="5"><title>Heard</title></head>
<body><main><h1>${escaped(words.title)}</h1>
<p>${escaped(words.why.replace('{{time}}', time(parts.at)))}</p>
${link}${code ?? ''}
${tail === 'hidden' ? '' : `<h2>${escaped(words.tail)}</h2>${tailRows(tail, parts, time)}`}
<p>${escaped(words.station)}</p></main></body></html>`;
}

function tailRows(tail: Tail | null, { words }: FencedPageParts, time: (at: number) => string): string {
  if (tail === null) return `<p>${escaped(words.tailUnknown)}</p>`;
  if (tail.tickets.length === 0 && tail.house.length === 0) return `<p>${escaped(words.tailEmpty)}</p>`;
  const tickets = tail.tickets.map(({ number, table, dishes, did, at }) => {
    const name = table === null ? number : `${number} · ${words.table.replace('{{table}}', table)}`;
    const said = did.map((kind) => words.did[kind]).join(', ');
    const food = dishes.length === 0 ? '' : ` (${dishes.join(', ')})`;
    return `<li data-testid="tail-ticket"><b>${escaped(name)}</b> ${time(at)} ${escaped(said + food)}</li>`;
  });
  const house = tail.house.map((kind) => `<li>${escaped(words.house[kind])}</li>`);
  return `<p>${escaped(words.tailWhy)}</p><ul>${[...tickets, ...house].join('')}</ul>`;
}

function timeWriter({ language, timeZone }: FencedPageParts): (at: number) => string {
  const format = new Intl.DateTimeFormat(language, { timeZone, hour: '2-digit', minute: '2-digit' });
  return (at) => format.format(at);
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
