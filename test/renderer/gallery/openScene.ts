import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Page } from 'playwright';
import { build, preview } from 'vite';
import type { Theme } from '../../../renderer/theme/wearTheme.ts';
import { glassSearch, type ToldGlass } from '../../../shared/protocol/toldGlass.ts';
import { isHouseScene, keepsKeyed, type Scene } from './scenes.ts';

export type Size = readonly [width: number, height: number];

export const GLASSES = [
  [1920, 1080],
  [1280, 800],
  [1080, 1920],
] as const;

/** The smallest and the largest that somebody may tell of, for eyes and for a tape measure. */
export const FAR_GLASSES: readonly { readonly size: Size; readonly told: ToldGlass }[] = [
  { size: [1024, 600], told: { inch: 7, distanceM: 0.6 } },
  { size: [600, 1024], told: { inch: 7, distanceM: 0.6 } },
  { size: [3840, 2160], told: { inch: 55, distanceM: 2 } },
];

/** How a scene is shown; `glass`: as somebody told it. */
export interface Look {
  readonly language: string;
  readonly theme?: Theme;
  readonly glass?: ToldGlass | null;
}

/** The gallery's pages, built once into a folder of their own: a development server would make each page anew. */
export async function serveGallery(): Promise<{ base: string; stop: () => Promise<void> }> {
  const outDir = mkdtempSync(join(tmpdir(), 'heard-gallery-'));
  const options = { configFile: false as const, root: import.meta.dirname, logLevel: 'error' as const };
  await build({ ...options, plugins: [react()], build: { outDir, emptyOutDir: true, minify: false } });
  const server = await preview({ ...options, build: { outDir }, preview: { port: 0 } });
  const stop = async () => {
    await server.close();
    rmSync(outDir, { recursive: true, force: true });
  };
  return { base: server.resolvedUrls?.local[0] ?? '', stop };
}

/** Pages on which something was keyed that only a new page forgets. */
const written = new WeakSet<Page>();

/** One scene on the glass, its steps pressed, its fonts there. On a page that has the gallery already nothing is loaded anew. */
export async function openScene(
  page: Page,
  base: string,
  scene: Scene,
  { language, theme = 'dark', glass = null }: Look,
): Promise<void> {
  const told = glassSearch(glass).replace('?', '&');
  const asked = `?scene=${scene.name}&in=${language}&theme=${theme}${told}`;
  const isThere = page.url().startsWith(base) && !written.has(page);
  if (isThere) await page.evaluate((search) => window.show(search), asked);
  else await page.goto(base + asked);
  if (keepsKeyed(scene)) written.add(page);
  else written.delete(page);
  await page.locator('#root > *').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  for (const step of scene.steps ?? []) {
    // Tiles do not take presses in the first moments after they moved.
    await page.waitForTimeout(SETTLED_MS);
    await page.evaluate(standsStill, STILL_LOOKS);
    if (step.startsWith(WAIT)) await page.waitForTimeout(Number(step.slice(WAIT.length)));
    else if (step.startsWith(KEY)) await page.keyboard.press(step.slice(KEY.length));
    else if (step.startsWith(SEE))
      await page.locator(step.slice(SEE.length)).first().scrollIntoViewIfNeeded();
    else if (step.startsWith(FILE)) await chooseFile(page, step.slice(FILE.length), scene);
    else await page.locator(step).first().click();
  }
  if (isHeldToCount(scene)) await page.getByTestId('all-day-wrong').first().waitFor();
  await page.waitForTimeout(PAINTED_MS);
}

/** In the page: until its tiles stand where they stood at the last looks, which a busy machine comes to late. A press would keep them from it. */
async function standsStill(looks: number): Promise<void> {
  const places = () =>
    [...document.querySelectorAll('main article')]
      .map((tile) => Object.values(tile.getBoundingClientRect().toJSON()).join())
      .join(' ');
  const frame = () => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 40)));
  for (let same = 0, before = places(); same < looks; ) {
    await frame();
    const now = places();
    same = now === before ? same + 1 : 0;
    before = now;
  }
}

/** An ugly board's all-day is made up: some seconds later the screen has counted its tickets and says so. */
function isHeldToCount(scene: Scene): boolean {
  return !isHouseScene(scene) && scene.screen.startsWith('/kitchen');
}

async function chooseFile(page: Page, input: string, scene: Scene): Promise<void> {
  const name = isHouseScene(scene) && scene.file ? scene.file : 'file.csv';
  await page.locator(input).setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(name) });
}

/** A step that is a key of the bump bar. */
const KEY = 'key:';
/** A step that is time going by, in ms. */
const WAIT = 'wait:';
/** A step that brings something on to the glass without a press. */
const SEE = 'see:';
/** A step that chooses the scene's file. */
const FILE = 'file:';
const SETTLED_MS = 800;
const STILL_LOOKS = 4;
const PAINTED_MS = 350;
