import type { Item } from '../model/food.ts';
import { keyedPlace } from '../model/places.ts';
import { rounded } from '../model/progress.ts';
import type { PutContent, PutItem } from '../model/put.ts';
import type { Keyed, Ticket } from '../model/ticket.ts';
import type { Draft } from './draft.ts';
import { countedQuantity, isCounted } from './portions.ts';
import type { PlannedMatch } from './putPlan.ts';
import { hasSameModifiers, isSameMenuDish } from './sameDish.ts';

/**
 * Rules Y: the POS is back and puts what the house had keyed by hand. What looks the same is not cooked a second time, be the answer known
 * or asked; what does not is cooked at once.
 */

/** A line of the put with what no move and no void accounts for. */
export interface Want {
  readonly record: Item;
  readonly said: PutItem;
  readonly left: number;
}

type KeyedTicket = Ticket & { readonly keyed: Keyed };

/** A POS that went on by itself while its link was lost opened its ticket at about the time at which the house keyed it. */
const OPENED_THEN_MS = 2 * 60_000;

export function matchKeyed(
  draft: Draft,
  base: Ticket,
  content: PutContent,
  wants: readonly Want[],
): PlannedMatch[] {
  if (base.keyed !== null) return [];
  const open = wants.filter(({ said }) => said.movedFrom === null);
  const keyed = keyedFor(draft, base, content);
  if (open.length === 0 || keyed.length === 0) return [];
  if (content.head.table !== null) return planned(base, pair(open, keyed), isSettled(content, wants, keyed));
  // Orders without a table have nothing in common but their food: only the whole of one is taken for another, and asked.
  for (const one of keyed) {
    const pairs = pair(open, [one]);
    if (isWhole(pairs, wants, [one])) return planned(base, pairs, () => false);
  }
  return [];
}

function keyedFor(draft: Draft, base: Ticket, { head }: PutContent): KeyedTicket[] {
  const { tickets, places } = draft.state;
  return (places.get(keyedPlace(head.table)) ?? [])
    .flatMap((id) => tickets.get(id) ?? [])
    .filter(isKeyed)
    .filter((ticket) => ticket.day === base.day && !ticket.keyed.apart.includes(base.id))
    .filter((ticket) => head.table !== null || ticket.head.channel === head.channel)
    .filter((ticket) => ticket.items.some((item) => countedQuantity(item) > 0))
    .sort((a, b) => b.receivedSeq - a.receivedSeq);
}

function isKeyed(ticket: Ticket): ticket is KeyedTicket {
  return ticket.keyed !== null;
}

interface Pair {
  readonly want: Want;
  readonly giver: KeyedTicket;
  readonly item: Item;
  readonly quantity: number;
  /** The same dish, to be made otherwise. */
  readonly isNear: boolean;
}

/** Like with like: first at the same seat, then the same dish, then one that is to be made otherwise. */
function pair(wants: readonly Want[], keyed: readonly KeyedTicket[]): Pair[] {
  const lines = keyed.flatMap((giver) =>
    giver.items.map((item) => ({ giver, item, left: countedQuantity(item) })),
  );
  const left = new Map(wants.map((want) => [want, want.left]));
  const pairs: Pair[] = [];
  for (const [isLike, isNear] of STEPS) {
    for (const want of wants) {
      for (const line of lines) {
        const quantity = Math.min(left.get(want) ?? 0, line.left);
        if (quantity <= 0 || !isLike(want.record, line.item)) continue;
        line.left = rounded(line.left - quantity);
        left.set(want, rounded((left.get(want) ?? 0) - quantity));
        pairs.push({ want, giver: line.giver, item: line.item, quantity, isNear });
      }
    }
  }
  return pairs;
}

const isAlike = (a: Item, b: Item) => isSameMenuDish(a.face, b.face) && hasSameModifiers(a.face, b.face);
const STEPS: readonly (readonly [(a: Item, b: Item) => boolean, boolean])[] = [
  [(a, b) => isAlike(a, b) && a.face.seat === b.face.seat, false],
  [isAlike, false],
  [(a, b) => isSameMenuDish(a.face, b.face), true],
];

function isWhole(pairs: readonly Pair[], wants: readonly Want[], keyed: readonly Ticket[]): boolean {
  const sum = (of: readonly Pair[]) => rounded(of.reduce((total, { quantity }) => total + quantity, 0));
  const isAllMet = wants.every((want) => sum(pairs.filter((one) => one.want === want)) >= want.left);
  const isAllGiven = keyed.every((ticket) =>
    ticket.items.every(
      (item) =>
        sum(pairs.filter((one) => one.giver.id === ticket.id && one.item === item)) >= countedQuantity(item),
    ),
  );
  return isAllMet && isAllGiven && pairs.every(({ isNear }) => !isNear);
}

/**
 * Nobody is asked where both lists are one, and the guests do not have it yet: who has eaten may have ordered the same again, unless the
 * POS's ticket is as old as the keyed one.
 */
function isSettled(content: PutContent, wants: readonly Want[], keyed: readonly KeyedTicket[]) {
  return (pairs: readonly Pair[]) => {
    const givers = keyed.filter((ticket) => pairs.some(({ giver }) => giver === ticket));
    const isOld = ({ keyed: { at } }: KeyedTicket) => content.openedAt <= at + OPENED_THEN_MS;
    const isEaten = (ticket: Ticket) =>
      ticket.items.some(({ batches }) => batches.some((batch) => isCounted(batch) && batch.run > 0));
    return isWhole(pairs, wants, givers) && givers.every((ticket) => isOld(ticket) || !isEaten(ticket));
  };
}

function planned(
  base: Ticket,
  pairs: readonly Pair[],
  settled: (pairs: readonly Pair[]) => boolean,
): PlannedMatch[] {
  const isDone = settled(pairs);
  return pairs.map(({ want, giver, item, quantity }) => ({
    to: { ticket: base.id, item: want.record.id },
    from: { ticket: giver.id, item: item.id },
    quantity,
    isSettled: isDone,
  }));
}
