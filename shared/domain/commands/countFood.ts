import { type DishRef, dishKey, dishOf, isOff } from '../model/dish.ts';
import { isLive, isStarted, rounded } from '../model/progress.ts';
import type { State } from '../model/state.ts';
import type { Ticket } from '../model/ticket.ts';
import { changeStanding } from './availability.ts';
import type { Draft } from './draft.ts';
import { alertTable } from './fallout.ts';

interface Taken {
  readonly dish: DishRef;
  readonly quantity: number;
}

/**
 * Counts follow the food of a command: down with every active portion put, up with one voided before it was started. A move is neither, for
 * what one ticket loses the other gains. An order of a dish that is off is told to expo and POS, once a table. `before` is the state the
 * command met; a ticket back from history counts as it came back.
 */
export function countFood(draft: Draft, before: State): void {
  const balance = new Map<string, { dish: DishRef; quantity: number }>();
  const add = (ticket: Ticket | undefined, sign: 1 | -1) => {
    for (const [key, { dish, quantity }] of ticket ? foodTaken(ticket) : []) {
      const sum = balance.get(key)?.quantity ?? 0;
      balance.set(key, { dish, quantity: rounded(sum + sign * quantity) });
    }
  };
  for (const id of draft.touched()) {
    const after = draft.state.tickets.get(id);
    if (!after) continue;
    add(before.tickets.get(id) ?? backFromHistory(draft, id), -1);
    add(after, 1);
    alertOrdersOfOff(draft, before, after);
  }
  for (const { dish, quantity } of balance.values()) take(draft, dish, quantity);
}

/** Portions of each dish that have been taken from the larder, or will be. */
function foodTaken(ticket: Ticket): Map<string, Taken> {
  const taken = new Map<string, Taken>();
  for (const item of ticket.items) {
    const dish = dishOf(ticket.source, item.face);
    const key = dishKey(dish);
    const portions = item.batches
      .filter((batch) => batch.void === null || !isBeforeStart(batch.void.stage))
      .reduce((sum, batch) => sum + batch.quantity, 0);
    taken.set(key, { dish, quantity: rounded((taken.get(key)?.quantity ?? 0) + portions) });
  }
  return taken;
}

function isBeforeStart(stage: string): boolean {
  return stage === 'held' || stage === 'not_started';
}

function backFromHistory(draft: Draft, id: string): Ticket | undefined {
  for (const event of draft.events) {
    if (event.type === 'ticket.reopened' && event.record.id === id) return event.record;
  }
  return undefined;
}

function take(draft: Draft, dish: DishRef, quantity: number): void {
  if (quantity === 0) return;
  changeStanding(draft, dish, 'count', (standing) => {
    if (standing.count === null) return standing;
    const remaining = Math.max(0, rounded(standing.count.remaining - quantity));
    if (remaining === standing.count.remaining) return standing;
    const outAt = remaining === 0 ? (standing.count.outAt ?? draft.now) : null;
    return { ...standing, count: { ...standing.count, remaining, outAt } };
  });
}

/** The POS has sold what was off when the order came. */
function alertOrdersOfOff(draft: Draft, before: State, after: Ticket): void {
  const old = before.tickets.get(after.id);
  for (const item of after.items) {
    const dish = dishOf(after.source, item.face);
    if (!isOff(before.dishes[dishKey(dish)])) continue;
    const known = new Set(old?.items.find(({ id }) => id === item.id)?.batches.map(({ n }) => n));
    const fresh = item.batches.filter(
      (batch) => !known.has(batch.n) && batch.addedAt === draft.now && isLive(batch) && !isStarted(batch),
    );
    const quantity = rounded(fresh.reduce((sum, batch) => sum + batch.quantity, 0));
    if (quantity > 0) alertTable(draft, dish, after, quantity);
  }
}
