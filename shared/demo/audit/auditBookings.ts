import { asksOnce, blocksFood, normaliseAllergen } from '../../domain/model/allergen.ts';
import type { Party } from '../../domain/model/party.ts';
import { isOver, isSeated } from '../../domain/model/partyStates.ts';
import type { Ticket } from '../../domain/model/ticket.ts';
import { OutsideParty } from '../../protocol/outside/party.ts';
import type { NightAccount } from '../account.ts';
import { BOOKINGS_SOURCE } from '../bookings/bookingPlan.ts';
import { auditAnswers } from './auditDoings.ts';
import type { Findings } from './Findings.ts';
import type { HouseHistory } from './houseKnows.ts';
import { taken } from './tillSays.ts';

/** Ended by its system's word where nobody came. */
const NOBODY_CAME: ReadonlySet<string> = new Set(['cancelled', 'no_show']);

/**
 * The book against the house: each booking came once and ended as its system says; and what its guests are allergic to stands on every ticket
 * of its table, was asked of the cooks and was heard, whatever the till said of it.
 */
export function auditBookings(account: NightAccount, house: HouseHistory, found: Findings): void {
  auditAnswers(account, found);
  const last = new Map(taken(account, 'party.put').map(({ argument }) => [String(argument.id), argument]));
  for (const [id, argument] of last) {
    const said = OutsideParty.parse(argument);
    const party = house.parties.get(`${BOOKINGS_SOURCE}|${id}`);
    found.count('bookings');
    if (!party) {
      found.wrong(`booking ${id}: the house does not have it`);
      continue;
    }
    auditState(said, party, found);
    auditAllergies(said, party, house, found);
  }
}

function auditState(said: OutsideParty, { live }: Party, found: Findings): void {
  const what = `booking ${said.id}`;
  if (NOBODY_CAME.has(said.state)) {
    found.count(said.state);
    found.same(`${what}, state`, said.state, live.state);
    return;
  }
  if (live.tickets.length === 0) return;
  found.count('bookings at a table');
  if (!isSeated(live) && !isOver(live)) found.wrong(`${what}: has tickets, and is ${live.state}`);
  if (live.tables.length > 1) found.count('combinations');
  if (live.posCovers !== null && live.posCovers !== said.covers) found.count('cover conflicts');
  if (live.posCovers === null) return;
  found.count('covers counted');
  found.same(`${what}, covers`, live.posCovers, live.covers);
}

function auditAllergies(said: OutsideParty, party: Party, house: HouseHistory, found: Findings): void {
  const booked = [
    ...(said.allergies ?? []).map(({ allergen, severity }) => ({ allergen, severity, seat: null })),
    ...(said.guests ?? []).flatMap(({ seat = 0, allergies = [] }) =>
      allergies.map(({ allergen, severity }) => ({ allergen, severity, seat: seat > 0 ? seat : null })),
    ),
  ];
  for (const { allergen, severity = 'unknown', seat } of booked) {
    const code = normaliseAllergen(allergen);
    const what = `booking ${said.id}, ${code}`;
    if (!party.live.allergies.some((one) => one.allergen === code)) found.wrong(`${what}: the house lost it`);
    found.count('booked allergies');
    for (const id of party.live.tickets) {
      const ticket = house.byId.get(id);
      const known = ticket?.allergies.find(
        (one) => one.allergen === code && (seat === null || one.seat === seat),
      );
      if (!ticket || !known) {
        found.wrong(`${what}: did not reach ticket ${ticket?.externalId ?? id}`);
        continue;
      }
      found.count('booked allergies on tickets');
      if (!blocksFood(severity) && !asksOnce(severity)) continue;
      // On any of them: food that a split takes along was heard where it came from.
      const isHeard = house
        .of('allergy.heard')
        .some((event) => party.live.tickets.includes(event.ticket) && event.allergies.includes(known.key));
      if (isHeard) found.count('booked allergies heard');
      else if (hasGoneOut(ticket)) found.wrong(`${what}: nobody heard it for ticket ${ticket.externalId}`);
    }
  }
}

function hasGoneOut({ items }: Ticket): boolean {
  return items.some(({ batches }) => batches.some(({ run }) => run > 0));
}
