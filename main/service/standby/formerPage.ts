import { escaped, plainPage, questionHtml } from '../plain/plainPage.ts';
import type { FormerTail } from './FormerDesk.ts';
import { type Speech, tailList, timeIn } from './tailList.ts';

/** On a station that was the hub: what only it knew, until somebody says that it is keyed in. */
export function formerPage(tails: readonly FormerTail[], speech: Speech): string {
  const words = speech.words.formerHub;
  const lists = tails.map((former) => oneHub(former, speech)).join('');
  const question = questionHtml({
    offer: words.done,
    question: words.doneQuestion,
    choice: '',
    yes: words.doneYes,
    no: words.doneNo,
    path: '/api/standby/keyed-in',
    working: words.doneWorking,
    refusals: { failed: words.doneFailed },
  });
  const body = `<h1 class="calm">${escaped(words.title)}</h1>
${tails.length === 0 ? `<p>${escaped(words.nothing)}</p>` : lists}
<section><a class="press" href="/" data-testid="back">${escaped(words.back)}</a>${tails.length === 0 ? '' : question}</section>`;
  return plainPage({ language: speech.language, body, isWatched: false });
}

function oneHub({ folder, at, tail }: FormerTail, speech: Speech): string {
  const { formerHub, fenced } = speech.words;
  const why = `<h2>${escaped(formerHub.why.replace('{{time}}', timeIn(speech, at)))}</h2>`;
  if (tail === null)
    return `<section>${why}<p>${escaped(formerHub.unreadable.replace('{{folder}}', folder))}</p></section>`;
  return `<section>${why}<p>${escaped(fenced.tailWhy)}</p>${tailList(tail, speech)}</section>`;
}
