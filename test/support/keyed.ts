import type { KeyedAllergy, KeyedDish } from '../../shared/domain/commands/keyedCommands.ts';
import type { RejectionCode } from '../../shared/domain/commands/outcome.ts';
import type { Actor } from '../../shared/domain/events/actor.ts';
import { expo, type House } from './house.ts';

/** Keys a ticket at expo, table 12 unless said otherwise. */
export function keyTable(
  house: House,
  dishes: (Partial<KeyedDish> & { name: string })[],
  allergies: KeyedAllergy[] = [],
  { table = '12' }: { table?: string | null } = {},
  actor: Actor = expo,
): string | RejectionCode {
  const items = dishes.map((dish) => ({
    menuItemId: null,
    quantity: 1,
    seat: null,
    course: 1,
    modifiers: [],
    notes: null,
    ...dish,
  }));
  return house.say({ type: 'ticket.key', source: null, table, covers: 2, items, allergies }, actor);
}

/** The outside id of the ticket keyed last. */
export function keyedId(house: House): string {
  const event = house.events('ticket.keyed').at(-1);
  return event?.ref?.id ?? '';
}
