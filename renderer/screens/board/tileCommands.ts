import type { ScreenCommand } from '../../../shared/domain/commands/command.ts';
import type { CallBack } from '../../../shared/domain/model/callBack.ts';
import type { ConflictAnswer } from '../../../shared/domain/model/food.ts';
import type { LineView, QuestionView, TileView } from '../../../shared/domain/selectors/boardView.ts';
import type { AllergyKey, StationId, TicketId } from '../../../shared/lib/ids.ts';

/** What each press asks of the hub. Every command names what was on the glass and the log number it was seen at. */
export interface Seen {
  readonly station: StationId;
  readonly seen: number;
}

export function bumpTicket(tile: TileView, { station, seen }: Seen): ScreenCommand | null {
  if (tile.place.kind !== 'bump') return null;
  const { portions, voids, changes } = tile.place;
  return {
    type: 'ticket.bump',
    ticket: tile.ticketId,
    station,
    portions: [...portions],
    voids: [...voids],
    changes: [...changes],
    ...(tile.notes ? { notes: tile.notes.map(({ id }) => id) } : {}),
    seen,
  };
}

/** The counts that stood before the bump. */
export function undoBump(tile: TileView, { station, seen }: Seen): ScreenCommand | null {
  if (tile.place.kind !== 'bump') return null;
  const before = new Map(
    tile.lines.flatMap(({ portions }) =>
      portions.map(({ item, batch, ready }) => [`${item}/${batch}`, ready] as const),
    ),
  );
  return {
    type: 'item.recall',
    ticket: tile.ticketId,
    station,
    portions: tile.place.portions.map(({ item, batch }) => ({
      item,
      batch,
      quantity: before.get(`${item}/${batch}`) ?? 0,
    })),
    undo: true,
    seen,
  };
}

export function hearAllergies(tile: TileView, { station, seen }: Seen): ScreenCommand | null {
  if (tile.place.kind !== 'hear') return null;
  const { allergies, portions } = tile.place;
  return {
    type: 'allergy.hear',
    ticket: tile.ticketId,
    station,
    allergies: [...allergies],
    portions: [...portions],
    seen,
  };
}

export function hearTicket(tile: TileView, { station }: Seen): ScreenCommand {
  return { type: 'ticket.hear', ticket: tile.ticketId, station, version: tile.version };
}

/** Started, then ready, then back to fired; with two steps the first press makes it ready. A void is read. */
export function pressDish(tile: TileView, line: LineView, steps: 2 | 3, seen: Seen): ScreenCommand | null {
  const at = { ticket: tile.ticketId, ...seen };
  switch (line.state) {
    case 'fired':
      return steps === 3 ? { type: 'item.start', ...at, portions: whole(line) } : makeReady(line, at);
    case 'started':
      return makeReady(line, at);
    case 'ready':
      return {
        type: 'item.recall',
        ...at,
        // What has gone out is the guests', also where it shares a line with what has not.
        portions: line.portions
          .filter(({ run, quantity }) => run < quantity)
          .map(({ item, batch, run }) => ({ item, batch, quantity: run })),
        undo: false,
      };
    case 'void':
      return line.isUnseen ? { type: 'changes.see', ...at, voids: whole(line), changes: [] } : null;
    case 'held':
    case 'run':
      return null;
    default:
      return line.state satisfies never;
  }
}

/** So many more of a line of several, portion by portion. null: all of it is ready, or it is not being made. */
export function countMore(tile: TileView, line: LineView, by: number, seen: Seen): ScreenCommand | null {
  if (line.state === 'held' || line.state === 'void') return null;
  let left = by;
  const portions = line.portions.flatMap(({ item, batch, quantity, ready }) => {
    const more = Math.min(left, quantity - ready);
    left -= Math.max(0, more);
    return more > 0 ? [{ item, batch, quantity: ready + more }] : [];
  });
  return portions.length === 0 ? null : { type: 'item.bump', ticket: tile.ticketId, ...seen, portions };
}

export function answerConflict(
  tile: TileView,
  line: LineView,
  allergy: AllergyKey,
  answer: ConflictAnswer,
  seen: number,
): ScreenCommand[] {
  const items = new Set(line.portions.map(({ item }) => item));
  return [...items].map((item) => ({
    type: 'conflict.answer',
    ticket: tile.ticketId,
    item,
    allergy,
    answer,
    seen,
  }));
}

export function answerStop(
  tile: TileView,
  line: LineView,
  answer: 'carry_on' | 'refire',
  seen: number,
): ScreenCommand[] {
  return line.portions.map(({ item, batch }) => ({
    type: 'stop.answer',
    ticket: tile.ticketId,
    item,
    batch,
    answer,
    seen,
  }));
}

export function answerQuestion(
  tile: TileView,
  question: QuestionView,
  answer: 'same' | 'new',
): ScreenCommand {
  return { type: 'food.answer', ticket: tile.ticketId, question: question.id, answer };
}

/** CALLED, HEARD BACK. */
export function callBackOf(
  { ticket, station, isDown, allergies, portions }: CallBack & { readonly ticket: TicketId },
  seen: number,
): ScreenCommand {
  const keys = allergies.map(({ key }) => key);
  return {
    type: 'allergy.callBack',
    ticket,
    at: station,
    allergies: keys,
    portions: [...portions],
    isDown,
    seen,
  };
}

export function answerHowLong(tile: TileView, minutes: number): ScreenCommand {
  return { type: 'station.answer', ticket: tile.ticketId, station: tile.station, minutes };
}

/** One note of expo was read, and nothing else on the tile. */
export function seeNote(tile: TileView, note: string, seen: number): ScreenCommand {
  const { ticketId: ticket, station } = tile;
  return { type: 'changes.see', ticket, station, voids: [], changes: [], notes: [note], seen };
}

function whole(line: LineView) {
  return line.portions.map(({ item, batch }) => ({ item, batch }));
}

function makeReady(line: LineView, at: Seen & { ticket: TileView['ticketId'] }): ScreenCommand {
  const portions = line.portions.map(({ item, batch, quantity }) => ({ item, batch, quantity }));
  return { type: 'item.bump', ...at, portions };
}
