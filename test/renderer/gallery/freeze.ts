import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Browser, Page } from 'playwright';
import { THEMES } from '../../../renderer/theme/wearTheme.ts';
import { launchBrowser } from '../../support/browser.ts';
import { writeSheet } from '../../support/looks/lookSheet.ts';
import { changedSquares, type SmallPicture, smallPicture } from '../../support/looks/smallPicture.ts';
import { LANGUAGES, nameOfLook, SHEET, sheetPath, shot } from './frozenLooks.ts';
import { FROZEN } from './frozenScenes.ts';
import { GLASSES, openScene, serveGallery } from './openScene.ts';
import { scenes } from './scenes.ts';

/**
 * Keeps how the frozen scenes look, one sheet of small pictures each, after somebody has looked at them in full (`shoot.ts`):
 * `node test/renderer/gallery/freeze.ts [part of a scene's name]`.
 */
const [only = ''] = process.argv.slice(2);
/** Nothing moves any more when two pictures in a row are one. */
const STILL = 1;
const MOST_TRIES = 20;
const AGAIN_MS = 150;

const { base, stop } = await serveGallery();
const browser = await launchBrowser();
const waiting = scenes.filter(({ name }) => FROZEN.includes(name) && name.includes(only));
const hands = Array.from({ length: 2 }, () => freezeAll(browser));
await Promise.all(hands);
await browser.close();
await stop();

async function freezeAll(browser: Browser): Promise<void> {
  const page = await browser.newPage();
  for (let scene = waiting.shift(); scene !== undefined; scene = waiting.shift()) {
    const pictures = new Map<string, SmallPicture>();
    for (const size of GLASSES)
      for (const language of LANGUAGES) {
        await page.mouse.move(-1, -1);
        await page.setViewportSize({ width: size[0], height: size[1] });
        await openScene(page, base, scene, { language });
        for (const theme of THEMES) {
          await page.evaluate((worn) => window.wear(worn), theme);
          pictures.set(nameOfLook({ size, language, theme }), await stillPicture(page));
        }
      }
    mkdirSync(dirname(sheetPath(scene.name)), { recursive: true });
    const sheet = writeSheet(SHEET, pictures);
    writeFileSync(sheetPath(scene.name), sheet);
    console.log(`${scene.name}: ${Math.round(sheet.length / 1024)} kB`);
  }
}

async function stillPicture(page: Page): Promise<SmallPicture> {
  let before = smallPicture(await shot(page));
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    await page.waitForTimeout(AGAIN_MS);
    const now = smallPicture(await shot(page));
    if (changedSquares(before, now, STILL).length === 0) return now;
    before = now;
  }
  throw new Error('this scene never stands still');
}
