import type { StationId, TicketId } from '../../lib/ids.ts';
import type { Chit } from '../model/chit.ts';
import { isFired, isLive, partAt } from '../model/progress.ts';
import type { State } from '../model/state.ts';
import type { Ticket } from '../model/ticket.ts';
import { leftPaper } from '../model/toldFood.ts';
import type { PaperMark, TileView } from './boardView.ts';

const UNDER_WAY: ReadonlySet<Chit['state']> = new Set(['queued', 'sending', 'unknown', 'failed', 'missed']);

/** What is on paper of a ticket, by station. `station`: only there; null: wherever it is still to be made or seen. */
export function paperMarks(ticket: Ticket, station: StationId | null): PaperMark[] {
  const stations = Object.keys(ticket.paper).filter((id) =>
    station === null ? isAtWork(ticket, id as StationId) : id === station,
  ) as StationId[];
  return stations.flatMap((at): PaperMark[] => {
    const paper = ticket.paper[at];
    if (paper === undefined) return [];
    const { version, told: _told, ...said } = paper;
    return [{ station: at, paper: { ...said, isCurrent: version === ticket.versions[at] }, chit: null }];
  });
}

/** Somebody there still works by that paper, or has yet to be told that it is not so. */
function isAtWork(ticket: Ticket, station: StationId): boolean {
  if (leftPaper(ticket, station).length > 0) return true;
  return ticket.items.some(({ batches }) =>
    batches.some((batch) => {
      const part = partAt(batch, station);
      if (part === undefined || !isFired(batch)) return false;
      return isLive(batch) ? part.ready < batch.quantity : (batch.void?.owedBy.includes(station) ?? false);
    }),
  );
}

interface Dressed {
  readonly chits: readonly Chit[];
  readonly tile: TileView;
}

const NONE: readonly Chit[] = [];
const dressed = new WeakMap<TileView, Dressed>();

/** The slips under way laid over a tile: they change without their ticket. The same tile as before while they are the same. */
export function withChits(tile: TileView, state: Pick<State, 'chits'>): TileView {
  const chits = underWay(state.chits).get(tile.ticketId) ?? NONE;
  if (chits.length === 0) return tile;
  const known = dressed.get(tile);
  if (known && isSameList(known.chits, chits)) return known.tile;
  const view = { ...tile, paper: laidOver(tile, chits) };
  dressed.set(tile, { chits, tile: view });
  return view;
}

function laidOver({ paper, station }: TileView, chits: readonly Chit[]): PaperMark[] {
  const marks = new Map(paper.map((mark) => [mark.station, mark]));
  for (const { station: at, number, state, trouble } of chits) {
    if (station !== 'expo' && station !== at) continue;
    const mark = marks.get(at) ?? { station: at, paper: null, chit: null };
    if (state === 'printed' || state === 'dropped') continue;
    marks.set(at, { ...mark, chit: { number, state, trouble } });
  }
  return [...marks.values()];
}

const books = new WeakMap<State['chits'], ReadonlyMap<TicketId, readonly Chit[]>>();

/** By ticket, oldest first; made once for a state of all chits. */
function underWay(chits: State['chits']): ReadonlyMap<TicketId, readonly Chit[]> {
  const known = books.get(chits);
  if (known) return known;
  const book = new Map<TicketId, Chit[]>();
  const open = Object.values(chits).filter(({ state }) => UNDER_WAY.has(state));
  for (const chit of open.sort((a, b) => a.queuedAt - b.queuedAt || a.number - b.number))
    for (const { ticket } of chit.parts) book.set(ticket, [...(book.get(ticket) ?? []), chit]);
  books.set(chits, book);
  return book;
}

const isSameList = <T>(a: readonly T[], b: readonly T[]) =>
  a.length === b.length && a.every((one, index) => one === b[index]);
