import type { StationId } from '../../lib/ids.ts';
import type { Batch, Item, Part, Stage } from './food.ts';
import type { Course, Ticket } from './ticket.ts';

/** How far food is. Everything here is read off the records; nothing is stored twice. */

/** Quantities have at most three decimals; sums of them are rounded back so that equal food compares equal. */
export function rounded(quantity: number): number {
  return Math.round(quantity * 1000) / 1000;
}

export function isLive(batch: Batch): boolean {
  return batch.void === null;
}

export function isFired(batch: Batch): boolean {
  return batch.firedAt !== null;
}

export function isStarted(batch: Batch): boolean {
  return batch.parts.some((part) => part.startedAt !== null || part.ready > 0);
}

/** Portions that every station of the dish has made ready. */
export function readyEverywhere(batch: Batch): number {
  return batch.parts.reduce((least, part) => Math.min(least, part.ready), batch.quantity);
}

export function isReady(batch: Batch): boolean {
  return isFired(batch) && readyEverywhere(batch) >= batch.quantity;
}

export function isRun(batch: Batch): boolean {
  return batch.run >= batch.quantity;
}

export function stageOf(batch: Batch): Stage {
  if (!isFired(batch)) return 'held';
  if (isRun(batch)) return 'run';
  if (isReady(batch)) return 'ready';
  return isStarted(batch) ? 'cooking' : 'not_started';
}

export function partAt(batch: Batch, station: StationId): Part | undefined {
  return batch.parts.find((part) => part.station === station);
}

/** Since when a plate of it stands at the pass, be others of the same line still on the stove. null: none does. */
export function atPassSince(batch: Batch): number | null {
  if (!isLive(batch) || batch.bumped <= batch.run) return null;
  return batch.passAt ?? lastReadyAt(batch);
}

/** Of a log before plates had a moment of their own: when the last of its stations was done. */
function lastReadyAt({ parts }: Batch): number | null {
  const times = parts.flatMap(({ readyAt }) => readyAt ?? []);
  return times.length > 0 ? Math.max(...times) : null;
}

/** Something a station still has to make, hold or see go. */
export function isWorkAt(batch: Batch, station: StationId): boolean {
  const part = partAt(batch, station);
  if (part === undefined) return false;
  if (!isLive(batch)) return batch.void?.owedBy.includes(station) ?? false;
  return !isRun(batch) && (!isFired(batch) || part.ready < batch.quantity);
}

/** Fired food that this station has not made ready. */
export function isCookingAt(batch: Batch, station: StationId): boolean {
  return isLive(batch) && isFired(batch) && isWorkAt(batch, station);
}

export function liveBatches(item: Item): Batch[] {
  return item.batches.filter(isLive);
}

export function liveQuantity(item: Item): number {
  return rounded(liveBatches(item).reduce((sum, batch) => sum + batch.quantity, 0));
}

export function itemOf(ticket: Ticket, id: string): Item | undefined {
  return ticket.items.find((item) => item.id === id);
}

export function courseOf(ticket: Ticket, number: number): Course | undefined {
  return ticket.courses.find((course) => course.number === number);
}

export function courseItems(ticket: Ticket, number: number): Item[] {
  return ticket.items.filter((item) => item.face.course === number);
}

/** Food that its course waits for: not an on-call dish that nobody has called. */
export function countsForCourse(item: Item, batch: Batch): boolean {
  return isLive(batch) && !(item.face.fire === 'on_call' && !isFired(batch));
}

export function courseProgress(
  ticket: Ticket,
  number: number,
): { food: number; isReady: boolean; isRun: boolean } {
  let food = 0;
  let ready = true;
  let run = true;
  for (const item of courseItems(ticket, number)) {
    for (const batch of item.batches) {
      if (!countsForCourse(item, batch)) continue;
      food += 1;
      ready &&= isReady(batch);
      run &&= isRun(batch);
    }
  }
  return { food, isReady: food > 0 && ready, isRun: food > 0 && run };
}

export function ticketProgress(ticket: Ticket): {
  food: number;
  isReady: boolean;
  isRun: boolean;
  isSeen: boolean;
  hadFood: boolean;
} {
  let food = 0;
  let ready = true;
  let run = true;
  let seen = ticket.questions.every(({ match }) => match?.isSettled === true);
  let hadFood = false;
  for (const item of ticket.items) {
    for (const batch of item.batches) {
      hadFood = true;
      if (batch.void) {
        seen &&= batch.void.owedBy.length === 0;
        continue;
      }
      food += 1;
      ready &&= isReady(batch);
      run &&= isRun(batch);
    }
    hadFood ||= item.takenAhead > 0 || item.saidState !== 'active';
  }
  return { food, isReady: food > 0 && ready, isRun: run, isSeen: seen, hadFood };
}

export function stationsOfItems(items: readonly Item[]): StationId[] {
  return [...new Set(items.flatMap((item) => item.stations))];
}
