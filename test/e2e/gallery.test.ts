import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { BUMP_MM, MM_PER_INCH, TARGET_PX } from '../../renderer/theme/physical.ts';
import type { Theme } from '../../renderer/theme/wearTheme.ts';
import { drawnSince, markDrawn, putHere } from '../renderer/gallery/drawnTiles.ts';
import {
  changedSinceFrozen,
  type FrozenLook,
  isFrozen,
  nameOfLook,
  shot,
} from '../renderer/gallery/frozenLooks.ts';
import { GlassPool } from '../renderer/gallery/GlassPool.ts';
import { type LookToday, looksToday } from '../renderer/gallery/looksToday.ts';
import { FAR_GLASSES, GLASSES, openScene, serveGallery } from '../renderer/gallery/openScene.ts';
import { type Scene, scenes } from '../renderer/gallery/scenes.ts';
import { axeFinds, RULES_OF_LOOKS } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { englishLeft } from '../support/englishLeft.ts';
import { measuredGlass } from '../support/measuredGlass.ts';
import { textCutOff } from '../support/textCutOff.ts';

/**
 * Every screen in every state, looked at by rules instead of eyes. One size, language and theme of each scene is judged by every rule, and of
 * the others a tenth, that changes with the day, by what a look can change; `HEARD_PICTURES=all` plays them all, `HEARD_SHOTS=/tmp/shots`
 * keeps the pictures.
 */
const SHOTS = process.env.HEARD_SHOTS ?? '';
/** Thirty scenes must look as they were kept; `HEARD_LOOKS=skip`: not while their look is being changed. */
const COMPARES = process.env.HEARD_LOOKS !== 'skip';
/** Pages mostly wait for scenes to settle; of four, two are judged meanwhile. More would only queue for the cores. */
const PAGES = 4;

const DRAWN_WITHIN_MS = 10_000;
/** A picture of a page costs as much as that. */
const AGAIN_MS = 200;
const [WALL] = GLASSES;
/** A tile that has just come takes no press. */
const SETTLED_MS = 900;
/** What is drawn after the frame of its press is drawn by then. */
const DRAWN_MS = 500;
/** On the dish's line, not on its quantity. */
const BESIDE = { x: 120, y: 20 } as const;

let browser: Browser;
let gallery: Awaited<ReturnType<typeof serveGallery>>;
let glasses: GlassPool;

beforeAll(async () => {
  browser = await launchBrowser();
  gallery = await serveGallery();
  glasses = new GlassPool(browser, PAGES);
});

afterAll(async () => {
  await gallery?.stop();
  await browser?.close();
});

describe.concurrent.each(scenes.map((scene, index) => ({ scene, looks: looksToday(index) })))(
  '$scene.name',
  ({ scene, looks }) => {
    test.concurrent.each(looks)(
      '$language at $size in $themes: nothing is cut off, unreadable or in another language',
      (look) =>
        glasses.use(look.size, async (glass) => {
          const { page } = glass;
          const [first = 'dark', ...others] = look.themes;
          const looksAsKept = async () => {
            await openScene(page, gallery.base, scene, { language: look.language, theme: first });
            // Before anything else: what a bump bar has selected lapses, and a busy machine takes its time.
            for (const theme of [first, ...others]) {
              await wear(page, theme);
              await keepPicture(page, scene, look, theme);
              await asFrozen(page, scene, { ...look, theme });
            }
          };
          // What other pages hold is guessed by what was drawn, and a busy machine draws in smaller pieces: one more page may be counted.
          await looksAsKept().catch(looksAsKept);
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
          ).toBeLessThanOrEqual(0);
          await nothingCutOff(page);
          if (!look.language.startsWith('en'))
            expect(englishLeft(await page.evaluate(wordsOnGlass), look.language)).toEqual([]);
          for (const theme of [first, ...others]) {
            await wear(page, theme);
            expect(await axeFinds(page, theme === look.own ? null : RULES_OF_LOOKS), theme).toEqual([]);
          }
          expect(glass.errors).toEqual([]);
        }),
    );
  },
);

/** A board that has room, and a ticket of two dishes on it. */
const ROOMY = [
  ['undo', 'T-11'],
  ['list-undo', 'T-22'],
  ['courses-undo', 'T-22'],
] as const;

