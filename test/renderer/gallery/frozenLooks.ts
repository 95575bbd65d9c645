import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { THEMES, type Theme } from '../../../renderer/theme/wearTheme.ts';
import { type LookSize, readSheet } from '../../support/looks/lookSheet.ts';
import {
  type Changed,
  changedSquares,
  SHRINK,
  type SmallPicture,
  smallPicture,
} from '../../support/looks/smallPicture.ts';
import { FROZEN } from './frozenScenes.ts';
import { GLASSES, type Size } from './openScene.ts';

export interface FrozenLook {
  readonly size: Size;
  readonly language: string;
  readonly theme: Theme;
}

const SHEETS = join(import.meta.dirname, '..', '..', 'fixtures', 'looks');
/** Of a channel, 0 to 255, as the mean of a square. Edges of letters that fall otherwise stay under 8; a word that is gone is over 30. */
const LIMIT = 16;

export const LANGUAGES = ['en', 'es'] as const;

const LOOKS: readonly FrozenLook[] = GLASSES.flatMap((size) =>
  LANGUAGES.flatMap((language) => THEMES.map((theme) => ({ size, language, theme }))),
);

export const nameOfLook = ({ size, language, theme }: FrozenLook) => `${language}-${size[0]}-${theme}`;

export const sheetPath = (scene: string) => join(SHEETS, `${scene}.png`);

/** How the looks of a scene lie on its sheet. */
export const SHEET: readonly LookSize[] = LOOKS.map((look) => ({
  name: nameOfLook(look),
  width: Math.floor(look.size[0] / SHRINK),
  height: Math.floor(look.size[1] / SHRINK),
}));

/** A picture as it is kept: no cursor blinks in it. */
export const shot = (page: Page) => page.screenshot({ animations: 'disabled', caret: 'hide' });

export const isFrozen = (scene: string, look: FrozenLook) =>
  FROZEN.includes(scene) && SHEET.some(({ name }) => name === nameOfLook(look));

/** Where a scene no longer looks as it was kept; all of it, where no sheet was. */
export function changedSinceFrozen(screenshot: Buffer, scene: string, look: FrozenLook): Changed[] {
  if (!existsSync(sheetPath(scene))) return [{ x: 0, y: 0, side: Math.max(...look.size), by: 255 }];
  const frozen = sheetOf(scene).get(nameOfLook(look));
  if (!frozen) throw new Error(`${nameOfLook(look)} is not on a sheet`);
  return changedSquares(smallPicture(screenshot), frozen, LIMIT);
}

/** Unpacked once: a page that still draws is compared again and again. */
const unpacked = new Map<string, ReadonlyMap<string, SmallPicture>>();

function sheetOf(scene: string): ReadonlyMap<string, SmallPicture> {
  const known = unpacked.get(scene);
  if (known) return known;
  const sheet = readSheet(readFileSync(sheetPath(scene)), SHEET);
  unpacked.set(scene, sheet);
  return sheet;
}
