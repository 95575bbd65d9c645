import type { Party } from '../domain/model/party.ts';
import type { State } from '../domain/model/state.ts';
import type { Ticket } from '../domain/model/ticket.ts';
import type { PersonId } from '../lib/ids.ts';

/** Everybody a ticket refers to: the customer and the guests by seat. */
export function* personsOfTicket(ticket: Ticket): IterableIterator<PersonId> {
  if (ticket.head.customer) yield ticket.head.customer.personId;
  for (const guest of ticket.head.guests) if (guest.person) yield guest.person.personId;
}

export function* personsOfParty({ person, guests }: Party): IterableIterator<PersonId> {
  if (person) yield person.personId;
  for (const guest of guests) yield guest.person.personId;
}

/** Notes of the shift are kept as people are: their words may be about some. */
export function personsOfDoor({ shiftNotes }: State['door']): PersonId[] {
  return shiftNotes.map(({ note }) => note);
}

export function personsOf(tickets: Iterable<Ticket>, parties: Iterable<Party>): Set<PersonId> {
  const persons = new Set<PersonId>();
  for (const ticket of tickets) for (const person of personsOfTicket(ticket)) persons.add(person);
  for (const party of parties) for (const person of personsOfParty(party)) persons.add(person);
  return persons;
}

export function personsOfState(state: State): Set<PersonId> {
  const persons = personsOf(state.tickets.values(), state.parties.values());
  for (const note of personsOfDoor(state.door)) persons.add(note);
  return persons;
}
