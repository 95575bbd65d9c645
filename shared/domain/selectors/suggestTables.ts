import type { HouseConfig } from '../../config/houseConfig.ts';
import type { Party } from '../model/party.ts';
import type { State } from '../model/state.ts';
import { type Evening, eveningOf, judgeChoice, type SeatOffer } from './judgeTables.ts';
import type { SeatReasonKind } from './seatReasons.ts';
import { tableChoices } from './tableChoices.ts';

/**
 * Where a party may sit, best first (rule S51). What somebody sits at comes last, soonest free first; what is blocked or too small is not
 * offered at all.
 */
export function suggestTables(state: State, config: HouseConfig, now: number, party: Party): SeatOffer[] {
  const evening = eveningOf(state, config, now);
  return tableChoices(config, state.door)
    .map((choice) => judgeChoice(evening, party, choice))
    .filter(({ reasons }) => !reasons.some(({ kind }) => kind === 'small' || kind === 'blocked'))
    .map((offer) => ({ offer, burden: burdenOf(evening, offer) }))
    .sort((a, b) => compare(a.burden, b.burden))
    .map(({ offer }) => offer);
}

/** The first place where a party can sit down now; null: none is free. */
export function bestOffer(offers: readonly SeatOffer[]): SeatOffer | null {
  return offers.find(({ isStopped }) => !isStopped) ?? null;
}

/** Chairs that stay empty, in steps: one too many is no waste, a two at a table for eight is the last choice. */
const WASTE_STEPS = [1, 3] as const;

/** Compared from the left; each is 0 where nothing speaks against the place. */
function burdenOf({ servers }: Evening, offer: SeatOffer): number[] {
  const has = (kind: SeatReasonKind) => offer.reasons.some((reason) => reason.kind === kind);
  const flag = (is: boolean) => (is ? 1 : 0);
  const promised = offer.reasons.flatMap((one) => (one.kind === 'promised' ? [one] : []));
  const covers = offer.reasons.find(
    (one) => one.kind === 'fits' || one.kind === 'spare' || one.kind === 'tight',
  );
  const empty = covers === undefined || !('covers' in covers) ? 0 : offer.seats - covers.covers;
  // Who had a party a moment ago is behind the others in this, too.
  const turn = servers.find(({ server }) => server === offer.server)?.turn ?? servers.length;
  return [
    offer.freeAt ?? 0,
    flag(!has('booked')),
    flag(promised.length > 0) + flag(promised.some(({ isLocked }) => isLocked)) + flag(has('needed')),
    flag(has('ticket')),
    flag(has('cut') || has('nobody')),
    WASTE_STEPS.filter((step) => empty > step).length + flag(has('tight')),
    flag(has('combine')),
    flag(has('dirty')),
    turn,
    Math.abs(empty),
  ];
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [at, value] of a.entries()) {
    const difference = value - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
