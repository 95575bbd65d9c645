import type { Tail } from '../../../shared/domain/selectors/tail.ts';
import { escaped, plainPage, questionHtml } from '../plain/plainPage.ts';
import { isNothing, type Speech, tailList, timeIn } from './tailList.ts';

export interface FencedPageParts {
  readonly speech: Speech;
  /** Where the hub is now; null: not known. */
  readonly address: string | null;
  /** The same as a QR code, an SVG of our own making. */
  readonly code: string | null;
  /** When they met, wall clock. */
  readonly at: number;
  /** null: not known yet; `hidden`: not for whoever asks. */
  readonly tail: Tail | 'hidden' | null;
  /** What this device can be a station as; null: whoever asks cannot make it one. */
  readonly stations: ReadonlyArray<{ readonly id: string; readonly name: string }> | null;
}

/** On a hub that was replaced: who took over, what only this one knows, and the way to be of use again. */
export function fencedPage(parts: FencedPageParts): string {
  const { speech, address, code, tail } = parts;
  const words = speech.words.fenced;
  const link = address === null ? '' : `<a href="${escaped(address)}">${escaped(address)}</a>`;
  const body = `<h1>${escaped(words.title)}</h1>
<p>${escaped(words.why.replace('{{time}}', timeIn(speech, parts.at)))}</p>
<div class="hub">${code ?? ''}${link}</div>
${tail === 'hidden' ? '' : `<section><h2>${escaped(words.tail)}</h2>${tailHtml(tail, speech)}</section>`}
<section><h2>${escaped(words.join)}</h2>${joinHtml(parts)}</section>`;
  return plainPage({ language: speech.language, body, isWatched: true });
}

function tailHtml(tail: Tail | null, speech: Speech): string {
  const words = speech.words.fenced;
  if (tail === null) return `<p>${escaped(words.tailUnknown)}</p>`;
  if (isNothing(tail)) return `<p>${escaped(words.tailEmpty)}</p>`;
  return `<p>${escaped(words.tailWhy)}</p>${tailList(tail, speech)}`;
}

function joinHtml({ speech, stations }: FencedPageParts): string {
  const words = speech.words.fenced;
  if (stations === null) return `<p>${escaped(words.joinElsewhere)}</p>`;
  const options = stations.map(({ id, name }) => `<option value="${escaped(id)}">${escaped(name)}</option>`);
  const question = questionHtml({
    offer: words.joinOffer,
    question: words.joinQuestion,
    choice: `<label>${escaped(words.joinWhich)} <select name="station">${options.join('')}</select></label>`,
    yes: words.joinYes,
    no: words.joinNo,
    path: '/api/standby/station',
    working: words.joinWorking,
    refusals: { away: words.joinAway, refused: words.joinRefused, failed: words.joinFailed },
  });
  return `<p>${escaped(words.joinWhy)}</p>${question}`;
}
