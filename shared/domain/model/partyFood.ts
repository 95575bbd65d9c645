import type { Party } from './party.ts';
import type { State } from './state.ts';

/** Whoever has ordered sits where that food goes. */
export function hasFoodOnOrder(state: State, { live }: Pick<Party, 'live'>): boolean {
  return live.tickets.some((id) => state.tickets.get(id)?.endedAt === null);
}
