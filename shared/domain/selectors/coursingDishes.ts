import type { ItemId, TicketId } from '../../lib/ids.ts';
import type { Item } from '../model/food.ts';
import { isFired, isLive, isStarted, rounded } from '../model/progress.ts';
import type { State } from '../model/state.ts';
import type { LineView } from './boardView.ts';
import { goesOf } from './goes.ts';

/** A dish that may still be fired or held by itself: nobody has begun it. */
export interface CoursingDish extends Pick<LineView, 'name' | 'names' | 'seats' | 'goes'> {
  readonly item: ItemId;
  readonly course: number;
  readonly quantity: number;
  readonly isHeld: boolean;
}

/** By course and seat, the table's own and unknown seats last. Held and fired portions of one dish are two of them. */
export function coursingDishes(state: State, id: TicketId): CoursingDish[] {
  const ticket = state.tickets.get(id);
  if (!ticket) return [];
  return ticket.items
    .flatMap((item) =>
      [true, false].flatMap((isHeld) => {
        const quantity = quantityOf(item, isHeld);
        if (quantity === 0) return [];
        const { name, names, seat, seats, course } = item.face;
        const dish: CoursingDish = {
          item: item.id,
          name,
          names,
          seats: seats ?? (seat === null ? [] : [seat]),
          course,
          quantity,
          isHeld,
          ...goesOf(ticket, item),
        };
        return [dish];
      }),
    )
    .sort((a, b) => a.course - b.course || firstSeat(a) - firstSeat(b));
}

/** What a seat's button does: dishes that are that guest's alone. */
export function bySeat(dishes: readonly CoursingDish[]): Map<number, CoursingDish[]> {
  const seats = [...new Set(dishes.flatMap((dish) => dish.seats.filter((seat) => seat > 0)))];
  return new Map(
    seats
      .sort((a, b) => a - b)
      .map((seat) => [seat, dishes.filter((dish) => dish.seats.length === 1 && dish.seats[0] === seat)]),
  );
}

function quantityOf(item: Item, isHeld: boolean): number {
  // HOLD is refused for a dish of which anything is started, and so is not offered.
  if (!isHeld && item.batches.some((batch) => isLive(batch) && isStarted(batch))) return 0;
  const portions = item.batches.filter((batch) => isLive(batch) && isFired(batch) !== isHeld);
  return rounded(portions.reduce((sum, { quantity }) => sum + quantity, 0));
}

const firstSeat = ({ seats: [first] }: CoursingDish) => first || Number.MAX_SAFE_INTEGER;
