import type { Check } from '../../model/state.ts';
import type { Draft } from '../draft.ts';
import { openTicket } from '../findTicket.ts';
import { partyOfTicket } from './findParty.ts';
import { countPosCovers } from './linkTicket.ts';
import { stepParty } from './stepParty.ts';

/** Rule S18: what a check says of money and covers is written to the party whose tickets it names. It ends and moves nothing else. */
export function writeBack(draft: Draft, check: Check): void {
  const { source, externalId: id, tickets, state, covers, totalCents, compsCents, currency, at } = check;
  // A check without tickets is, at most POS, the ticket's own.
  const named = tickets.length > 0 ? tickets : [id];
  const ids = named.flatMap(
    (ticket) =>
      (openTicket(draft.state, source, ticket, null) ?? draft.ctx.closed(source, ticket, null))?.id ?? [],
  );
  const parties = new Map(
    ids.flatMap((ticket) => {
      const party = partyOfTicket(draft.state, ticket);
      return party ? [[party.id, party] as const] : [];
    }),
  );
  for (const party of parties.values()) {
    const others = party.live.checks.filter((one) => one.source !== source || one.id !== id);
    const now = { source, id, state, covers, totalCents, compsCents, currency, at };
    stepParty(draft, party.id, 'check', { checks: [...others, now] });
    countPosCovers(draft, party.id);
  }
}
