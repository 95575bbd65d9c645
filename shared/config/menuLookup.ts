import type { HouseConfig } from './houseConfig.ts';
import type { PosMenu, PosMenuItem, PosMenuModifier } from './posMenu.ts';

type HouseDish = HouseConfig['menu'][number];

/** What the house knows of a dish: its own menu in /setup over the POS's. */
export interface KnownDish {
  readonly category: string | null;
  readonly course: number | null;
  readonly prepSeconds: number | null;
  readonly allergens: string[] | null;
  /** The POS's own entry: names, build card and what it counts as. */
  readonly onPosMenu: PosMenuItem | null;
}

export function dishOnMenu(config: HouseConfig, source: string, menuItemId: string | null): KnownDish | null {
  if (menuItemId === null) return null;
  const own = dishOfHouse(config, menuItemId);
  const onPosMenu = itemsOf(config.posMenus[source])?.get(menuItemId) ?? null;
  if (own === undefined && onPosMenu === null) return null;
  return {
    category: own?.category ?? onPosMenu?.category ?? null,
    course: onPosMenu?.course ?? null,
    prepSeconds: own?.prepSeconds ?? onPosMenu?.prepSeconds ?? null,
    allergens: own?.allergens ?? onPosMenu?.allergens ?? null,
    onPosMenu,
  };
}

/** The house's own entry in /setup or `config.json`; of two under one id the first. */
export function dishOfHouse(config: HouseConfig, id: string | null): HouseDish | undefined {
  if (id === null) return undefined;
  return remembered(houseDishes, config.menu, () => byId([...config.menu].reverse())).get(id);
}

export function modifierOnMenu(
  config: HouseConfig,
  source: string,
  id: string | null,
): PosMenuModifier | null {
  return id === null ? null : (modifiersOf(config.posMenus[source])?.get(id) ?? null);
}

/** A menu is a value that never changes: its tables are made once. */
const houseDishes = new WeakMap<HouseConfig['menu'], ReadonlyMap<string, HouseDish>>();
const items = new WeakMap<PosMenu, ReadonlyMap<string, PosMenuItem>>();
const modifiers = new WeakMap<PosMenu, ReadonlyMap<string, PosMenuModifier>>();

function itemsOf(menu: PosMenu | undefined): ReadonlyMap<string, PosMenuItem> | undefined {
  return menu && remembered(items, menu, () => byId(menu.items));
}

function modifiersOf(menu: PosMenu | undefined): ReadonlyMap<string, PosMenuModifier> | undefined {
  return menu && remembered(modifiers, menu, () => byId(menu.modifiers));
}

function byId<T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((one) => [one.id, one]));
}

function remembered<M extends object, V>(memory: WeakMap<M, V>, menu: M, make: () => V): V {
  const known = memory.get(menu) ?? make();
  memory.set(menu, known);
  return known;
}
