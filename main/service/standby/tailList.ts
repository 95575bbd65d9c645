import type { Tail } from '../../../shared/domain/selectors/tail.ts';
import { en } from '../../../shared/lib/words/en.ts';
import { es } from '../../../shared/lib/words/es.ts';
import { escaped } from '../plain/plainPage.ts';

/** What a plain page is written in. */
export interface Speech {
  readonly words: typeof en;
  readonly language: string;
  readonly timeZone: string;
}

export function speechOf({ language, timeZone }: { language: string; timeZone: string }): Speech {
  return { words: language === 'es' ? es : en, language, timeZone };
}

/** A wall clock's time, as the house reads it. */
export function timeIn({ language, timeZone }: Speech, at: number): string {
  return new Intl.DateTimeFormat(language, { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
}

export const isNothing = ({ tickets, house }: Tail): boolean => tickets.length === 0 && house.length === 0;

/** What a person keys in again, ticket by ticket. */
export function tailList(tail: Tail, speech: Speech): string {
  const words = speech.words.fenced;
  const tickets = tail.tickets.map(({ number, table, dishes, did, at }) => {
    const name = table === null ? number : `${number} · ${words.table.replace('{{table}}', table)}`;
    const said = did.map((kind) => words.did[kind]).join(', ');
    const food = dishes.length === 0 ? '' : ` (${dishes.join(', ')})`;
    return `<li data-testid="tail-ticket"><b>${escaped(name)}</b> ${timeIn(speech, at)} ${escaped(said + food)}</li>`;
  });
  const house = tail.house.map((kind) => `<li>${escaped(words.house[kind])}</li>`);
  return `<ul>${[...tickets, ...house].join('')}</ul>`;
}
