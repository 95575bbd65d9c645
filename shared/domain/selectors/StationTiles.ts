import type { HouseConfig } from '../../config/houseConfig.ts';
import type { StationId } from '../../lib/ids.ts';
import type { Ticket } from '../model/ticket.ts';
import type { TileView } from './boardView.ts';
import type { OfTickets } from './keptUp.ts';
import { perTicket } from './perTicket.ts';
import { stationTile } from './stationTile.ts';

const tilesOf = perTicket(stationTile);

export interface Standing {
  readonly tile: TileView;
  readonly ticket: Ticket;
}

/** A station's tiles in the order they stand in, kept up ticket by ticket: what changed is put in its place, and the others are not looked at. */
export class StationTiles implements OfTickets {
  private readonly station: StationId;
  private readonly tileOf: (ticket: Ticket) => TileView | null;
  private readonly sorted: Standing[] = [];
  private readonly withRelease = new Map<string, Ticket>();

  constructor(station: StationId, config: HouseConfig) {
    this.station = station;
    this.tileOf = tilesOf(station, config);
  }

  /** Of every ticket, by fire time; which of them are on the board now hangs on the time. */
  get standing(): readonly Standing[] {
    return this.sorted;
  }

  /** Orders with a release, with food of this station. */
  get released(): readonly Ticket[] {
    return [...this.withRelease.values()];
  }

  take(before: Ticket | undefined, after: Ticket | undefined): void {
    if (before !== undefined) this.remove(before);
    if (after === undefined || after.isLeftFromYesterday) return;
    if (after.head.releaseAt !== null && after.items.some(({ stations }) => stations.includes(this.station)))
      this.withRelease.set(after.id, after);
    const tile = this.tileOf(after);
    if (tile !== null) this.sorted.splice(this.placeFor(tile), 0, { tile, ticket: after });
  }

  private remove({ id }: Ticket): void {
    this.withRelease.delete(id);
    const at = this.sorted.findIndex(({ ticket }) => ticket.id === id);
    if (at !== -1) this.sorted.splice(at, 1);
  }

  private placeFor(tile: TileView): number {
    let [from, to] = [0, this.sorted.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      const there = this.sorted[middle]?.tile;
      if (there !== undefined && fireOrder(there, tile) <= 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

export function byFireTime(a: Standing, b: Standing): number {
  return fireOrder(a.tile, b.tile);
}

/** Rush, then fire time, then coming up. */
export function fireOrder(a: TileView, b: TileView): number {
  return (
    rank(a) - rank(b) ||
    (a.rushAt ?? 0) - (b.rushAt ?? 0) ||
    timeOf(a) - timeOf(b) ||
    a.openedAt - b.openedAt ||
    (a.ticketId === b.ticketId ? 0 : a.ticketId < b.ticketId ? -1 : 1)
  );
}

function rank(tile: TileView): number {
  if (tile.clock === null) return 2;
  return tile.rushAt === null ? 1 : 0;
}

function timeOf(tile: TileView): number {
  return tile.clock?.firedAt ?? tile.comingUpAt ?? tile.openedAt;
}
