import type { Random } from '../../../shared/demo/random.ts';
import type { LineView, TileView } from '../../../shared/domain/selectors/boardView.ts';
import { stationBoard } from '../../../shared/domain/selectors/stationBoard.ts';
import type { StationId } from '../../../shared/lib/ids.ts';
import { Patience } from './Patience.ts';
import { type Glass, type Hand, type Press, RETHINK_MS, SECOND_MS } from './press.ts';

const MINUTE_MS = 60 * SECOND_MS;
/** Where no prep time is known. */
const USUAL_PREP_MS = 8 * MINUTE_MS;
/** A cook is now quicker, now slower than the menu says; a full board slows everybody down. */
const QUICKEST = 0.65;
const SLOWEST = 1.1;
const CALM_LINES = 8;
const SLOWER_A_LINE = 0.03;
const SLOWEST_LOAD = 1.5;

export interface StationCookOptions {
  readonly station: StationId;
  readonly random: Random;
  /** Touches only what is this far past LATE: somebody else cooks here. null: all of it. */
  readonly onlyPastLateMs: number | null;
}

/** A cook at one station: hears, reads voids and changes, starts, makes ready. What an allergy or a conflict blocks is left alone. */
export class StationCook implements Hand {
  private readonly options: StationCookOptions;
  private readonly patience: Patience;

  constructor(options: StationCookOptions) {
    this.options = options;
    this.patience = new Patience(options.random);
  }

  look({ state, config, now }: Glass): Press[] {
    const { station, onlyPastLateMs } = this.options;
    const board = stationBoard(state, station, config, now);
    const steps = config.stations.find(({ id }) => id === station)?.steps ?? 2;
    const load = this.load(board.tiles);
    return board.tiles
      .filter(
        ({ clock }) => onlyPastLateMs === null || (clock !== null && now > clock.lateAt + onlyPastLateMs),
      )
      .flatMap((tile) => this.atTile(tile, { state, config, now }, steps, load));
  }

  refused({ what }: Press, now: number): void {
    this.patience.rest(what, now, RETHINK_MS);
  }

  private atTile(tile: TileView, glass: Glass, steps: 2 | 3, load: number): Press[] {
    const { now, state } = glass;
    const { place, station, version, ticketId: ticket } = tile;
    if (place.kind === 'none') return [];
    const here = { ticket, station, seen: state.seq } as const;
    if (place.kind === 'hear') {
      const what = `${ticket}/allergy/${place.portions.map(nameOf).join()}/${place.allergies.join()}`;
      if (!this.patience.isRipe(what, now, 6 * SECOND_MS, 20 * SECOND_MS)) return [];
      const { allergies, portions } = place;
      const command: Press['command'] = {
        type: 'allergy.hear',
        ...here,
        allergies: [...allergies],
        portions: [...portions],
      };
      return [{ what, command }];
    }
    const presses: Press[] = [];
    const heard = `${ticket}/heard/${version}`;
    if (!tile.isHeard && this.patience.isRipe(heard, now, 8 * SECOND_MS, 40 * SECOND_MS)) {
      presses.push({ what: heard, command: { type: 'ticket.hear', ticket, station, version } });
    }
    const { voids, changes } = place;
    const news = `${ticket}/news/${voids.map(nameOf).join()}/${changes.join()}/${version}`;
    if (
      voids.length + changes.length > 0 &&
      this.patience.isRipe(news, now, 10 * SECOND_MS, 40 * SECOND_MS)
    ) {
      const command: Press['command'] = {
        type: 'changes.see',
        ...here,
        voids: [...voids],
        changes: [...changes],
      };
      presses.push({ what: news, command });
    }
    for (const line of tile.lines) presses.push(...this.atLine(tile, line, glass, steps, load));
    return presses;
  }

  private atLine(tile: TileView, line: LineView, glass: Glass, steps: 2 | 3, load: number): Press[] {
    if (line.isBlocked || line.stops.length > 0) return [];
    const { now, state } = glass;
    const here = { ticket: tile.ticketId, station: tile.station, seen: state.seq } as const;
    const food = `${tile.ticketId}/${line.portions.map(nameOf).join()}`;
    const portions = line.portions.map(({ item, batch, quantity }) => ({ item, batch, quantity }));
    if (line.state === 'fired' && steps === 3) {
      const what = `${food}/start`;
      if (!this.patience.isRipe(what, now, 20 * SECOND_MS, 60 * SECOND_MS)) return [];
      const begun = portions.map(({ item, batch }) => ({ item, batch }));
      return [{ what, command: { type: 'item.start', ...here, portions: begun } }];
    }
    if (line.state !== 'fired' && line.state !== 'started') return [];
    const what = `${food}/ready`;
    const prepMs = this.options.onlyPastLateMs === null ? this.prepMs(tile, line, glass) * load : MINUTE_MS;
    if (!this.patience.isRipe(what, now, prepMs * QUICKEST, prepMs * SLOWEST)) return [];
    return [{ what, command: { type: 'item.bump', ...here, portions } }];
  }

  private prepMs(tile: TileView, line: LineView, { state }: Glass): number {
    const items = state.tickets.get(tile.ticketId)?.items ?? [];
    const known = line.portions.flatMap(
      ({ item }) => items.find(({ id }) => id === item)?.face.prepSeconds ?? [],
    );
    return known.length > 0 ? Math.max(...known) * SECOND_MS : USUAL_PREP_MS;
  }

  private load(tiles: readonly TileView[]): number {
    const open = tiles.flatMap(({ lines }) =>
      lines.filter(({ state }) => state === 'fired' || state === 'started'),
    );
    return Math.min(SLOWEST_LOAD, 1 + Math.max(0, open.length - CALM_LINES) * SLOWER_A_LINE);
  }
}

function nameOf({ item, batch }: { readonly item: string; readonly batch: number }): string {
  return `${item}.${batch}`;
}
