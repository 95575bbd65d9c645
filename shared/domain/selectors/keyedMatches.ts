import type { TicketId } from '../../lib/ids.ts';
import { isLive, itemOf, rounded } from '../model/progress.ts';
import type { State } from '../model/state.ts';
import type { Ticket } from '../model/ticket.ts';

export interface MatchLine {
  readonly key: string;
  readonly name: string;
  readonly names: Readonly<Record<string, string>> | null;
  readonly quantity: number;
  /** In both lists: cooked once, unless somebody says that it is new food. */
  readonly isShared: boolean;
}

/** What was keyed by hand beside what the POS has put since, at one table. */
export interface KeyedMatch {
  /** Any of the pair's questions, to answer all. */
  readonly question: string;
  readonly isSettled: boolean;
  readonly at: number;
  readonly number: string;
  readonly by: string;
  readonly keyed: readonly MatchLine[];
  readonly put: readonly MatchLine[];
}

/** Of one ticket of the POS; a keyed ticket that is closed can no longer be told apart. */
export function keyedMatches(state: State, id: TicketId): KeyedMatch[] {
  const ticket = state.tickets.get(id);
  const givers = new Set(ticket?.questions.flatMap(({ match, from }) => (match ? [from.ticket] : [])));
  return [...givers].flatMap((giver) => {
    const keyed = state.tickets.get(giver);
    return ticket && keyed?.keyed ? [matchOf(ticket, keyed, keyed.keyed)] : [];
  });
}

function matchOf(ticket: Ticket, from: Ticket, { at, by }: NonNullable<Ticket['keyed']>): KeyedMatch {
  const pair = ticket.questions.filter((one) => one.match && one.from.ticket === from.id);
  const shared = pair.map(({ item, batches, from: line }) => {
    const record = itemOf(ticket, item);
    const theirs = record?.batches.filter((batch) => isLive(batch) && batches.includes(batch.n)) ?? [];
    return { item, line: line.item, quantity: sum(theirs) };
  });
  const rest = from.items.map((item) => ({ item, quantity: sum(item.batches.filter(isLive)) }));
  const ours = shared.flatMap(({ line, quantity }) => {
    const item = itemOf(from, line);
    return item ? [lineOf(item, quantity, true)] : [];
  });
  const put = ticket.items.flatMap((item) => {
    const same = rounded(
      shared.filter((one) => one.item === item.id).reduce((all, one) => all + one.quantity, 0),
    );
    const more = rounded(sum(item.batches.filter(isLive)) - same);
    return [lineOf(item, same, true), lineOf(item, more, false)];
  });
  return {
    question: pair[0]?.id ?? '',
    isSettled: pair.every(({ match }) => match?.isSettled === true),
    at,
    by,
    number: from.head.number,
    keyed: [...ours, ...rest.map(({ item, quantity }) => lineOf(item, quantity, false))].filter(isThere),
    put: put.filter(isThere),
  };
}

const isThere = ({ quantity }: MatchLine) => quantity > 0;

function lineOf({ id, face }: Ticket['items'][number], quantity: number, isShared: boolean): MatchLine {
  return { key: `${id} ${isShared}`, name: face.name, names: face.names, quantity, isShared };
}

function sum(batches: Ticket['items'][number]['batches']): number {
  return rounded(batches.reduce((all, { quantity }) => all + quantity, 0));
}
