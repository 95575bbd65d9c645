import type { Party } from '../domain/model/party.ts';
import { isOver } from '../domain/model/partyStates.ts';
import type { Visit } from './guest.ts';

/**
 * What a party's evening came to: covers, spend and comps of its checks, as last put. null: it is not over, or nobody ever said what became
 * of it, or nobody is known by it.
 */
export function visitOf({ person, live, receivedAt }: Party): Visit | null {
  const outcome = outcomeOf(live);
  if (person === null || outcome === null) return null;
  const currency = live.checks.find((check) => check.currency !== null)?.currency ?? null;
  // Two currencies have no sum: the first is told, and it is the house's.
  const checks = live.checks.filter((check) => check.currency === null || check.currency === currency);
  return {
    person: person.personId,
    at: live.seatedAt ?? live.arrivedAt ?? live.at ?? receivedAt,
    covers: live.covers,
    outcome,
    spendCents: sumOf(checks.map(({ totalCents }) => totalCents)),
    compsCents: sumOf(checks.map(({ compsCents }) => compsCents)),
    currency,
  };
}

function outcomeOf(live: Party['live']): Visit['outcome'] | null {
  if (!isOver(live)) return null;
  if (live.seatedAt !== null) return 'came';
  switch (live.state) {
    case 'no_show':
    case 'cancelled':
      return live.state;
    default:
      return 'left';
  }
}

function sumOf(amounts: ReadonlyArray<number | null>): number | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0);
}
