import type { Tail } from '../../../shared/domain/selectors/tail.ts';
import type { Words } from '../../../shared/lib/words/en.ts';
import { languageOf } from '../../languages/spoken.ts';
import { escaped } from '../plain/plainPage.ts';

/** What a plain page is written in. */
export interface Speech {
  readonly words: Words;
  readonly language: string;
  readonly locale: string;
  readonly timeZone: string;
}

export function speechOf({ language, timeZone }: { language: string; timeZone: string }): Speech {
  const { code, locale, words } = languageOf(language);
  return { words, language: code, locale, timeZone };
}

/** A wall clock's time, as the house reads it. */
export function timeIn({ locale, timeZone }: Speech, at: number): string {
  return new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
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