describe.each(ROOMY)('in the board of %s', (name, id) => {
  test('a put draws its own tile and no other; a dish made ready and a bump only theirs', () =>
    glasses.use(WALL, async ({ page }) => {
      const scene = scenes.find((one) => one.name === name);
      if (!scene) throw new Error(`no scene ${name}`);
      await openScene(page, gallery.base, { ...scene, steps: [] }, { language: 'en' });
      await page.waitForTimeout(SETTLED_MS);
      const pressed = page.locator(`[data-testid=ticket][data-ticket-id="${id}"]`);
      const drawnBy = async (work: () => Promise<void>) => {
        await page.evaluate(markDrawn);
        await work();
        await page.waitForTimeout(DRAWN_MS);
        return await page.evaluate(drawnSince);
      };
      const item = { id: 'a', name: 'Sea bass', course: 1, stations: ['grill'] };
      const ticket = { id: 'T-new', table: '99', items: [item], courses: [{ number: 1, name: 'Starters' }] };
      expect(await drawnBy(() => page.evaluate(putHere, ticket))).toEqual(['T-new']);
      expect(await drawnBy(() => pressed.getByTestId('item').last().click({ position: BESIDE }))).toEqual([
        id,
      ]);
      expect(await drawnBy(() => pressed.getByTestId('bump').click())).toEqual([]);
      expect(await page.getByTestId('tombstone').count()).toBe(1);
    }));
});

test('a font that comes late, and is wider, has every tile measured anew: nothing is cut off', () =>
  glasses.use([1080, 1920], async ({ page }) => {
    const scene = scenes.find(({ name }) => name === 'kitchen-12');
    if (!scene) throw new Error('no scene kitchen-12');
    await openScene(page, gallery.base, scene, { language: 'es', theme: 'light' });
    await nothingCutOff(page);
    const style = await page.addStyleTag({ content: 'main article { letter-spacing: 0.09em }' });
    await page.evaluate(() => document.fonts.dispatchEvent(new Event('loadingdone')));
    await nothingCutOff(page);
    await style.evaluate((element) => element.parentNode?.removeChild(element));
    await page.evaluate(() => document.fonts.dispatchEvent(new Event('loadingdone')));
    await nothingCutOff(page);
  }));

/** Names of every length, and each second dish one that is counted. */
const LONGEST_NAME = 'Grilled octopus with smoked paprika';
const NAMES_FROM = 9;
const DISHES_OF_A_TICKET = 6;
const long = [0, 1, 2].map((table) => ({
  id: `T-long${table}`,
  table: `9${table}`,
  items: Array.from({ length: DISHES_OF_A_TICKET }, (_, at) => ({
    id: `T-long${table}-${at}`,
    name: LONGEST_NAME.slice(0, NAMES_FROM + table * DISHES_OF_A_TICKET + at).replace(/ $/u, 's'),
    course: 1,
    quantity: 1 + (at % 2),
    seat: at + 1,
    stations: ['grill'],
  })),
  courses: [{ number: 1, name: 'Starters' }],
}));

describe('in a list', () => {
  test.each(GLASSES)('at %ix%i a dish is as high with its tick or its count as without', (...size) =>
    glasses.use(size, async ({ page }) => {
      const scene = scenes.find((one) => one.name === 'list-undo');
      if (!scene) throw new Error('no scene of a list');
      await openScene(page, gallery.base, { ...scene, steps: [] }, { language: 'en' });
      for (const ticket of long) await page.evaluate(putHere, ticket);
      await page.waitForTimeout(SETTLED_MS);
      const before = await page.evaluate(heightsOfDishes);
      // Not the last of a ticket: without it the ticket would go.
      const onGlass = before.filter(
        ([id]) => id.startsWith('T-long') && !id.endsWith(`-${DISHES_OF_A_TICKET - 1}`),
      );
      expect(onGlass.length).toBeGreaterThanOrEqual(DISHES_OF_A_TICKET / 2);
      for (const [id, , , count] of onGlass) {
        const dish = page.locator(`[data-testid=item][data-item-id="${id}"]`);
        await dish.locator(count ? '[class*=_countable_]' : '[class*=_name_]').click();
      }
      await page.waitForTimeout(DRAWN_MS);
      const marked = page.locator('main [data-testid=item]').filter({ hasText: '1/2' });
      expect(await marked.count()).toBe(onGlass.filter(([, , , count]) => count).length);
      expect(await page.locator('main [data-testid=item] [class*=_tick_]').count()).toBe(
        onGlass.filter(([, , , count]) => !count).length,
      );
      expect(await page.evaluate(heightsOfDishes)).toEqual(before);
    }),
  );
});

