import type { StationId } from '../../lib/ids.ts';
import type { OnPaper, ToldFood } from './chit.ts';
import type { Batch, Item } from './food.ts';
import { isFired, isLive, isRun, itemOf, partAt } from './progress.ts';
import { type Ticket, titleOf } from './ticket.ts';

/**
 * Rules C13 to C15: what a slip tells is kept beside it, because no clock shows that food has gone from a cook's paper: held food has none any
 * more, and moved food keeps its own.
 */

/** All that a slip of this station tells as to be made there, as the ticket is now. */
export function toldNow(ticket: Ticket, station: StationId, number: number): ToldFood[] {
  const title = titleOf(ticket.head);
  return ticket.items.flatMap((item) =>
    item.batches.flatMap((batch): ToldFood[] => {
      const { n, firedAt, quantity } = batch;
      if (firedAt === null || !isLive(batch) || isRun(batch) || partAt(batch, station) === undefined)
        return [];
      return [{ item: item.id, batch: n, firedAt, quantity, title, number }];
    }),
  );
}

/** The slip that told it; pieces of a batch keep the moment it was fired, and what was held and fired again its number. */
export function toldOf(paper: OnPaper, item: Item, batch: Batch): ToldFood | undefined {
  return paper.told?.find((told) => told.item === item.id && isOf(told, batch));
}

export function isOf({ batch: n, firedAt }: Pick<ToldFood, 'batch' | 'firedAt'>, batch: Batch): boolean {
  return batch.n === n || batch.firedAt === firedAt;
}

/** Food that a cook's paper tells and that is not to be made there now. `elsewhere`: it was moved while its slip was being printed. */
export interface LeftFood {
  readonly item: Item;
  readonly batch: Batch;
  readonly why: 'held' | 'station' | 'void' | 'elsewhere';
}

/** Voids of fired food are not among it: they stand struck by themselves (V2). */
export function leftPaper(ticket: Ticket, station: StationId): LeftFood[] {
  const told = ticket.paper[station]?.told ?? [];
  return [...new Set(told.map(({ item }) => item))].flatMap((id): LeftFood[] => {
    const item = itemOf(ticket, id);
    if (item === undefined) return [];
    const mine = told.filter((one) => one.item === id);
    const left = item.batches
      .filter((batch) => mine.some((one) => isOf(one, batch)))
      .flatMap((batch): LeftFood[] => {
        const why = whyLeft(batch, station);
        return why === null ? [] : [{ item, batch, why }];
      });
    const lost = mine.filter((one) => !item.batches.some((batch) => isOf(one, batch)));
    return [...left, ...lost.map((one): LeftFood => ({ item, batch: gone(one), why: 'elsewhere' }))];
  });
}

function whyLeft(batch: Batch, station: StationId): LeftFood['why'] | null {
  if (!isFired(batch)) return isLive(batch) ? 'held' : 'void';
  return isLive(batch) && !isRun(batch) && partAt(batch, station) === undefined ? 'station' : null;
}

/** As the slip told it: nothing of it is on this ticket any more. */
function gone({ batch: n, firedAt, quantity }: ToldFood): Batch {
  const bare = {
    bumped: 0,
    run: 0,
    runAt: null,
    passAt: null,
    bag: null,
    turnedSeq: 0,
    turnedBy: null,
    refire: null,
  };
  return {
    ...bare,
    n,
    kind: 'first',
    quantity,
    addedAt: firedAt,
    firedAt,
    firedBy: null,
    parts: [],
    void: null,
    stops: [],
  };
}

/** It is still to be made here, and its slip has it under another table. */
export function isUnderOldTitle(ticket: Ticket, station: StationId): boolean {
  const paper = ticket.paper[station];
  if (paper === undefined) return false;
  const title = titleOf(ticket.head);
  return ticket.items.some((item) =>
    item.batches.some((batch) => {
      const part = partAt(batch, station);
      if (part === undefined || !isLive(batch) || !isFired(batch) || part.ready >= batch.quantity)
        return false;
      const told = toldOf(paper, item, batch);
      return told !== undefined && told.title !== title;
    }),
  );
}

/** Food on its way from one line to another. */
export interface Carried {
  readonly from: Pick<ToldFood, 'item'>;
  readonly to: Pick<ToldFood, 'item'>;
  /** What went, as it was numbered there and as it is numbered here. */
  readonly batches: readonly { readonly was: Batch; readonly is: Batch }[];
}

/** Stations whose slip of the giving ticket tells some of it, be it held since or moved to another station. */
export function stationsTold(giver: Ticket, { from, batches }: Carried): StationId[] {
  return Object.entries(giver.paper)
    .filter(([, { told }]) =>
      told?.some((one) => one.item === from.item && batches.some(({ was }) => isOf(one, was))),
    )
    .map(([station]) => station as StationId);
}

/** C14: a move takes along what the giving ticket's slip tells of it, under the table that stands there. */
export function withPaperCarried(
  ticket: Ticket,
  giver: Ticket,
  station: StationId,
  carried: Carried,
): Ticket {
  const own = ticket.paper[station];
  const slip = giver.paper[station];
  if (slip === undefined) return ticket;
  const moved = (slip.told ?? []).flatMap((told) => {
    if (told.item !== carried.from.item) return [];
    const went = carried.batches.filter(({ was }) => isOf(told, was));
    return went.map(({ is }) => ({ ...told, item: carried.to.item, batch: is.n, quantity: is.quantity }));
  });
  const isKnown = slip.told !== null && (own === undefined || own.told !== null);
  const told = isKnown ? [...(own?.told ?? []), ...moved] : null;
  return { ...ticket, paper: { ...ticket.paper, [station]: { ...(own ?? slip), told } } };
}

/** The giving ticket's slip tells no more of what went, unless some of it stayed. */
export function withPaperLeft(ticket: Ticket, item: Item, went: readonly Batch[]): Ticket {
  const isGone = (told: ToldFood) =>
    told.item === item.id &&
    went.some((batch) => isOf(told, batch)) &&
    !item.batches.some((batch) => isOf(told, batch));
  const paper = Object.fromEntries(
    Object.entries(ticket.paper).map(([station, slip]) => [
      station,
      slip.told?.some(isGone) ? { ...slip, told: slip.told.filter((told) => !isGone(told)) } : slip,
    ]),
  );
  return { ...ticket, paper };
}
