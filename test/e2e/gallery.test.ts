import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUMP_MM, MM_PER_INCH, TARGET_PX } from '../../renderer/theme/physical.ts';
import { THEMES, type Theme } from '../../renderer/theme/wearTheme.ts';
import {
  changedSinceFrozen,
  type FrozenLook,
  isFrozen,
  nameOfLook,
  shot,
} from '../renderer/gallery/frozenLooks.ts';
import { FAR_GLASSES, GLASSES, openScene, type Size, serveGallery } from '../renderer/gallery/openScene.ts';
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
const all = process.env.HEARD_PICTURES === 'all';
const SHOTS = process.env.HEARD_SHOTS ?? '';
/** `HEARD_LANGUAGES="fr"` looks at the same scenes in another one. */
const LANGUAGES = (process.env.HEARD_LANGUAGES ?? 'en es').split(' ');
/** Thirty scenes must look as they were kept; `HEARD_LOOKS=skip`: not while their look is being changed. */
const COMPARES = process.env.HEARD_LOOKS !== 'skip';
const A_DAY_MS = 86_400_000;
const TENTH = 10;
/** While one page waits for a scene to settle, the other one is judged. */
const PAGES = 2;

interface Look {
  readonly size: Size;
  readonly language: string;
  /** All that are looked at in this size and language: a scene is opened once for them. */
  readonly themes: readonly Theme[];
  /** The one that every rule judges. */
  readonly own: Theme | null;
}

const OPENINGS = GLASSES.flatMap((size) => LANGUAGES.map((language) => ({ size, language })));

/**
 * Of each scene its own look, another with every scene, and of the others about a tenth, which changes with the day: those that lie in an
 * opened scene are the cheapest, so its own size and language is seen in a second theme, and one in ten of the others in one.
 */
function looksAt(index: number): Look[] {
  const day = Math.floor(Date.now() / A_DAY_MS);
  return OPENINGS.flatMap((opening, at): Look[] => {
    const turned = Math.floor(index / OPENINGS.length) + at;
    const first = THEMES[turned % THEMES.length] ?? 'dark';
    const second = THEMES[(turned + 1 + (day % (THEMES.length - 1))) % THEMES.length] ?? 'dark';
    const isOwn = index % OPENINGS.length === at;
    if (all) return [{ ...opening, themes: THEMES, own: isOwn ? first : null }];
    if (isOwn) return [{ ...opening, themes: [first, second], own: first }];
    // One more than the openings, so that the tenth walks through sizes and languages alike.
    const isToday = (index * (OPENINGS.length + 1) + at) % TENTH === day % TENTH;
    return isToday
      ? [{ ...opening, themes: [THEMES[(turned + day) % THEMES.length] ?? 'dark'], own: null }]
      : [];
  });
}

const DRAWN_WITHIN_MS = 10_000;
const [WALL] = GLASSES;
/** A tile that has just come takes no press. */
const SETTLED_MS = 900;
/** What is drawn after the frame of its press is drawn by then. */
const DRAWN_MS = 500;
/** On the dish's line, not on its quantity. */
const BESIDE = { x: 120, y: 20 } as const;

interface Glass {
  readonly page: Page;
  /** Since this look was opened. */
  errors: unknown[];
}

let browser: Browser;
let gallery: Awaited<ReturnType<typeof serveGallery>>;
const made: Promise<Glass>[] = [];
const free: Glass[] = [];
const waiting: ((glass: Glass) => void)[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  gallery = await serveGallery();
});

afterAll(async () => {
  await gallery?.stop();
  await browser?.close();
});

