import type { ScreenCommand } from '../../../../shared/domain/commands/command.ts';
import type { LineView, TileView } from '../../../../shared/domain/selectors/boardView.ts';

/** Why food is made again, in the order of PRODUCT.md "Refire". */
export const REFIRE_REASONS = [
  'wrong_temp',
  'wrong_dish',
  'dropped',
  'cold',
  'sent_back',
  'allergy',
  'other',
] as const;

/** More is pressed as ALL. */
const MOST_CHOICES = 6;

/** How many portions of a line may be asked for: 1, 2 ... and all of them. Half a portion is made again as half a portion. */
export function refireQuantities({ quantity }: Pick<LineView, 'quantity'>): number[] {
  const counted = Array.from({ length: Math.min(MOST_CHOICES, Math.floor(quantity)) }, (_, at) => at + 1);
  return [...new Set([...counted, quantity])];
}

/** One command a dish: equal dishes share a line, and each of them is refired by itself. */
export function refireLine(
  tile: Pick<TileView, 'ticketId'>,
  line: Pick<LineView, 'portions'>,
  wanted: number,
  reason: string,
  seen: number,
): ScreenCommand[] {
  const items = new Map<string, number>();
  for (const { item, quantity } of line.portions) items.set(item, (items.get(item) ?? 0) + quantity);
  let left = wanted;
  return [...items].flatMap(([item, has]) => {
    const quantity = Math.min(left, has);
    left -= quantity;
    if (quantity <= 0) return [];
    return { type: 'item.refire', ticket: tile.ticketId, item, quantity, reason, seen } as const;
  });
}
