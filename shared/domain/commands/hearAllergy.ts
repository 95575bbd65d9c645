import type { TicketId } from '../../lib/ids.ts';
import { normaliseAllergen } from '../model/allergen.ts';
import { allergyKey, owedAsking, owedHearing } from '../model/covers.ts';
import { seatAllergy } from './allergy.ts';
import type { CommandOf } from './command.ts';
import { hearTicket } from './cook.ts';
import { type Draft, refuse } from './draft.ts';
import { ticketMeant } from './findTicket.ts';
import { settle } from './settle.ts';

/** Rules A, the presses: an allergy is heard only by its own button, and leaves only by a person's name. */

export function hearAllergy(draft: Draft, command: CommandOf<'allergy.hear'>): TicketId {
  const ticket = ticketMeant(draft, command.ticket);
  const named = (key: string) => command.allergies.some((one) => one === key);
  const seen = (item: string, batch: number) =>
    command.portions.some((ref) => ref.item === item && ref.batch === batch);
  const owed = [...owedHearing(ticket, command.station), ...owedAsking(ticket, command.station)];
  const heard = owed.filter(
    ({ allergy, item, batch }) =>
      // Graver or re-worded after this press: that has not been heard.
      named(allergy.key) && seen(item.id, batch.n) && allergy.addedSeq <= command.seen,
  );
  if (heard.length === 0) return ticket.id;
  draft.emit({
    type: 'allergy.heard',
    ticket: ticket.id,
    station: command.station,
    allergies: [...new Set(heard.map(({ allergy }) => allergy.key))],
    portions: [
      ...new Map(
        heard.map(({ item, batch }) => [`${item.id}/${batch.n}`, { item: item.id, batch: batch.n }]),
      ).values(),
    ],
  });
  hearTicket(draft, ticket.id, command.station);
  settle(draft, ticket.id);
  return ticket.id;
}

export function withdrawAllergy(draft: Draft, command: CommandOf<'allergy.withdraw'>): TicketId {
  const ticket = ticketMeant(draft, command.ticket);
  const allergen = normaliseAllergen(command.allergen);
  const key = allergyKey(command.seat ?? null, allergen);
  const known = ticket.allergies.find((allergy) => allergy.key === key);
  if (!known) {
    const elsewhere = ticket.allergies.filter((allergy) => allergy.allergen === allergen);
    const seats = elsewhere.map((allergy) => (allergy.seat === null ? 'no seat' : `seat ${allergy.seat}`));
    const hint = seats.length > 0 ? ` It stands with ${seats.join(', ')}: name that.` : '';
    return refuse('not_found', `${allergen} is not on this ticket for that seat.${hint}`, 'seat');
  }
  const { seat: whose } = known;
  draft.emit({
    type: 'allergy.withdrawn',
    ticket: ticket.id,
    allergy: key,
    allergen,
    seat: whose,
    person: command.by,
  });
  settle(draft, ticket.id);
  return ticket.id;
}

export function nameSeat(draft: Draft, command: CommandOf<'allergy.seat'>): TicketId {
  const ticket = ticketMeant(draft, command.ticket);
  const known = ticket.allergies.find((allergy) => allergy.key === command.allergy);
  if (!known) return refuse('not_found', 'This allergy is no longer on the ticket.');
  if (known.seat === command.seat) return ticket.id;
  if (known.seat !== null) return refuse('conflict', `It is known to be of seat ${known.seat}.`);
  seatAllergy(draft, ticket.id, known, command.seat);
  return ticket.id;
}