describe.concurrent.each(scenes.map((scene, index) => ({ scene, looks: looksAt(index) })))(
  '$scene.name',
  ({ scene, looks }) => {
    test.concurrent.each(looks)(
      '$language at $size in $themes: nothing is cut off, unreadable or in another language',
      (look) =>
        withGlass(look.size, async (glass) => {
          const { page } = glass;
          const [first = 'dark', ...others] = look.themes;
          await openScene(page, gallery.base, scene, { language: look.language, theme: first });
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
          ).toBeLessThanOrEqual(0);
          expect(await page.evaluate(textCutOff)).toEqual([]);
          if (!look.language.startsWith('en'))
            expect(englishLeft(await page.evaluate(wordsOnGlass), look.language)).toEqual([]);
          for (const theme of [first, ...others]) {
            await page.evaluate((worn) => window.wear(worn), theme);
            await keepPicture(page, scene, look, theme);
            await asFrozen(page, scene, { ...look, theme });
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
    withGlass(WALL, async ({ page }) => {
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

/** Remembers what React made of each tile: an element that is drawn again has other props, one that is not has the same. Runs in the page. */
function markDrawn(): void {
  const drawn = new Map<Element, unknown>();
  for (const tile of document.querySelectorAll('main article')) {
    const key = Object.keys(tile).find((one) => one.startsWith('__reactProps$'));
    if (key === undefined) throw new Error('a tile that React did not draw');
    drawn.set(tile, Reflect.get(tile, key));
  }
  Reflect.set(window, 'drawn', drawn);
}

/** Tickets that were drawn, or drawn again, since. Runs in the page. */
function drawnSince(): string[] {
  const drawn: unknown = Reflect.get(window, 'drawn');
  if (!(drawn instanceof Map)) throw new Error('nothing was marked');
  return [...document.querySelectorAll('main article')]
    .filter((tile) => {
      const key = Object.keys(tile).find((one) => one.startsWith('__reactProps$')) ?? '';
      return drawn.get(tile) !== Reflect.get(tile, key);
    })
    .map((tile) => tile.getAttribute('data-ticket-id') ?? '');
}

/** Runs in the page. */
function putHere(ticket: unknown): void {
  const port: unknown = Reflect.get(window, 'port');
  const put: unknown = typeof port === 'object' && port !== null ? Reflect.get(port, 'put') : null;
  if (typeof put !== 'function') throw new Error('this scene takes no put');
  put(ticket);
}

describe('the smallest and the largest glass, by a tape measure', () => {
  const looks = FAR_GLASSES.flatMap((far) =>
    ['kitchen-12', 'station-evening'].map((name) => ({ ...far, name })),
  );
  test.concurrent.each(looks)('$told.inch inch, $size: $name', ({ size, told, name }) =>
    withGlass(size, async ({ page }) => {
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
      expect(await page.evaluate(textCutOff)).toEqual([]);
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

/** As if just unpacked: what the last look kept, and the pointer it left there, are gone. */
async function withGlass(size: Size, use: (glass: Glass) => Promise<void>): Promise<void> {
  const glass = await nextGlass();
  try {
    const [width, height] = size;
    await glass.page.mouse.move(-1, -1);
    await glass.page.setViewportSize({ width, height });
    glass.errors = [];
    await use(glass);
  } finally {
    const next = waiting.shift();
    if (next) next(glass);
    else free.push(glass);
  }
}

function nextGlass(): Promise<Glass> {
  const known = free.pop();
  if (known) return Promise.resolve(known);
  if (made.length >= PAGES) return new Promise((resolve) => waiting.push(resolve));
  const opened = browser.newPage().then((page) => {
    const glass: Glass = { page, errors: [] };
    page.on('pageerror', (error) => glass.errors.push(error));
    return glass;
  });
  made.push(opened);
  return opened;
}

/** Thirty scenes look as they were kept (`renderer/gallery/freeze.ts`); a page that still draws is looked at again. */
async function asFrozen(page: Page, scene: Scene, look: FrozenLook): Promise<void> {
  if (!COMPARES || !isFrozen(scene.name, look)) return;
  const changed = async () => changedSinceFrozen(await shot(page), scene.name, look);
  await expect.poll(changed, { timeout: DRAWN_WITHIN_MS, message: nameOfLook(look) }).toEqual([]);
}

async function keepPicture(page: Page, scene: Scene, { size, language }: Look, theme: Theme): Promise<void> {
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
