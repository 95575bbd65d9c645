import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { fillHouse, stirHouse } from '../support/fullHouse.ts';
import { Pos } from '../support/pos.ts';
import { startService, type TestService } from '../support/service.ts';
import { textCutOff } from '../support/textCutOff.ts';

/**
 * Takes the pictures and checks what no eye should have to: no text cut off, no tile over its neighbour, no sideways scrolling. By hand
 * `HEARD_PICTURES=all HEARD_SHOTS=/tmp/shots` takes every size, count and language; CI takes one scene.
 */
const all = process.env.HEARD_PICTURES === 'all';
const SHOTS = process.env.HEARD_SHOTS ?? '';
const SIZES = all
  ? [
      [1920, 1080],
      [1280, 800],
      [1080, 1920],
    ]
  : [[1920, 1080]];
const COUNTS = all ? [3, 12, 40] : [12];
const LANGUAGES = all ? ['en', 'es'] : ['en'];

let browser: Browser;
let service: TestService;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
});

for (const language of LANGUAGES) {
  for (const count of COUNTS) {
    test(`${count} open tickets, ${language}: nothing is cut off on any screen`, async () => {
      service = await startService({
        isBuilt: true,
        config: {
          venue: { language },
          stations: [
            { id: 'kitchen', name: 'Kitchen' },
            { id: 'grill', name: 'Grill' },
            { id: 'fry', name: 'Fry' },
          ],
        },
      });
      try {
        const pos = await Pos.start(service.url, service.token('pos'));
        await fillHouse(pos, count);
        await stirHouse(pos);
        for (const [width = 0, height = 0] of SIZES) {
          for (const view of ['kitchen/kitchen', 'expo']) {
            const page = await (await browser.newContext({ viewport: { width, height } })).newPage();
            await page.goto(`${service.url}/${view}`);
            await page.getByTestId('ticket').first().waitFor({ timeout: 15_000 });
            await page.waitForTimeout(700);
            if (SHOTS) {
              mkdirSync(SHOTS, { recursive: true });
              const name = `${view.split('/')[0]}-${width}x${height}-${count}-${language}.png`;
              await page.screenshot({ path: join(SHOTS, name) });
            }
            expect(
              await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
            ).toBeLessThanOrEqual(0);
            expect(await page.evaluate(textCutOff)).toEqual([]);
            await page.context().close();
          }
        }
        pos.stop();
      } finally {
        await service.stop();
      }
    }, 120_000);
  }
}
