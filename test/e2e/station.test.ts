import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readLogFile } from '../../main/store/readLogFile.ts';
import { launchBrowser } from '../support/browser.ts';
import { Pos } from '../support/pos.ts';
import { startService, type TestService } from '../support/service.ts';
import { until } from '../support/wait.ts';

/** The house's own time for a press to be a press: a tile that has just come is not pressed at once. */
const SETTLED_MS = 900;
const GUEST = 'Wilhelmina Featherstonehaugh';
const IDS = Array.from({ length: 30 }, (_, n) => `A-${String(n + 1).padStart(2, '0')}`);

const folder = mkdtempSync(join(tmpdir(), 'heard-station-e2e-'));
const hubDir = join(folder, 'hub');
const stationDir = join(folder, 'station');
let browser: Browser;
let hub: TestService;
let station: TestService;
let posToken: string;
let stationToken: string;

const portOf = ({ url }: TestService) => Number(new URL(url).port);
const link = (page: Page, state: string) => page.locator(`[data-testid=link-state][data-state=${state}]`);
const tile = (page: Page, id: string) => page.locator(`[data-testid=ticket][data-ticket-id="${id}"]`);

async function startHub(port = 0): Promise<void> {
  hub = await startService({ isBuilt: true, dataDir: hubDir, port });
}

async function startStation(port = 0): Promise<void> {
  const flags = ['--join', hub.url, '--station', 'kitchen'];
  station = await startService({
    isBuilt: true,
    dataDir: stationDir,
    port,
    flags,
    env: { HEARD_TOKEN: stationToken },
  });
}

async function put(...ids: string[]): Promise<void> {
  const pos = await Pos.start(hub.url, posToken);
  for (const [n, id] of ids.entries()) {
    const openedAt = new Date(Date.now() - (ids.length - n) * 1_000).toISOString();
    const items = [{ id: 'a', name: 'Soup', quantity: 1 }];
    const customer = { name: GUEST, phone: '+34 600 000 000' };
    expect(await pos.put({ id, number: id, table: id, openedAt, items, customer })).toMatchObject({
      ok: true,
    });
  }
  pos.stop();
}

async function open(url: string, path = '/kitchen/kitchen'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const page = await context.newPage();
  await page.goto(`${url}${path}`);
  return page;
}

/** As a cook does: a tile that moved under the finger takes no press, and is pressed again. */
async function bump(page: Page, id: string): Promise<void> {
  const place = tile(page, id).getByTestId('bump');
  await place.waitFor();
  await until(
    `bumped ${id}`,
    async () => {
      if (await place.isVisible()) await place.click();
      await page.waitForTimeout(100);
      const isGone = (await tile(page, id).count()) === 0;
      if (!isGone) await page.waitForTimeout(SETTLED_MS);
      return isGone;
    },
    20_000,
  );
}

