import type { HouseConfig } from '../../config/houseConfig.ts';
import { NO_STATION, type StationId } from '../../lib/ids.ts';
import type { State } from '../model/state.ts';
import type { Ticket } from '../model/ticket.ts';
import { allDay } from './allDay.ts';
import type { Board, TileView } from './boardView.ts';
import { withHouse } from './eightySix.ts';
import { expoTile, questionsOf } from './expoTile.ts';
import { keptUp } from './keptUp.ts';
import { COMING_UP_MS, isLater } from './laterList.ts';
import { withChits } from './paperMarks.ts';
import { byFireTime, fireOrder, StationTiles } from './StationTiles.ts';

const tilesAt = keptUp((station, config) => new StationTiles(station, config));

/** Order is fire time, place is memory: only RUSH stands before it. `covered`: stations that are down and whose tickets stand here too. */
export function stationBoard(
  state: State,
  station: StationId,
  config: HouseConfig,
  now: number,
  covered: readonly StationId[] = [],
): Board {
  const tiles: TileView[] = [];
  const own = tilesAt(state.tickets, station, config);
  const others = [NO_STATION, ...covered].flatMap((at) => tilesAt(state.tickets, at, config).standing);
  // Both in order: nothing is compared twice, and where nothing else is cooked here nothing at all.
  const all = others.length === 0 ? own.standing : [...own.standing, ...others].sort(byFireTime);
  const dress = dresser(state, config);
  for (const { tile, ticket } of all) {
    if (isShownNow(tile, now) && !isLater(ticket, now)) tiles.push(dress(tile, ticket));
  }
  const later = own.released.filter((ticket) => isLater(ticket, now)).length;
  return { station, tiles, allDay: allDay(state, station, config), later };
}

/** What is true of the house and not of the ticket, laid over its tile. */
function dresser(state: State, config: HouseConfig) {
  const isPlain = isNothing(state.dishes) && isNothing(state.holds) && isNothing(state.chits);
  return (tile: TileView, ticket: Ticket): TileView =>
    withQuestions(isPlain ? tile : withChits(withHouse(tile, ticket, state), state), ticket, state, config);
}

function isNothing(record: Readonly<Record<string, unknown>>): boolean {
  for (const _key in record) return false;
  return true;
}

/** Every table still at it, because expo fires what comes next. */
export function expoBoard(state: State, config: HouseConfig, now: number): Board {
  const tiles: TileView[] = [];
  let later = 0;
  for (const ticket of state.tickets.values()) {
    if (ticket.isLeftFromYesterday) continue;
    if (isLater(ticket, now)) later += 1;
    else if (ticket.endedAt === null) {
      const tile = expoTile(ticket, config, state);
      if (tile) tiles.push(withChits(withHouse(tile, ticket, state), state));
    }
  }
  return { station: 'expo' as StationId, tiles: tiles.sort(fireOrder), allDay: [], later };
}

/** Without a pass there may be no expo to ask: what expo would answer, any station of that food may. */
function withQuestions(tile: TileView, ticket: Ticket, state: State, config: HouseConfig): TileView {
  if (config.pass !== 'none' || ticket.questions.length === 0) return tile;
  return { ...tile, questions: questionsOf(ticket, state) };
}

function isShownNow(tile: TileView, now: number): boolean {
  if (tile.place.kind !== 'none' || tile.waitsFor !== undefined) return true;
  return tile.comingUpAt !== null && tile.comingUpAt - now <= COMING_UP_MS;
}
