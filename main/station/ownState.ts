import type { HouseConfig } from '../../shared/config/houseConfig.ts';
import { ownPrinterOf } from '../../shared/config/printersFor.ts';
import type { Chit } from '../../shared/domain/model/chit.ts';
import type { State } from '../../shared/domain/model/state.ts';
import type { Ticket } from '../../shared/domain/model/ticket.ts';
import type { StationId, TicketId } from '../../shared/lib/ids.ts';

/** What a cut-off station knows that no hub has said. */
export interface OwnPaperFacts {
  readonly chits: readonly Chit[];
  /** What its screens have listed since, by ticket. */
  readonly listed: ReadonlyMap<TicketId, number>;
}

/**
 * The replica with it laid over, for the rules of paper. Of the hub's chits those that are settled count, because a person is asked of them, or
 * has said something; what only waited there, or was on its way, may never come out.
 */
export function ownState(base: State, station: StationId, { chits, listed }: OwnPaperFacts): State {
  let { tickets } = base;
  const change = (id: TicketId, change: (ticket: Ticket) => Ticket) => {
    const ticket = tickets.get(id);
    if (ticket !== undefined) tickets = tickets.with(id, change(ticket));
  };
  for (const [id, version] of listed) change(id, (ticket) => listedAt(ticket, station, version, base.at));
  for (const chit of chits) {
    if (chit.state !== 'printed') continue;
    for (const part of chit.parts) change(part.ticket, (ticket) => onPaper(ticket, chit, part));
  }
  const theirs = Object.entries(base.chits).filter(
    ([, { state }]) => state !== 'queued' && state !== 'sending',
  );
  const own = chits.map((chit) => [chit.id, chit] as const);
  return { ...base, tickets, chits: Object.fromEntries([...theirs, ...own]) };
}

function listedAt(ticket: Ticket, station: StationId, version: number, at: number): Ticket {
  if (ticket.versions[station] !== version) return ticket;
  const known = ticket.receipts[station];
  const receipt = { paintedAt: null, heardAt: null, ...known, version, listedAt: at };
  return { ...ticket, receipts: { ...ticket.receipts, [station]: receipt } };
}

function onPaper(ticket: Ticket, chit: Chit, { version, told }: Chit['parts'][number]): Ticket {
  const { station, number, settledAt, queuedAt } = chit;
  const known = ticket.paper[station];
  if (known !== undefined && known.version >= version) return ticket;
  const paper = { version, number, at: settledAt ?? queuedAt, isByStation: true, told: told ?? null };
  return { ...ticket, paper: { ...ticket.paper, [station]: paper } };
}

/** Nothing more becomes of it here. */
export function isSettled({ state }: Chit): boolean {
  return state === 'printed' || state === 'unknown' || state === 'failed';
}

/** The house as the station's device sees it: one station, and the printer that hangs at it if there is one. */
export function ownHouse(config: HouseConfig, station: StationId): HouseConfig {
  const own = ownPrinterOf(config, station);
  return {
    ...config,
    stations: config.stations
      .filter(({ id }) => id === station)
      .map((one) => ({ ...one, printer: own?.id ?? null })),
    printers: own === null ? [] : [{ ...own, station: null, failover: null }],
    paper: { ...config.paper, printer: own?.id ?? null },
  };
}
