import type { Party } from '../../../../shared/domain/model/party.ts';
import { rankOf } from '../../../../shared/domain/model/partyStates.ts';
import type { ServiceDay } from '../../../../shared/lib/ids.ts';

/** By what a host sorts the book. */
export const SORTS = ['time', 'name', 'covers', 'table', 'state'] as const;
export type Sort = (typeof SORTS)[number];

export interface BookRow {
  readonly party: Party;
  readonly name: string;
}

/** The book of one service day, in order; equal ones by their time. Who has no time stands by when they came. */
export function bookRows(
  parties: Iterable<Party>,
  day: ServiceDay,
  sort: Sort,
  locale: string,
  nameOf: (party: Party) => string,
): BookRow[] {
  const rows: BookRow[] = [];
  for (const party of parties) if (party.live.day === day) rows.push({ party, name: nameOf(party) });
  const words = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const by: Record<Sort, (a: BookRow, b: BookRow) => number> = {
    time: () => 0,
    name: (a, b) => words.compare(a.name, b.name),
    covers: (a, b) => b.party.live.covers - a.party.live.covers,
    // Without a table last.
    table: (a, b) => words.compare(tablesOf(a), tablesOf(b)),
    state: (a, b) => rankOf(a.party.live.state) - rankOf(b.party.live.state),
  };
  return rows.sort((a, b) => by[sort](a, b) || timeOf(a) - timeOf(b));
}

const timeOf = ({ party }: BookRow) => party.live.at ?? party.receivedAt;
const tablesOf = ({ party }: BookRow) => party.live.tables.join(' + ') || '\uffff';
