import type { HouseConfig } from '../../config/houseConfig.ts';
import type { ItemId, StationId, TicketId } from '../../lib/ids.ts';
import { isFired, isLive, isRun, partAt } from '../model/progress.ts';
import type { State } from '../model/state.ts';
import { type Ticket, titleOf } from '../model/ticket.ts';
import type { Portion } from './fireClock.ts';

/** Food of one course of one ticket that has left a board, and what brings it back. */
export interface Recallable {
  /** Unique in the list. */
  readonly key: string;
  readonly ticket: TicketId;
  readonly title: string;
  readonly number: string;
  readonly course: number;
  readonly courseName: string | null;
  /** When its last portion was bumped here, or run. */
  readonly at: number;
  readonly dishes: readonly {
    readonly key: string;
    readonly quantity: number;
    readonly name: string;
    readonly names: Readonly<Record<string, string>> | null;
  }[];
  readonly portions: readonly { readonly item: ItemId; readonly batch: number; readonly quantity: 0 }[];
}

const MINUTE_MS = 60_000;

/**
 * What may be recalled, latest first. `station` null: expo, where what has been run can come back. A course of which something is still open
 * here is on the board, and its ready dishes come back by a press there.
 */
export function recallList(
  state: State,
  station: StationId | null,
  config: HouseConfig,
  now: number,
): Recallable[] {
  const from = now - config.thresholds.recallWindowMinutes * MINUTE_MS;
  const list: Recallable[] = [];
  for (const ticket of state.tickets.values()) {
    if (ticket.isLeftFromYesterday) continue;
    for (const [course, portions] of byCourse(ticket, station)) {
      const at = leftAt(portions, station);
      if (at !== null && at >= from) list.push(recallable(ticket, course, portions, at));
    }
  }
  return list.sort((a, b) => b.at - a.at || (a.key < b.key ? -1 : 1));
}

function byCourse(ticket: Ticket, station: StationId | null): Map<number, Portion[]> {
  const courses = new Map<number, Portion[]>();
  for (const item of ticket.items) {
    for (const batch of item.batches) {
      if (!isLive(batch) || !isFired(batch)) continue;
      if (station !== null && !partAt(batch, station)) continue;
      const known = courses.get(item.face.course);
      if (known) known.push({ item, batch });
      else courses.set(item.face.course, [{ item, batch }]);
    }
  }
  return courses;
}

/** null: something of it is still to do here. */
function leftAt(portions: readonly Portion[], station: StationId | null): number | null {
  let last = Number.NEGATIVE_INFINITY;
  for (const { batch } of portions) {
    const part = station === null ? null : partAt(batch, station);
    const isDone = part ? part.ready >= batch.quantity : isRun(batch);
    const at = part ? part.readyAt : batch.runAt;
    if (!isDone || at === null) return null;
    last = Math.max(last, at);
  }
  return Number.isFinite(last) ? last : null;
}

function recallable(ticket: Ticket, course: number, portions: readonly Portion[], at: number): Recallable {
  return {
    key: `${ticket.id}/${course}`,
    ticket: ticket.id,
    title: titleOf(ticket.head),
    number: ticket.head.number,
    course,
    courseName: ticket.courses.find((one) => one.number === course)?.name ?? null,
    at,
    dishes: portions.map(({ item, batch }) => ({
      key: `${item.id}/${batch.n}`,
      quantity: batch.quantity,
      name: item.face.name,
      names: item.face.names,
    })),
    portions: portions.map(({ item, batch }) => ({ item: item.id, batch: batch.n, quantity: 0 })),
  };
}
