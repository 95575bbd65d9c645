import type { DishRef } from '../domain/model/dish.ts';
import type { HouseConfig } from './houseConfig.ts';
import { dishOnMenu } from './menuLookup.ts';

/** How a dish is put together, as the menu has it. */
export interface BuildCard {
  readonly text: string | null;
  /** `data:` address of a picture; null: there is none, or none that a screen shows. */
  readonly picture: string | null;
  /** Where the menu says its picture is, if that is another machine's: a screen asks none but its own hub. */
  readonly elsewhere: string | null;
}

/** No drawing that could run or fetch anything: pixels only. */
const PIXELS = /^data:image\/(?:png|jpeg|webp|gif|avif);base64,[A-Za-z0-9+/]+=*$/u;

/** null: the menu has none. The card travels with the menu, so it is there while hub or POS are away. */
export function buildCardOf(config: HouseConfig, { source, menuItemId }: DishRef): BuildCard | null {
  const card = dishOnMenu(config, source, menuItemId)?.onPosMenu?.card ?? null;
  if (card === null) return null;
  const { text, image } = card;
  if (image === null) return { text, picture: null, elsewhere: null };
  return PIXELS.test(image)
    ? { text, picture: image, elsewhere: null }
    : { text, picture: null, elsewhere: hostOf(image) };
}

/** Enough of an address to know what it is. */
const SHOWN_CHARACTERS = 40;

function hostOf(address: string): string {
  return /^https?:\/\/([^/?#]+)/iu.exec(address)?.[1] ?? address.slice(0, SHOWN_CHARACTERS);
}
