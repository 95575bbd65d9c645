import type { HouseConfig } from '../../config/houseConfig.ts';
import { type DishRef, type DishStanding, dishKey, dishOf, isOff, offSince } from '../model/dish.ts';
import { falloutOf } from '../model/fallout.ts';
import { isLive, isStarted, itemOf } from '../model/progress.ts';
import type { State } from '../model/state.ts';
import type { TableHold } from '../model/tableHold.ts';
import { type Ticket, titleOf } from '../model/ticket.ts';
import type { LineView, TileView } from './boardView.ts';

/** One dish of the list behind the 86 button. */
export interface DishView {
  readonly key: string;
  readonly dish: DishRef;
  readonly names: Readonly<Record<string, string>> | null;
  readonly category: string | null;
  readonly isOff: boolean;
  /** Who says so; a restore at a screen takes the kitchen's word back, never the POS's. */
  readonly offBy: readonly ('kitchen' | 'pos' | 'count')[];
  readonly since: number | null;
  readonly untilRestored: boolean;
  readonly remaining: number | null;
}

/**
 * Every dish of the menus and of the open tickets, what is off first, then what is nearly out, then by name. `station`: only what is made
 * there; null: all.
 */
export function dishList(state: State, config: HouseConfig, station: string | null): DishView[] {
  const dishes = new Map<string, DishView>();
  for (const [source, menu] of Object.entries(config.posMenus)) {
    for (const item of menu.items) {
      if (station !== null && item.stations !== null && !item.stations.includes(station)) continue;
      const dish = { source, menuItemId: item.id, name: item.kitchenName ?? item.name };
      dishes.set(dishKey(dish), viewOf(state, dish, item.names, item.category));
    }
  }
  for (const ticket of state.tickets.values()) {
    for (const item of ticket.items) {
      const dish = dishOf(ticket.source, item.face);
      const isHere = station === null || item.stations.some((one) => one === station);
      if (isHere && !dishes.has(dishKey(dish)))
        dishes.set(dishKey(dish), viewOf(state, dish, item.face.names, null));
    }
  }
  for (const [key, { dish }] of Object.entries(state.dishes)) {
    if (!dishes.has(key) && station === null) dishes.set(key, viewOf(state, dish, null, null));
  }
  return [...dishes.values()].sort(
    (a, b) =>
      Number(b.isOff) - Number(a.isOff) ||
      (a.remaining ?? Number.MAX_SAFE_INTEGER) - (b.remaining ?? Number.MAX_SAFE_INTEGER) ||
      a.dish.name.localeCompare(b.dish.name, 'en'),
  );
}

function viewOf(state: State, dish: DishRef, names: DishView['names'], category: string | null): DishView {
  const key = dishKey(dish);
  const standing = state.dishes[key];
  return {
    key,
    dish,
    names,
    category,
    isOff: isOff(standing),
    offBy: offBy(standing),
    since: offSince(standing),
    untilRestored: standing?.kitchen?.untilRestored ?? standing?.count?.untilRestored ?? false,
    remaining: standing?.count?.remaining ?? null,
  };
}

function offBy(standing: DishStanding | undefined): DishView['offBy'] {
  if (standing === undefined) return [];
  return [
    ...(standing.kitchen ? (['kitchen'] as const) : []),
    ...(standing.pos ? (['pos'] as const) : []),
    ...(standing.count?.remaining === 0 ? (['count'] as const) : []),
  ];
}

/** What an 86 would hit: "86 Sea bass: on 12, 9, T-41". */
export function fallout(
  state: State,
  dish: DishRef,
): { readonly title: string; readonly quantity: number }[] {
  return falloutOf(state, dish).map(({ ticket, quantity }) => ({
    title: titleOf(ticket.head),
    quantity,
  }));
}

/** What is off, or has at most `lowCount` left: what everybody should know before the next table orders it. */
export function shortDishes(state: State, config: HouseConfig): DishView[] {
  return Object.values(state.dishes)
    .filter((standing) => isOff(standing) || isLow(standing, config))
    .map(({ dish }) => viewOf(state, dish, null, null))
    .sort((a, b) => Number(b.isOff) - Number(a.isOff) || (a.remaining ?? 0) - (b.remaining ?? 0));
}

function isLow(standing: DishStanding, config: HouseConfig): boolean {
  return standing.count !== null && standing.count.remaining <= config.thresholds.lowCount;
}

interface Dressed {
  readonly dishes: State['dishes'];
  readonly hold: TableHold | undefined;
  readonly tile: TileView;
}

/** A tile stands on its ticket alone and is kept with it; what is true of the house is laid over it and kept while it is. */
const dressed = new WeakMap<TileView, Dressed>();

export function withHouse(tile: TileView, ticket: Ticket, state: State): TileView {
  const hold = tile.head.table === null ? undefined : state.holds[tile.head.table];
  const known = dressed.get(tile);
  if (known && known.dishes === state.dishes && known.hold === hold) return known.tile;
  const lines = tile.lines.map((line) => (is86(line, ticket, state) ? { ...line, is86: true } : line));
  const isPlain = hold === undefined && lines.every((line, index) => line === tile.lines[index]);
  const away = hold ? { since: hold.since, reason: hold.reason, until: hold.until } : null;
  const view = isPlain ? tile : { ...tile, lines, away };
  dressed.set(tile, { dishes: state.dishes, hold, tile: view });
  return view;
}

/** The kitchen has none: whatever nobody has started. The POS or a count says so: what was ordered after it had run out. */
export function is86(line: LineView, ticket: Ticket, state: Pick<State, 'dishes'>): boolean {
  const standing = state.dishes[line.dish];
  const since = offSince(standing);
  if (standing === undefined || since === null) return false;
  return line.portions.some((portion) => {
    const batch = itemOf(ticket, portion.item)?.batches.find(({ n }) => n === portion.batch);
    if (!batch || !isLive(batch) || isStarted(batch)) return false;
    return standing.kitchen !== null || batch.addedAt > since;
  });
}
