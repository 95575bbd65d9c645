import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readLogFile } from '../../main/store/readLogFile.ts';
import { axeFinds } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { Pos } from '../support/pos.ts';
import { startService, type TestService } from '../support/service.ts';
import { textCutOff } from '../support/textCutOff.ts';
import { until } from '../support/wait.ts';

/** The house's own time for a press to be a press: a tile that has just come is not pressed at once. */
const SETTLED_MS = 900;
const AWAY_MS = 11_000;

const folder = mkdtempSync(join(tmpdir(), 'heard-missed-'));
const config = {
  stations: [
    { id: 'grill', name: 'Grill' },
    { id: 'fry', name: 'Fry', neighbour: 'grill' },
  ],
  routes: [{ stations: ['grill'] }],
};
let browser: Browser;
let hub: TestService;
let pos: Pos;

const link = (page: Page, state: string) => page.locator(`[data-testid=link-state][data-state=${state}]`);
const tile = (page: Page, id: string) => page.locator(`[data-testid=ticket][data-ticket-id="${id}"]`);
const lines = (page: Page) => page.getByTestId('away-line').allInnerTexts();

/** A cable that swallows what goes through it while it is cut, and tells nobody. */
interface Cable {
  isCut: boolean;
}

async function open(path: string, cable: Cable = { isCut: false }): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  await context.routeWebSocket(/socket\.io/u, (screen) => {
    const server = screen.connectToServer();
    screen.onMessage((message) => cable.isCut || server.send(message));
    server.onMessage((message) => cable.isCut || screen.send(message));
  });
  const page = await context.newPage();
  await page.goto(`${hub.url}${path}`);
  await link(page, 'live').waitFor();
  return page;
}

async function put(id: string, table: string, items: object[], more: object = {}): Promise<void> {
  const ticket = { id, number: id, table, openedAt: new Date().toISOString(), items, ...more };
  expect(await pos.put(ticket)).toMatchObject({ ok: true });
}

beforeAll(async () => {
  hub = await startService({ isBuilt: true, dataDir: join(folder, 'hub'), config });
  pos = await Pos.start(hub.url, hub.token('pos'));
  browser = await launchBrowser();
}, 90_000);

afterAll(async () => {
  await browser?.close();
  pos?.stop();
  await hub?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a hub that hangs is lost within 3 s on every screen, with the age; back by itself, with nothing missed told', async () => {
  const pages = await Promise.all(['/kitchen/grill', '/expo', '/setup'].map((path) => open(path)));
  process.kill(hub.pid, 'SIGSTOP');
  const stoppedAt = performance.now();
  try {
    await Promise.all(pages.map((page) => link(page, 'lost').waitFor()));
    // Three seconds, and what a busy browser takes to be asked.
    expect(performance.now() - stoppedAt).toBeLessThan(4_500);
    for (const page of pages) {
      await until('the age', async () => /[3-9] s/u.test(await link(page, 'lost').innerText()));
    }
  } finally {
    process.kill(hub.pid, 'SIGCONT');
  }
  await Promise.all(pages.map((page) => link(page, 'live').waitFor()));
  await Promise.all(pages.map((page) => page.context().close()));
}, 60_000);

test('a screen that was cut off lists exactly what it missed, once, and its board is right behind it', async () => {
  const steak = { id: 'a', name: 'Ribeye', quantity: 2 };
  await put('A-1', '12', [steak, { id: 'b', name: 'Sea bass', quantity: 1 }]);
  await put('A-2', '7', [{ id: 'a', name: 'Chicken', quantity: 1 }]);
  const cable = { isCut: false };
  const [page, other] = await Promise.all([open('/kitchen/grill', cable), open('/kitchen/grill')]);
  await tile(page, 'A-2').waitFor();
  await tile(other, 'A-2').waitFor();
  cable.isCut = true;
  await link(page, 'lost').waitFor({ timeout: 4_500 });
  await put('A-1', '12', [steak], { allergies: [{ allergen: 'sesame', severity: 'allergy' }] });
  await put('A-3', '9', [{ id: 'a', name: 'Octopus', quantity: 1 }]);
  await tile(other, 'A-3').waitFor();
  await other.waitForTimeout(SETTLED_MS);
  await tile(other, 'A-2').getByTestId('bump').click();
  await other.getByTestId('tombstone').waitFor();
  await page.waitForTimeout(AWAY_MS);
  cable.isCut = false;
  await link(page, 'live').waitFor({ timeout: 20_000 });
  await page.getByTestId('away-line').first().waitFor();
  expect((await lines(page)).map((text) => text.replace(/\s+/gu, ' '))).toEqual([
    '12 ALLERGY ADDED SESAME seat ?',
    '12 VOID 1 Sea bass',
    '9 NEW 1 Octopus',
    '7 BUMPED ELSEWHERE 1 Chicken',
  ]);
  expect(await page.evaluate(textCutOff)).toEqual([]);
  expect(await axeFinds(page)).toEqual([]);
  // The board beside it works: the allergy still wants to be heard, and closing the list hears nothing.
  await page.getByTestId('close').click();
  expect(await page.getByTestId('away-line').count()).toBe(0);
  expect(await tile(page, 'A-1').getByTestId('ack-allergy').count()).toBe(1);
  await page.waitForTimeout(AWAY_MS);
  expect(await page.getByTestId('away-line').count()).toBe(0);
  await Promise.all([page.context().close(), other.context().close()]);
}, 120_000);