beforeAll(async () => {
  await startHub();
  posToken = hub.token('pos');
  stationToken = hub.token('station');
  await startStation();
  browser = await launchBrowser();
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await station?.stop();
  await hub?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('30 bumps without a hub outlive page and station, and reach the POS once and in order', async () => {
  await put(...IDS);
  const page = await open(station.url, '/');
  await link(page, 'live').waitFor();
  await tile(page, IDS[0] ?? '').waitFor();

  const killedAt = performance.now();
  await hub.kill('SIGKILL');
  await link(page, 'lost').waitFor();
  // Three seconds, and what the browser takes to be asked.
  expect(performance.now() - killedAt).toBeLessThan(3_500);
  const health = await fetch(`${station.url}/health`);
  expect(health.status).toBe(200);
  expect(await health.text()).toContain('has not spoken');
  for (const id of IDS) {
    await bump(page, id);
  }
  await page.reload();
  await link(page, 'lost').waitFor();
  await page.getByTestId('stage').or(page.locator('[data-seq]')).first().waitFor();
  expect(await page.getByTestId('ticket').count()).toBe(0);

  const port = portOf(station);
  await station.kill('SIGKILL');
  await startStation(port);
  await page.reload();
  await link(page, 'lost').waitFor();
  expect(await page.getByTestId('ticket').count()).toBe(0);

  await startHub(portOf(hub));
  const pos = await Pos.start(hub.url, posToken);
  await pos.send('feed.resume', { after: 0 });
  const bumped = () => pos.feed.filter(({ type }) => type === 'item.bumped');
  await until('all bumps', () => bumped().length >= IDS.length, 30_000);
  await link(page, 'live').waitFor();
  await page.reload();
  await link(page, 'live').waitFor();
  await page.waitForTimeout(1_000);
  expect(bumped().map(({ ticket }) => ticket?.id)).toEqual(IDS);
  pos.stop();
  const log = [...readLogFile(join(hubDir, 'heard.db'))].filter(({ type }) => type === 'part.bumped');
  expect(log).toHaveLength(IDS.length);
  expect(new Set(log.map(({ cmd }) => cmd)).size).toBe(IDS.length);
}, 240_000);

test('no name of a guest is in any file of the station', () => {
  const bytes = readdirSync(stationDir)
    .filter((file) => file.startsWith('station.db'))
    .map((file) => readFileSync(join(stationDir, file)).toString('latin1'))
    .join('');
  expect(bytes).toContain('A-01');
  expect(bytes.includes('Featherstonehaugh')).toBe(false);
  expect(bytes.includes('600 000')).toBe(false);
});

test('what the hub refuses on its return is listed with its reason until it is read', async () => {
  await put('B-1');
  const page = await open(station.url);
  await tile(page, 'B-1').waitFor();
  await page.waitForTimeout(SETTLED_MS);
  await hub.kill('SIGKILL');
  await link(page, 'lost').waitFor();
  await tile(page, 'B-1').getByTestId('bump').click();
  await page.getByTestId('tombstone').waitFor();
  await station.kill('SIGKILL');

  await startHub(portOf(hub));
  const atHub = await open(hub.url);
  await tile(atHub, 'B-1').waitFor();
  await atHub.waitForTimeout(SETTLED_MS);
  await tile(atHub, 'B-1').getByTestId('bump').click();
  await atHub.getByTestId('undo').click();
  await tile(atHub, 'B-1').waitFor();
  await atHub.waitForTimeout(1_000);
  await startStation(portOf(station));

  await link(page, 'live').waitFor();
  await page.getByTestId('not-done-line').waitFor({ timeout: 15_000 });
  await page.reload();
  await page.getByTestId('not-done-line').click();
  const row = page.getByTestId('not-done');
  expect(await row.getAttribute('data-code')).toBe('superseded');
  expect(await row.textContent()).toContain('It changed while you pressed');
  await tile(page, 'B-1').waitFor();
  await page.getByTestId('not-done-read').click();
  await page.getByTestId('not-done-line').waitFor({ state: 'detached' });
  await page.reload();
  await tile(page, 'B-1').waitFor();
  expect(await page.getByTestId('not-done-line').count()).toBe(0);
}, 120_000);

test('a fire from a station without its hub is refused at once, and the banner says what to do instead', async () => {
  const config = { pass: 'expo', coursing: { heldChannels: ['dine_in'] } };
  const house = await startService({ isBuilt: true, config });
  const flags = ['--join', house.url, '--station', 'expo', '--token', house.token('station')];
  const expo = await startService({ isBuilt: true, flags });
  try {
    const pos = await Pos.start(house.url, house.token('pos'));
    const items = [
      { id: 'a', name: 'Soup', quantity: 1, course: 1 },
      { id: 'b', name: 'Ribeye', quantity: 1, course: 2 },
    ];
    await pos.put({ id: 'F-1', items });
    pos.stop();
    const page = await open(expo.url, '/');
    expect(new URL(page.url()).pathname).toBe('/expo');
    const fire = tile(page, 'F-1').getByTestId('fire').first();
    await fire.waitFor();
    await page.waitForTimeout(SETTLED_MS);
    // A hub that stands still closes no connection.
    process.kill(house.pid, 'SIGSTOP');
    await link(page, 'lost').waitFor({ timeout: 3_500 });
    process.kill(house.pid, 'SIGCONT');
    await link(page, 'live').waitFor();
    await house.kill('SIGKILL');
    await link(page, 'lost').waitFor();
    const alerts = page.getByTestId('alert');
    expect(await alerts.first().textContent()).toContain('Keep cooking');
    await fire.click();
    await page.getByText('this is not sent. Call it out').first().waitFor({ timeout: 1_000 });
    await page.reload();
    await link(page, 'lost').waitFor();
    expect(await alerts.first().textContent()).toContain('Keep cooking');
  } finally {
    await expo.stop();
    await house.stop();
  }
}, 60_000);

test('a station of another build says so and opens the pages of the hub', async () => {
  const flags = ['--join', hub.url, '--station', 'kitchen', '--token', stationToken];
  const old = await startService({ flags });
  try {
    await until('aside', async () => (await (await fetch(`${old.url}/health`)).text()).includes('update'));
    const page = await open(old.url, '/');
    await page.getByText('UPDATE THIS SCREEN').waitFor();
    await page.waitForURL(`${hub.url}/kitchen/kitchen`, { timeout: 10_000 });
    await link(page, 'live').waitFor();
  } finally {
    await old.stop();
  }
}, 60_000);

test('flags that cannot be meant are refused in a sentence', async () => {
  const failing = async (...flags: string[]) => {
    const started = startService({ flags, isBuilt: true, env: { HEARD_TOKEN: '' } });
    return await started.then(
      async (service) => {
        await service.stop();
        return 'started';
      },
      (error: Error) => error.message,
    );
  };
  expect(await failing('--join', 'http://10.0.0.1:4680', '--token', 'x')).toContain('--join wants --station');
  expect(await failing('--join', 'http://10.0.0.1:4680', '--station', 'grill')).toContain('HEARD_TOKEN');
  expect(await failing('--station', 'grill')).toContain('--station goes with --join');
  expect(await failing('--join', 'ftp://x', '--station', 'grill', '--token', 'x')).toContain(
    "the hub's address",
  );
}, 60_000);
