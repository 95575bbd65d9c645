import type { StationId, TicketId } from '../../lib/ids.ts';
import { actorName } from '../events/actor.ts';
import { normaliseAllergen } from '../model/allergen.ts';
import { owedByVoice, portionsOf } from '../model/callBack.ts';
import { allergyKey, type Owed, owedAsking, owedHearing } from '../model/covers.ts';
import { seatAllergy } from './allergy.ts';
import type { CommandOf } from './command.ts';
import { hearTicket } from './cook.ts';
import { type Draft, refuse } from './draft.ts';
import { ticketMeant } from './findTicket.ts';
import { rememberSeat, rememberWithdrawal } from './party/partyAllergies.ts';
import { settle } from './settle.ts';

/** Rules A, the presses: an allergy is heard only by its own button, and leaves only by a person's name. */

export function hearAllergy(draft: Draft, command: CommandOf<'allergy.hear'>): TicketId {
  const ticket = ticketMeant(draft, command.ticket);
  const { station } = command;
  heard(
    draft,
    ticket.id,
    station,
    meant([...owedHearing(ticket, station), ...owedAsking(ticket, station)], command),
  );
  return ticket.id;
}

/** A14: CALLED, HEARD BACK. Where a screen shows it, the cook there hears it and nobody else. */
export function callBack(draft: Draft, command: CommandOf<'allergy.callBack'>): TicketId {
  const ticket = ticketMeant(draft, command.ticket);
  const { at, isDown } = command;
  const owed = meant([...owedHearing(ticket, at), ...owedAsking(ticket, at)], command);
  const byVoice = meant(owedByVoice(ticket, at, isDown), command);
  if (owed.length > 0 && byVoice.length === 0)
    refuse('wrong_station', `${at} has a screen that shows this food: it is heard there.`);
  heard(draft, ticket.id, at, byVoice, actorName(draft.ctx.actor));
  return ticket.id;
}

/** What a press names of what is owed. */
function meant(owed: readonly Owed[], press: CommandOf<'allergy.hear' | 'allergy.callBack'>): Owed[] {
  return owed.filter(
    ({ allergy, item, batch }) =>
      // Graver or re-worded after this press: that has not been heard.
      allergy.addedSeq <= press.seen &&
      press.allergies.includes(allergy.key) &&
      press.portions.some((ref) => ref.item === item.id && ref.batch === batch.n),
  );
}

function heard(
  draft: Draft,
  id: TicketId,
  station: StationId,
  owed: readonly Owed[],
  calledBy?: string,
): void {
  if (owed.length === 0) return;
  draft.emit({
    type: 'allergy.heard',
    ticket: id,
    station,
    allergies: [...new Set(owed.map(({ allergy }) => allergy.key))],
    portions: portionsOf(owed),
    ...(calledBy === undefined ? {} : { calledBy }),
  });
  hearTicket(draft, id, station);
  settle(draft, id);
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
  rememberWithdrawal(draft, ticket.id, allergen, whose);
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
  rememberSeat(draft, ticket.id, known.allergen, command.seat);
  return ticket.id;
}
