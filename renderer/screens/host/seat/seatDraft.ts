import type { ScreenCommand } from '../../../../shared/domain/commands/command.ts';
import type { Party, PartyAllergy } from '../../../../shared/domain/model/party.ts';
import type { SeatOffer } from '../../../../shared/domain/selectors/judgeTables.ts';

/** What a host has said so far of a party that is about to sit down. */
export interface SeatDraft {
  readonly covers: number;
  /** null: whose turn it is there. */
  readonly server: string | null;
  /** By allergen, whose it is; left out: SERVER WILL SAY. */
  readonly seats: Readonly<Record<string, number>>;
  readonly reason: string | null;
}

export function blankDraft({ live }: Party): SeatDraft {
  return { covers: live.covers, server: null, seats: {}, reason: null };
}

/** Allergies of which nobody has said whose they are. */
export function unnamedAllergies({ live }: Party): PartyAllergy[] {
  return live.allergies.filter(({ seat, isWithdrawn }) => seat === null && !isWithdrawn);
}

/** Seating at once would leave a question open that a host is asked first. */
export function mustAsk(party: Party, offer: SeatOffer): boolean {
  return unnamedAllergies(party).length > 0 || offer.asksWhy;
}

/** Why it may not be pressed yet; null: it may. A limit asks for its reason, an allergy does not: the server will say. */
export function draftProblem({ reason }: SeatDraft, offer: SeatOffer): 'stopped' | 'why' | null {
  if (offer.isStopped) return 'stopped';
  return offer.asksWhy && (reason ?? '').trim() === '' ? 'why' : null;
}

export function seatCommand(
  { id, live }: Party,
  offer: SeatOffer,
  { covers, server, seats, reason }: SeatDraft,
  seen: number,
): Extract<ScreenCommand, { type: 'party.seat' }> {
  return {
    type: 'party.seat',
    party: id,
    tables: [...offer.tables],
    covers: covers === live.covers || covers < 1 ? null : covers,
    server: server ?? offer.server,
    // A guest who left the count after the seat was named keeps the allergy at the table.
    seats: Object.entries(seats)
      .filter(([, seat]) => seat <= Math.max(covers, 1))
      .map(([allergen, seat]) => ({ allergen, seat })),
    reason: reason?.trim() || null,
    seen,
  };
}
