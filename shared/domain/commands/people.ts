import type { PersonId } from '../../lib/ids.ts';
import type { PersonDraft, PutContent } from '../model/put.ts';
import type { PersonRef, Ticket, TicketHead } from '../model/ticket.ts';
import type { Draft } from './draft.ts';

/** Names and notes go beside the events: known people keep their id, new or changed ones are written to the personal table. */
export function peopleOf(
  draft: Draft,
  known: Ticket | null,
  content: PutContent,
): Pick<TicketHead, 'customer' | 'guests'> {
  const customer = refOf(draft, known?.head.customer ?? null, content.customer);
  // A seat without a name or note is nobody to remember; its allergies stand elsewhere.
  const named = content.guests.filter(({ person }) => person !== null);
  const guests = named.map(({ seat, person }) => {
    const before = known?.head.guests.find((guest) => guest.seat === seat)?.person ?? null;
    return { seat, person: refOf(draft, before, person) };
  });
  return { customer, guests };
}

export function refOf(draft: Draft, known: PersonRef | null, said: PersonDraft | null): PersonRef | null {
  if (!said) return null;
  if (known?.digest === said.digest) return known;
  const personId = known?.personId ?? (draft.ctx.newId() as PersonId);
  draft.person(personId, said.fields);
  return { personId, digest: said.digest };
}
