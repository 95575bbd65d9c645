import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GLASSES, openScene, serveGallery } from '../renderer/gallery/openScene.ts';
import { type Scene, scenes } from '../renderer/gallery/scenes.ts';
import { axeFinds } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { englishLeft } from '../support/englishLeft.ts';
import { textCutOff } from '../support/textCutOff.ts';

/**
 * Every screen in every state, looked at by rules instead of eyes. One size and language of each scene is played, and of the others a tenth
 * that changes with the day; `HEARD_PICTURES=all` plays them all, `HEARD_SHOTS=/tmp/shots` keeps the pictures.
 */
const all = process.env.HEARD_PICTURES === 'all';
const SHOTS = process.env.HEARD_SHOTS ?? '';
/** `HEARD_LANGUAGES="fr"` looks at the same scenes in another one. */
const LANGUAGES = (process.env.HEARD_LANGUAGES ?? 'en es').split(' ');
const A_DAY_MS = 86_400_000;
const TENTH = 10;

interface Look {
  readonly size: (typeof GLASSES)[number];
  readonly language: string;
}

const LOOKS: readonly Look[] = GLASSES.flatMap((size) => LANGUAGES.map((language) => ({ size, language })));

function looksAt(index: number): Look[] {
  const day = Math.floor(Date.now() / A_DAY_MS);
  return LOOKS.filter((_look, at) => {
    const isItsOwn = index % LOOKS.length === at;
    return all || isItsOwn || (index * LOOKS.length + at) % TENTH === day % TENTH;
  });
}

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
/** A page a size, for all looks: each loads it anew, from what the browser keeps of the last. */
const glasses = new Map<Look['size'], Glass>();
let gallery: Awaited<ReturnType<typeof serveGallery>>;

beforeAll(async () => {
  browser = await launchBrowser();
  gallery = await serveGallery();
});

afterAll(async () => {
  await gallery?.stop();
  await browser?.close();
});

describe.each(scenes.map((scene, index) => ({ scene, looks: looksAt(index) })))(
  '$scene.name',
  ({ scene, looks }) => {
    test.each(looks)(
      '$language at $size: nothing is cut off, unreadable or in another language',
      async (look) => {
        const glass = await glassOf(look.size);
        const { page } = glass;
        await openScene(page, gallery.base, scene, look);
        await keepPicture(page, scene, look);
        expect(glass.errors).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        ).toBeLessThanOrEqual(0);
        expect(await page.evaluate(textCutOff)).toEqual([]);
        if (!look.language.startsWith('en'))
          expect(englishLeft(await page.evaluate(wordsOnGlass), look.language)).toEqual([]);
        expect(await axeFinds(page)).toEqual([]);
      },
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
  test('a put draws its own tile and no other; a dish made ready and a bump only theirs', async () => {
    const { page } = await glassOf(WALL);
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
    expect(await drawnBy(() => pressed.getByTestId('item').last().click({ position: BESIDE }))).toEqual([id]);
    expect(await drawnBy(() => pressed.getByTestId('bump').click())).toEqual([]);
    expect(await page.getByTestId('tombstone').count()).toBe(1);
  });
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

/** As if just unpacked: what the last look kept, and the pointer it left there, are gone. */
async function glassOf(size: Look['size']): Promise<Glass> {
  const known = glasses.get(size);
  if (known) {
    await known.page.mouse.move(-1, -1);
    await known.page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    known.errors = [];
    return known;
  }
  const [width, height] = size;
  const glass: Glass = { page: await browser.newPage({ viewport: { width, height } }), errors: [] };
  glass.page.on('pageerror', (error) => glass.errors.push(error));
  glasses.set(size, glass);
  return glass;
}

async function keepPicture(page: Page, scene: Scene, { size, language }: Look): Promise<void> {
  if (!SHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${scene.name}-${language}-${size[0]}.png`) });
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
