import type { HouseConfig } from '../../config/houseConfig.ts';
import { dishOnMenu, modifierOnMenu } from '../../config/menuLookup.ts';
import type { ItemFace } from '../model/food.ts';
import type { Modifier } from '../model/modifier.ts';
import type { ModifierView } from './boardView.ts';

/** What cooks call a dish and what other languages do: as the ticket says it, else as the menu has it. */
export function dishWords(
  config: HouseConfig,
  source: string,
  face: ItemFace,
): { readonly name: string; readonly names: Readonly<Record<string, string>> | null } {
  const onMenu = dishOnMenu(config, source, face.menuItemId)?.onPosMenu;
  return { name: onMenu?.kitchenName ?? face.name, names: face.names ?? onMenu?.names ?? null };
}

interface Remembered {
  readonly config: HouseConfig;
  readonly views: readonly ModifierView[];
}

/** A dish's changes stay the same list while the ticket does: what is drawn from them is not drawn again. */
const memory = new WeakMap<readonly Modifier[], Remembered>();

export function modifierViews(
  config: HouseConfig,
  source: string,
  modifiers: readonly Modifier[],
): readonly ModifierView[] {
  const known = memory.get(modifiers);
  if (known?.config === config) return known.views;
  const views = modifiers.map((modifier) => modifierView(config, source, modifier));
  memory.set(modifiers, { config, views });
  return views;
}

function modifierView(config: HouseConfig, source: string, modifier: Modifier): ModifierView {
  const onMenu = modifierOnMenu(config, source, modifier.id);
  return {
    ...modifier,
    name: onMenu?.kitchenName ?? modifier.name,
    names: onMenu?.names ?? null,
    modifiers: modifier.modifiers.map((inner) => modifierView(config, source, inner)),
  };
}
