import type { DemoItem } from '../night/plan.ts';
import { dishOf } from '../restaurant/menu.ts';

/** What a server offers when a dish of that course has run out; these never do. */
const OFFERED: Readonly<Record<number, string>> = { 1: 'soup', 2: 'salmon', 3: 'tart' };

/** The guest's choice, or what they take instead where the till knows that it is off. */
export function insteadOf(item: DemoItem, off: ReadonlySet<string>): DemoItem {
  if (item.menuItemId === undefined || !off.has(item.menuItemId)) return item;
  const offered = OFFERED[dishOf(item.menuItemId).course];
  if (offered === undefined) return item;
  const { en, es } = dishOf(offered);
  const { modifiers: _of, ...rest } = item;
  return { ...rest, menuItemId: offered, name: en, names: { en, es } };
}
