import type { HouseConfig } from '../../config/houseConfig.ts';
import { ownPrinterOf, printerOf } from '../../config/printersFor.ts';
import type { StationId } from '../../lib/ids.ts';
import { isOnItsWay, MAX_SINGLE, queuedChits, type Unseen, unseenAt } from '../model/paper.ts';
import type { State } from '../model/state.ts';
import type { CommandOf, HouseCommand } from './command.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

/** What no log knows and paper depends on. */
export interface House {
  /** Hub milliseconds in one real one. */
  readonly speed: number;
  /** Since when no screen of the station is here, by hub time; null: one is here, or may yet come. */
  readonly downSince: (station: StationId) => number | null;
  /** The hub was away itself until just now: a station may not have told yet what it printed meanwhile. */
  readonly isJustBack?: () => boolean;
}

export const quietHouse: House = { speed: 1, downSince: () => null };

/** Rules C1 to C4: fired food that no screen of its station has listed in time goes on paper. */
export function dueChits(state: State, config: HouseConfig, now: number, house: House): HouseCommand[] {
  if (config.printers.length === 0) return [];
  const commands: HouseCommand[] = [];
  for (const { id, state: opening, chitSeconds } of config.stations) {
    const station = id as StationId;
    const printer = opening === 'open' ? printerOf(config, station) : null;
    if (printer === null || (house.isJustBack?.() === true && ownPrinterOf(config, station) !== null))
      continue;
    const downSince = house.downSince(station);
    const limit = chitSeconds * SECOND_MS * house.speed;
    const unseen = unseenAt(state, station).filter(
      (one) => (downSince !== null || now - one.since >= limit) && !isOnItsWay(state.chits, one),
    );
    commands.push(...chitsFor(station, unseen, downSince));
  }
  const missed = missedChits(state, config, now, house.speed);
  if (missed.length > 0) commands.push({ type: 'chit.missDue', chits: missed });
  return commands;
}

function chitsFor(
  station: StationId,
  unseen: readonly Unseen[],
  downSince: number | null,
): CommandOf<'chit.due'>[] {
  const part = ({ ticket, version }: Unseen) => ({ ticket: ticket.id, version });
  if (unseen.length > MAX_SINGLE) return [{ type: 'chit.due', station, parts: unseen.map(part), downSince }];
  return unseen.map((one) => ({ type: 'chit.due', station, parts: [part(one)], downSince }));
}

/** C9: paper that comes too late is a lie. */
function missedChits(state: State, config: HouseConfig, now: number, speed: number) {
  const limit = config.paper.maxAgeMinutes * MINUTE_MS * speed;
  return queuedChits(state.chits)
    .filter((chit) => chit.kind !== 'summary' && now - chit.queuedAt > limit)
    .map(({ id }) => id);
}
