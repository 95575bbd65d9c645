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
