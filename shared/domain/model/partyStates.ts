import type { Party, PartyLive } from './party.ts';

/** How far along a visit each state is. A word nobody knows stands with `booked`: it is kept, shown and taken for nothing more. */
const RANKS: Readonly<Record<string, number>> = {
  requested: 0,
  booked: 1,
  confirmed: 2,
  waiting: 2,
  late: 3,
  cancelled: 3.5,
  no_show: 3.5,
  partly_arrived: 4,
  arrived: 5,
  notified: 6,
  seated: 7,
  left: 8,
  finished: 9,
};
const UNKNOWN_RANK = 1;

export function rankOf(state: string): number {
  return Object.hasOwn(RANKS, state) ? (RANKS[state] ?? UNKNOWN_RANK) : UNKNOWN_RANK;
}

const TAKES_AWAY: ReadonlySet<string> = new Set(['cancelled', 'no_show']);
const OVER: ReadonlySet<string> = new Set(['left', 'finished', 'cancelled', 'no_show']);
const AT_THE_DOOR: ReadonlySet<string> = new Set(['partly_arrived', 'arrived', 'notified']);

type Live = Pick<PartyLive, 'state'>;

export const isSeated = ({ state }: Live): boolean => state === 'seated';
/** Nothing more is to come of it tonight. */
export const isOver = ({ state }: Live): boolean => OVER.has(state);
export const isAtTheDoor = ({ state }: Live): boolean => AT_THE_DOOR.has(state);
/** Neither here nor over. */
export const isExpected = (live: Live): boolean => !isSeated(live) && !isOver(live) && !isAtTheDoor(live);

/**
 * Whether a state newly said takes the place of the one the party is in. What the house has not touched follows its source, back too; what
 * the house has gone beyond is kept, except that a party not yet seated is cancelled or no show when its source says so.
 */
export function followsSaid(newly: string, { said, live: { state } }: Pick<Party, 'said' | 'live'>): boolean {
  if (said?.state === state) return true;
  if (TAKES_AWAY.has(newly)) return rankOf(state) < rankOf('seated');
  return rankOf(newly) > rankOf(state);
}

/** What the source says, where the house knows better; null: they agree. */
export function saidOtherwise({ said, live }: Party): string | null {
  return said === null || said.state === live.state ? null : said.state;
}

/** Booking and POS count differently: the POS's number is in force, both are shown. null: no difference, or the POS has not counted. */
export function coverConflict({ said, live }: Party): { booked: number; pos: number } | null {
  const booked = said?.covers ?? null;
  if (booked === null || live.posCovers === null || live.posCovers === booked) return null;
  return { booked, pos: live.posCovers };
}
