import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { Pos } from '../support/pos.ts';
import { startService, type TestService } from '../support/service.ts';
import { Touch } from '../support/touch.ts';
import { until } from '../support/wait.ts';

/** PRODUCT.md "What a press means", by the pointer events and keys that a browser makes of hands. */
const TABLES = ['1', '2', '3', '4'];
/** A tile that has just come or moved takes no press. */
const SETTLED_MS = 800;
/** 25 mm of this glass are 101 px. */
const SLEEVE_RADIUS_PX = 60;

let service: TestService;
let browser: Browser;
let pos: Pos;
let page: Page;
let touch: Touch;
let round = 0;

beforeAll(async () => {
  service = await startService({ isBuilt: true });
  browser = await launchBrowser();
  pos = await Pos.start(service.url, service.token('pos'));
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, hasTouch: true });
  page = await context.newPage();
  touch = await Touch.on(page);
  await page.goto(`${service.url}/kitchen/kitchen`);
  await page.locator('[data-testid=link-state][data-state=live]').waitFor();
}, 90_000);

afterAll(async () => {
  pos?.stop();
  await browser?.close();
  await service?.stop();
});

/** Four tickets on a glass that has come to rest. */
beforeEach(async () => {
  for (const table of TABLES) {
    if (ids.has(table) && !(await isBumped(table))) continue;
    round += 1;
    ids.set(table, `R${round}`);
    await put(table);
  }
  for (const table of TABLES) await tile(table).waitFor();
  await until('no hole', async () => (await page.getByTestId('tombstone').count()) === 0);
  await page.waitForTimeout(SETTLED_MS);
}, 30_000);

const ids = new Map<string, string>();
const idOf = (table: string) => ids.get(table) ?? table;
const put = (table: string) =>
  pos.put({
    id: idOf(table),
    openedAt: new Date().toISOString(),
    table,
    items: [{ id: 'a', name: 'Soup', quantity: 1 }],
  });
const tile = (table: string): Locator =>
  page.locator(`[data-testid=ticket][data-ticket-id="${idOf(table)}"]`);
const bumpOf = (table: string) => tile(table).getByTestId('bump');
const isBumped = async (table: string) => (await tile(table).count()) === 0;
const gone = (table: string) => until(`${table} bumped`, () => isBumped(table));
const stays = async (...tables: string[]) => {
  await page.waitForTimeout(300);
  for (const table of tables) expect(await isBumped(table), `${table} was bumped`).toBe(false);
};

describe('touch', () => {
  test('two people at once: both bumps count, and the long press of one does not stop the other', async () => {
    await touch.down(1, bumpOf('1'));
    await page.waitForTimeout(1_000);
    await bumpOf('3').click();
    await gone('3');
    await touch.down(2, bumpOf('2'));
    await touch.up();
    await gone('1');
    await gone('2');
  });
  test('three contacts are a cloth, one of 30 mm is a sleeve, and a finger that leaves its tile has changed its mind', async () => {
    for (const [id, table] of [
      [1, '1'],
      [2, '2'],
      [3, '3'],
    ] as const)
      await touch.down(id, bumpOf(table));
    await touch.up();
    await touch.down(1, bumpOf('4'), SLEEVE_RADIUS_PX);
    await touch.up();
    await touch.down(1, bumpOf('1'));
    await touch.move(1, 400);
    await touch.up();
    await stays('1', '2', '3', '4');
  });
  test('CLEAN locks glass and bar, tickets still paint, and a finger that stays ends it', async () => {
    await touch.down(1, page.getByTestId('clean'));
    await touch.up();
    await page.getByTestId('cleaning').waitFor();
    await touch.down(1, bumpOf('1'));
    await touch.up();
    await page.keyboard.press('2');
    await page.keyboard.press('2');
    await put('9');
    await tile('9').waitFor();
    await stays('1', '2');
    await touch.down(1, page.getByTestId('cleaning'));
    await page.getByTestId('cleaning').waitFor({ state: 'detached' });
    await touch.up();
    await touch.down(1, bumpOf('1'));
    await touch.up();
    await gone('1');
  });
});

describe('a bump bar', () => {
  const keyOf = (table: string) => tile(table).getByTestId('place-key').innerText();
  const settled = async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('1');
    await page.keyboard.press('Escape');
  };
  test('shows its keys from the first one, and the same digit twice bumps what shows it', async () => {
    await settled();
    const key = await keyOf('3');
    await page.keyboard.press(key);
    await page.keyboard.press(key);
    await gone('3');
    await stays('1', '2', '4');
  });
  test('held down it repeats nothing, and two keys at once do nothing', async () => {
    await settled();
    const key = await keyOf('2');
    await page.keyboard.down(key);
    await page.keyboard.down(key);
    await page.keyboard.down(key);
    await page.keyboard.up(key);
    await stays('2');
    await page.keyboard.down(key);
    await page.keyboard.down('Space');
    await page.keyboard.up(key);
    await page.keyboard.up('Space');
    await stays('1', '2', '3', '4');
  });
});
