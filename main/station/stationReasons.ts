import type { Link } from '../../shared/sync/client/linkWatch.ts';
import type { Status } from '../../shared/sync/client/options.ts';

const TROUBLES: Readonly<Record<string, string>> = {
  build: 'The hub is of another build: update this screen.',
  site: 'At this address answers the hub of another restaurant; this folder follows its own.',
  unauthorized: 'The hub does not let this station in: make it a token of scope station.',
  unavailable: 'The hub answers no screens now.',
};

export interface Standing {
  readonly status: Status;
  readonly link: Link;
  readonly isShutOut: boolean;
  /** Presses the hub has not answered. */
  readonly waiting: number;
  readonly disk: string | null;
}

/** What ails a station, in sentences for /health. Empty: nothing. */
export function stationReasons({ status, link, isShutOut, waiting, disk }: Standing): string[] {
  const isAway = link.state === 'lost';
  const since = link.ageMs === null ? '' : ` for ${Math.round(link.ageMs / 1_000)} s`;
  const away = isAway ? `The hub has not spoken${since}; ${waiting} presses wait here.` : null;
  const trouble = isShutOut ? 'unauthorized' : status.trouble;
  const isTold = status.phase === 'refused' || isAway;
  const why = isTold && trouble !== null ? (TROUBLES[trouble] ?? trouble) : null;
  return [away, why, disk].filter((reason) => reason !== null);
}