test("a down station's ticket stands at its neighbour, marked; bumped there once it is nowhere, and back is back", async () => {
  const grill = await open('/kitchen/grill');
  const fry = await open('/kitchen/fry');
  const expo = await open('/expo');
  const food = (name: string) => [{ id: 'a', name, quantity: 1, stations: ['fry'] }];
  await put('B-1', '30', food('Fries'));
  await put('B-2', '31', food('Calamari'));
  await tile(fry, 'B-2').waitFor();
  await grill.waitForTimeout(2_000);
  // A machine that did much else for 3 s has called the fry down; it lets go as soon as its screen answers.
  await until('only the fry shows it', async () => (await tile(grill, 'B-1').count()) === 0, 15_000);

  await fry.context().close();
  await tile(grill, 'B-1').waitFor({ timeout: 15_000 });
  expect(await tile(grill, 'B-1').getByTestId('down-mark').innerText()).toContain('FRY IS DOWN');
  await expo.getByText('(down, at GRILL)').first().waitFor();
  expect(await grill.evaluate(textCutOff)).toEqual([]);
  expect(await axeFinds(grill)).toEqual([]);
  await grill.waitForTimeout(SETTLED_MS);
  await tile(grill, 'B-1').getByTestId('bump').click();
  await grill.getByTestId('tombstone').waitFor();

  const back = await open('/kitchen/fry');
  await tile(back, 'B-2').waitFor();
  expect(await tile(back, 'B-1').count()).toBe(0);
  await until('the neighbour lets go', async () => (await tile(grill, 'B-2').count()) === 0, 15_000);
  expect(await tile(back, 'B-2').count()).toBe(1);
  const bumps = [...readLogFile(join(folder, 'hub', 'heard.db'))].filter(
    (event) => event.type === 'part.bumped' && event.station === 'fry',
  );
  expect(bumps.map(({ by }) => by)).toEqual(['grill']);
  await Promise.all([grill, back, expo].map((page) => page.context().close()));
}, 90_000);

test('any screen becomes any station in two taps', async () => {
  const page = await open('/expo');
  await page.getByTestId('station').click();
  await page.locator('[data-zone="go:/kitchen/fry"]').click();
  await page.waitForURL(`${hub.url}/kitchen/fry`);
  await link(page, 'live').waitFor();
  await page.context().close();
}, 30_000);

test('a page of another build says so, and loads the new one once no finger is on the glass', async () => {
  const page = await open('/kitchen/grill');
  await page.evaluate(() => Reflect.set(window, 'isOld', true));
  const isOld = () => page.evaluate(() => Reflect.get(window, 'isOld') === true);
  const box = await page.getByTestId('station').boundingBox();
  await page.mouse.move(box?.x ?? 0, (box?.y ?? 0) - 200);
  await page.mouse.down();
  const port = Number(new URL(hub.url).port);
  await hub.kill('SIGTERM');
  // From source it is of the build `dev`.
  hub = await startService({ dataDir: join(folder, 'hub'), port });
  await page.getByText('UPDATE THIS SCREEN').waitFor({ timeout: 20_000 });
  expect(await isOld()).toBe(true);
  await page.mouse.up();
  await until('loaded anew', async () => !(await isOld().catch(() => true)), 20_000);
  await page.context().close();
}, 90_000);
