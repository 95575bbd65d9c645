import type { HouseConfig } from '../../config/houseConfig.ts';
import type { CheckedPlate } from '../model/food.ts';
import { foodToPack, isFetched, isPackedFor, isWhollyReady } from '../model/packing.ts';
import type { State } from '../model/state.ts';
import type { Handoff, Ticket } from '../model/ticket.ts';
import { allergyBands } from './allergyBands.ts';
import type { AllergyBand, FireClock, LineView, TileView } from './boardView.ts';
import { fireClockOf, type Portion } from './fireClock.ts';
import { isLater } from './laterList.ts';
import { possibleOf } from './possibleAllergies.ts';
import { headerOf } from './stationTile.ts';
import { tileLines } from './tileLines.ts';

/** In the order of the list: who waits at the door, what is to be packed, what waits on the shelf, what is still made, what is over. */
export const HAND_OFF_STAGES = ['here', 'ready', 'packed', 'cooking', 'returned', 'handed_over'] as const;
export type HandOffStage = (typeof HAND_OFF_STAGES)[number];

/** Equal dishes of one bag; `bag` null: not packed. */
export interface PackLine {
  readonly line: LineView;
  readonly bag: number | null;
  /** All of it is ready: it may go into a bag. */
  readonly isReady: boolean;
}

/** An order on its way out of the house. Instants of hub time. */
export interface HandOffOrder
  extends Pick<TileView, 'ticketId' | 'externalId' | 'title' | 'head' | 'customer' | 'rushAt' | 'possible'> {
  readonly stage: HandOffStage;
  readonly hereAt: number | null;
  /** When the last of its food was ready; null: it is not. */
  readonly readyAt: number | null;
  /** It counts down to the promise. */
  readonly clock: FireClock | null;
  readonly steps: Omit<Handoff, 'bags'>;
  readonly bags: number;
  readonly bands: readonly AllergyBand[];
  readonly lines: readonly PackLine[];
  readonly isPacked: boolean;
}

/** Rule H2. What waits at the door first, then oldest ready first; what is not ready by its promise. */
export function handOffList(state: State, config: HouseConfig, now: number): HandOffOrder[] {
  return [...state.tickets.values()]
    .filter((ticket) => isPackedFor(ticket.head) && !ticket.isLeftFromYesterday && !isLater(ticket, now))
    .flatMap((ticket) => orderOf(ticket, config) ?? [])
    .sort(
      (a, b) =>
        HAND_OFF_STAGES.indexOf(a.stage) - HAND_OFF_STAGES.indexOf(b.stage) ||
        waitsFrom(a) - waitsFrom(b) ||
        (a.ticketId < b.ticketId ? -1 : 1),
    );
}

/** Orders that somebody has something to do for now: the number on expo's button. */
export function handOffCount(state: State, now: number): number {
  let count = 0;
  for (const ticket of state.tickets.values()) {
    if (!isPackedFor(ticket.head) || ticket.isLeftFromYesterday || isLater(ticket, now)) continue;
    if (isOver(ticket) || foodToPack(ticket).length === 0) continue;
    count += 1;
  }
  return count;
}

function orderOf(ticket: Ticket, config: HouseConfig): HandOffOrder | null {
  const food = foodToPack(ticket);
  if (food.length === 0) return null;
  const { handoff } = ticket;
  const { ticketId, externalId, title, head, customer, rushAt } = headerOf(ticket);
  const { bags = 1, ...steps } = handoff ?? {
    packedAt: null,
    courierHereAt: null,
    handedOverAt: null,
    returnedAt: null,
  };
  return {
    ticketId,
    externalId,
    title,
    head,
    customer,
    rushAt,
    possible: [null, ...ticket.items.map(({ id }) => id)].flatMap((id) => possibleOf(ticket, id)),
    stage: stageOf(ticket),
    hereAt: steps.courierHereAt ?? head.pickup?.arrivedAt ?? null,
    readyAt: isWhollyReady(ticket) ? lastReadyAt(food) : null,
    clock: fireClockOf(ticket, food, config),
    steps,
    bags,
    bands: allergyBands(ticket, null),
    lines: packLines(ticket, food, config),
    isPacked: steps.packedAt !== null,
  };
}

function isOver({ handoff }: Ticket): boolean {
  return handoff !== null && (handoff.handedOverAt !== null || handoff.returnedAt !== null);
}

function stageOf(ticket: Ticket): HandOffStage {
  const { handoff } = ticket;
  if (handoff !== null && handoff.handedOverAt !== null) return 'handed_over';
  if (handoff !== null && handoff.returnedAt !== null) return 'returned';
  if (isFetched(ticket)) return 'here';
  if (handoff !== null && handoff.packedAt !== null) return 'packed';
  return isWhollyReady(ticket) ? 'ready' : 'cooking';
}

/** What is over stands latest first: it is looked for because it has just gone wrong. */
function waitsFrom({ stage, steps, readyAt, head }: HandOffOrder): number {
  if (stage === 'handed_over') return -(steps.handedOverAt ?? 0);
  if (stage === 'returned') return -(steps.returnedAt ?? 0);
  return readyAt ?? LATER_THAN_READY + (head.promisedAt ?? 0);
}

/** Beyond any hub instant, so that what is not ready stands after what is. */
const LATER_THAN_READY = 1e15;

function lastReadyAt(food: readonly Portion[]): number | null {
  const times = food.flatMap(({ batch }) => batch.parts.flatMap(({ readyAt }) => readyAt ?? []));
  return times.length > 0 ? Math.max(...times) : null;
}

/** What is still to be packed first, then bag by bag. */
function packLines(ticket: Ticket, food: readonly Portion[], config: HouseConfig): PackLine[] {
  const bags = [...new Set(food.map(({ batch }) => batch.bag))].sort((a, b) => (a ?? 0) - (b ?? 0));
  return bags.flatMap((bag) =>
    tileLines(
      ticket,
      food.filter(({ batch }) => batch.bag === bag),
      null,
      config,
    ).map((line) => ({
      line,
      bag,
      isReady: line.ready >= line.quantity,
    })),
  );
}

/** The dishes of an allergy among these, with what stands beside each: what a press on one of them says that it was held against. */
export function lookedAt(lines: readonly PackLine[]): CheckedPlate[] {
  return lines.flatMap(({ line }) =>
    line.allergies.length === 0
      ? []
      : line.portions.map(({ item, batch }) => ({
          item,
          batch,
          allergies: line.allergies.map(({ key }) => key),
        })),
  );
}
