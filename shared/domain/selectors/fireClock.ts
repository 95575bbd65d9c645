import type { HouseConfig } from '../../config/houseConfig.ts';
import type { Batch, Item } from '../model/food.ts';
import type { Ticket } from '../model/ticket.ts';
import type { FireClock } from './boardView.ts';

const MINUTE_MS = 60_000;
/** SOON from this share of the target; LATE one minute past it (PRODUCT.md "Clocks"). */
const SOON_SHARE = 0.8;
const GRACE_MS = MINUTE_MS;

export interface Portion {
  readonly item: Item;
  readonly batch: Batch;
}

/**
 * The clock of the food being cooked: it runs from the earliest begin and is late by the longest prep. null: nothing has begun. `beginOf`: where
 * that is not its fire.
 */
export function fireClockOf(
  ticket: Ticket,
  cooking: readonly Portion[],
  config: HouseConfig,
  beginOf: (portion: Portion) => number | null = ({ batch }) => batch.firedAt,
): FireClock | null {
  const fired = cooking.flatMap((portion) => {
    const at = beginOf(portion);
    return at === null ? [] : [{ item: portion.item, at }];
  });
  const first = fired.reduce<number | null>(
    (least, { at }) => (least === null || at < least ? at : least),
    null,
  );
  if (first === null) return null;
  const isPromised = !config.coursing.heldChannels.includes(ticket.head.channel);
  const promisedAt = isPromised ? ticket.head.promisedAt : null;
  return {
    firedAt: first,
    ...(promisedAt === null ? limits(ticket, fired, first, config) : limitsOfPromise(first, promisedAt)),
    promisedAt,
  };
}

/** What was promised is the target, however long its dishes take: a clock that has run past it never reads OK. */
function limitsOfPromise(first: number, promisedAt: number): { soonAt: number; lateAt: number } {
  const targetMs = Math.max(0, promisedAt - first);
  return { soonAt: first + targetMs * SOON_SHARE, lateAt: promisedAt + GRACE_MS };
}

function limits(
  ticket: Ticket,
  fired: readonly { item: Item; at: number }[],
  first: number,
  config: HouseConfig,
): { soonAt: number; lateAt: number } {
  const preps = fired.map(({ item }) => item.face.prepSeconds);
  const known = preps.flatMap((prep) => prep ?? []);
  if (known.length === preps.length && known.length > 0) {
    const targetMs = Math.max(...known) * 1000;
    return { soonAt: first + targetMs * SOON_SHARE, lateAt: first + targetMs + GRACE_MS };
  }
  const course = fired[0]?.item.face.course ?? 0;
  const { soon, late } = thresholdOf(ticket, course, config);
  return { soonAt: first + soon * MINUTE_MS, lateAt: first + late * MINUTE_MS };
}

/** Where no prep is known: bar, counter and drive-thru are quick; of a table's courses the first and those after the second are small. */
function thresholdOf(ticket: Ticket, course: number, config: HouseConfig): { soon: number; late: number } {
  const { quick, starters, mains } = config.thresholds;
  if (!config.coursing.heldChannels.includes(ticket.head.channel)) return quick;
  if (course === 0) return mains;
  const numbers = ticket.courses.filter((one) => one.number > 0).map((one) => one.number);
  if (numbers.length <= 1) return mains;
  return numbers.indexOf(course) === 1 ? mains : starters;
}
