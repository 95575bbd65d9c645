import type { DishRef } from '../model/dish.ts';
import { falloutOf } from '../model/fallout.ts';
import { rounded } from '../model/progress.ts';
import { titleOf } from '../model/ticket.ts';
import type { Draft } from './draft.ts';

/** An alert's code from here on is one dish at one table. */
export function falloutCode(dish: DishRef): string {
  return `eighty_six:${encodeURIComponent(dish.source)}:${encodeURIComponent(dish.menuItemId ?? dish.name)}`;
}

/** One alert a table, for expo and the POS: somebody must ask those guests what they would like instead. */
export function alertFallout(draft: Draft, dish: DishRef): void {
  const byTable = new Map<string, number>();
  for (const { ticket, quantity } of falloutOf(draft.state, dish)) {
    const where = titleOf(ticket.head);
    byTable.set(where, rounded((byTable.get(where) ?? 0) + quantity));
  }
  for (const [where, quantity] of byTable) alertTable(draft, dish, where, quantity);
}

export function alertTable(draft: Draft, dish: DishRef, where: string, quantity: number): void {
  const code = `${falloutCode(dish)}:${where}`;
  if (draft.state.alerts[code]) return;
  const message = `86 ${dish.name}: ${where} has ${quantity} of it ordered and not started.`;
  const values = { where, dish: dish.name, quantity: String(quantity) };
  draft.emit({ type: 'alert', alert: { code, message, at: draft.now, values } });
}
