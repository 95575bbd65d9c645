import type { Item } from '../model/food.ts';
import type { Ticket } from '../model/ticket.ts';
import type { LineView } from './boardView.ts';

/** How a dish goes where it does not simply go with its course. Absent otherwise. */
export function goesOf(ticket: Ticket, { face }: Item): Pick<LineView, 'goes'> {
  if (face.with !== null) {
    const leader = ticket.items.find(({ externalId }) => externalId === face.with)?.face;
    if (leader) return { goes: { kind: 'with', name: leader.name, names: leader.names } };
  }
  if (face.fire === 'on_call' || face.fire === 'as_ready') return { goes: { kind: face.fire } };
  return {};
}
