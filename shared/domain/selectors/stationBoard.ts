import type { HouseConfig } from '../../config/houseConfig.ts';
import { NO_STATION, type StationId } from '../../lib/ids.ts';
import type { State } from '../model/state.ts';
import type { Ticket } from '../model/ticket.ts';
import { allDay } from './allDay.ts';
import type { Board, TileView } from './boardView.ts';
import { withHouse } from './eightySix.ts';
import { expoTile, questionsOf } from './expoTile.ts';
import { COMING_UP_MS, isLater } from './laterList.ts';
import { withChits } from './paperMarks.ts';
import { perTicket } from './perTicket.ts';
import { stationTile } from './stationTile.ts';

const tilesOf = perTicket(stationTile);

/** Order is fire time, place is memory: only RUSH stands before it. `covered`: stations that are down and whose tickets stand here too. */
export function stationBoard(
  state: State,
  station: StationId,
  config: HouseConfig,
  now: number,
  covered: readonly StationId[] = [],
): Board {
  const tiles: TileView[] = [];
  const places = [station, NO_STATION, ...covered].map((one) => tilesOf(one, config));
  let later = 0;
  for (const ticket of onBoard(state)) {
    if (isLater(ticket, now)) {
      if (ticket.items.some((item) => item.stations.includes(station))) later += 1;
      continue;
    }
    for (const tileOf of places) {
      const tile = tileOf(ticket);
      if (tile && isShownNow(tile, now))
        tiles.push(withChits(withQuestions(withHouse(tile, ticket, state), ticket, state, config), state));
    }
  }
  return { station, tiles: tiles.sort(byFireTime), allDay: allDay(state, station, config), later };
}

/** Every table still at it, because expo fires what comes next. */
export function expoBoard(state: State, config: HouseConfig, now: number): Board {
  const tiles: TileView[] = [];
  let later = 0;
  for (const ticket of onBoard(state)) {
    if (isLater(ticket, now)) later += 1;
    else if (ticket.endedAt === null) {
      const tile = expoTile(ticket, config, state);
      if (tile) tiles.push(withChits(withHouse(tile, ticket, state), state));
    }
  }
  return { station: 'expo' as StationId, tiles: tiles.sort(byFireTime), allDay: [], later };
}

/** Without a pass there may be no expo to ask: what expo would answer, any station of that food may. */
function withQuestions(tile: TileView, ticket: Ticket, state: State, config: HouseConfig): TileView {
  if (config.pass !== 'none' || ticket.questions.length === 0) return tile;
  return { ...tile, questions: questionsOf(ticket, state) };
}

function onBoard(state: State): Ticket[] {
  return [...state.tickets.values()].filter((ticket) => !ticket.isLeftFromYesterday);
}

function isShownNow(tile: TileView, now: number): boolean {
  if (tile.place.kind !== 'none') return true;
  return tile.comingUpAt !== null && tile.comingUpAt - now <= COMING_UP_MS;
}

function byFireTime(a: TileView, b: TileView): number {
  return (
    rank(a) - rank(b) ||
    (a.rushAt ?? 0) - (b.rushAt ?? 0) ||
    timeOf(a) - timeOf(b) ||
    a.openedAt - b.openedAt ||
    (a.ticketId < b.ticketId ? -1 : 1)
  );
}

function rank(tile: TileView): number {
  if (tile.clock === null) return 2;
  return tile.rushAt === null ? 1 : 0;
}

function timeOf(tile: TileView): number {
  return tile.clock?.firedAt ?? tile.comingUpAt ?? tile.openedAt;
}
