import { alertDishes } from '../model/alertDishes.ts';
import { type DishRef, dishKey, dishOf } from '../model/dish.ts';
import { falloutOf } from '../model/fallout.ts';
import { rounded } from '../model/progress.ts';
import { type Ticket, titleOf } from '../model/ticket.ts';
import type { Draft } from './draft.ts';

/** An alert's code from here on is one dish at one table. */
export function falloutCode(dish: DishRef): string {
  return `eighty_six:${encodeURIComponent(dish.source)}:${encodeURIComponent(dish.menuItemId ?? dish.name)}`;
}

/** One alert a table, for expo and the POS: somebody must ask those guests what they would like instead. */
export function alertFallout(draft: Draft, dish: DishRef): void {
  const byTable = new Map<string, { ticket: Ticket; quantity: number }>();
  for (const { ticket, quantity } of falloutOf(draft.state, dish)) {
    const where = titleOf(ticket.head);
    byTable.set(where, { ticket, quantity: rounded((byTable.get(where)?.quantity ?? 0) + quantity) });
  }
  for (const { ticket, quantity } of byTable.values()) alertTable(draft, dish, ticket, quantity);
}

export function alertTable(draft: Draft, dish: DishRef, ticket: Ticket, quantity: number): void {
  const where = titleOf(ticket.head);
  const code = `${falloutCode(dish)}:${where}`;
  if (draft.state.alerts[code]) return;
  const message = `86 ${dish.name}: ${where} has ${quantity} of it ordered and not started.`;
  const ordered = ticket.items.find(({ face }) => dishKey(dishOf(ticket.source, face)) === dishKey(dish));
  const names = ordered?.face.names ?? null;
  const values = { where, ...alertDishes('dish', [{ name: dish.name, names }]), quantity: String(quantity) };
  draft.emit({ type: 'alert', alert: { code, message, at: draft.now, values } });
}