/** Of each dish on the glass, in px: its own height and its row's; and whether it is counted. Runs in the page. */
function heightsOfDishes(): [id: string, dishPx: number, rowPx: number, isCounted: boolean][] {
  return [...document.querySelectorAll('main article [data-testid=item]')].map((dish) => [
    dish.getAttribute('data-item-id') ?? '',
    dish.getBoundingClientRect().height,
    dish.closest('article')?.getBoundingClientRect().height ?? 0,
    dish.querySelector('[class*=_countable_]') !== null,
  ]);
}

describe('the smallest and the largest glass, by a tape measure', () => {
  const looks = FAR_GLASSES.flatMap((far) =>
    ['kitchen-12', 'station-evening'].map((name) => ({ ...far, name })),
  );
  test.concurrent.each(looks)('$told.inch inch, $size: $name', ({ size, told, name }) =>
    glasses.use(size, async ({ page }) => {
      const scene = scenes.find((one) => one.name === name);
      if (!scene) throw new Error(`no scene is called ${name}`);
      await openScene(page, gallery.base, scene, { language: 'es', glass: told });
      const pxPerMm = Math.hypot(...size) / (told.inch * MM_PER_INCH);
      const measured = await measuredGlass(page, pxPerMm);
      for (const [what, mm] of Object.entries(measured.capMm))
        if (mm !== Number.POSITIVE_INFINITY)
          expect(mm, what).toBeCloseTo((CAPS_AT_1_M[what] ?? 0) * told.distanceM, 1);
      // Every tile of the evening ends on the glass; the ugliest board has what an evening has not.
      if (name === 'kitchen-12') expect(measured.capMm.allergy).not.toBe(Number.POSITIVE_INFINITY);
      else expect(measured.bumpMm).toBeGreaterThanOrEqual(BUMP_MM);
      expect(measured.smallestTargetPx).toBeGreaterThanOrEqual(TARGET_PX);
      expect(measured.tiles).toBeGreaterThanOrEqual(1);
      expect(measured.outside).toEqual([]);
      await nothingCutOff(page);
    }),
  );
});

/** LOOK.md, in mm. */
const CAPS_AT_1_M: Readonly<Record<string, number>> = {
  clock: 5,
  dish: 5,
  allergy: 5,
  quantity: 5,
  modifier: 4,
  seat: 4,
  server: 3,
};

const wear = (page: Page, theme: Theme) => page.evaluate((worn) => window.wear(worn), theme);

/** Thirty scenes look as they were kept (`renderer/gallery/freeze.ts`); a page that still draws is looked at again. */
async function asFrozen(page: Page, scene: Scene, look: FrozenLook): Promise<void> {
  if (!COMPARES || !isFrozen(scene.name, look)) return;
  // Not `expect.poll`: it wants to know its test, which is nobody's when another of the concurrent ones has just ended.
  const looksTheSame = async () =>
    expect(changedSinceFrozen(await shot(page), scene.name, look), nameOfLook(look)).toEqual([]);
  await vi.waitFor(looksTheSame, { timeout: DRAWN_WITHIN_MS, interval: AGAIN_MS });
}

/** Once all is drawn: a busy machine builds a board for some frames. */
async function nothingCutOff(page: Page): Promise<void> {
  const isWhole = async () => expect(await page.evaluate(textCutOff)).toEqual([]);
  await vi.waitFor(isWhole, { timeout: DRAWN_WITHIN_MS, interval: AGAIN_MS });
}

async function keepPicture(
  page: Page,
  scene: Scene,
  { size, language }: LookToday,
  theme: Theme,
): Promise<void> {
  if (!SHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  const worn = theme === 'dark' ? '' : `-${theme}`;
  await page.screenshot({ path: join(SHOTS, `${scene.name}-${language}-${size[0]}${worn}.png`) });
}

/** Texts and labels as a person or a reader meets them. Runs in the page. */
function wordsOnGlass(): string[] {
  const words: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    words.push(node.textContent?.trim() ?? '');
  for (const element of document.querySelectorAll('[aria-label], [aria-description]'))
    words.push(element.getAttribute('aria-label') ?? '', element.getAttribute('aria-description') ?? '');
  return words.filter((text) => text !== '');
}
