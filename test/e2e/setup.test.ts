import { networkInterfaces } from 'node:os';
import jsQR from 'jsqr';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFinds } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { startService, type TestService } from '../support/service.ts';

const SIZE = { width: 1280, height: 800 };
const hasNetwork = Object.values(networkInterfaces())
  .flat()
  .some((face) => face && !face.internal && face.family === 'IPv4');
const LIVE = '[data-testid=link-state][data-state=live]';
const QR_PX = 392;
/** Two cores, shared with a browser or two. */
const PATIENT = { timeout: 15_000 };

let service: TestService;
let browser: Browser;
/** The browser in which somebody sets the house up. */
let manager: BrowserContext;
let page: Page;

beforeAll(async () => {
  service = await startService({ isBuilt: true });
  browser = await launchBrowser();
  manager = await browser.newContext({ viewport: SIZE, locale: 'en-GB', timezoneId: 'Europe/Madrid' });
  page = await manager.newPage();
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

const next = () => page.getByTestId('next').click();
const section = (name: string) => page.getByTestId(`section-${name}`).click();
const title = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const choose = (name: string) => page.getByRole('radio', { name }).check({ force: true });
async function saved(): Promise<void> {
  await page.getByTestId('save').click();
  await page.getByTestId('undo-save').waitFor();
}
async function stranger(): Promise<Page> {
  return await (await browser.newContext({ viewport: SIZE })).newPage();
}

/** What a camera would read off the page: the picture as dark and light dots. */
async function readQr(): Promise<string | undefined> {
  const drawn = await page.getByTestId('qr').evaluate(async (element, size) => {
    const image = element as HTMLImageElement;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [size, size];
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0, size, size);
    const data = context?.getImageData(0, 0, size, size).data ?? [];
    let dots = '';
    for (let at = 0; at < data.length; at += 4) dots += (data[at] ?? 255) < 128 ? '#' : ' ';
    return dots;
  }, QR_PX);
  const pixels = [...drawn].flatMap((dot) => (dot === '#' ? [0, 0, 0, 255] : [255, 255, 255, 255]));
  return jsQR(Uint8ClampedArray.from(pixels), QR_PX, QR_PX)?.data;
}

/** The code of a screen, read from the QR as the new device does. */
async function codeFor(shows: string): Promise<string> {
  await section('screens');
  await page.getByTestId('screen-shows').selectOption(shows);
  const before = await page
    .getByTestId('screen-url')
    .textContent({ timeout: 500 })
    .catch(() => null);
  await page.getByTestId('make-code').click();
  await expect.poll(() => page.getByTestId('screen-url').textContent(), PATIENT).not.toBe(before);
  const url = (await page.getByTestId('screen-url').textContent())?.trim() ?? '';
  expect(await readQr()).toBe(url);
  return url;
}

describe('from an empty folder to a working house', () => {
  test('a new device asks what it is to be, and six steps make it a hub', async () => {
    await page.goto(`${service.url}/`);
    await page.getByTestId('set-up-here').click();
    await title('The house');
    // It is most likely where this browser is.
    expect(await page.getByTestId('time-zone').inputValue()).toBe('Europe/Madrid');
    await page.getByTestId('house-name').fill('Casa Mara');
    await next();
    await title('Stations');
    await page.getByTestId('station-name').fill('Grill');
    await page.getByTestId('new-station').fill('Fry');
    await page.getByTestId('add-station').click();
    await next();
    await title('Where food is made');
    await page.getByTestId('add-rule').click();
    const rule = page.getByTestId('rule').first();
    await rule.getByTestId('other-value').fill('fried');
    await rule.getByRole('button', { name: 'ADD', exact: true }).click();
    await rule.getByRole('button', { name: 'Fry', exact: true }).click();
    await rule.getByRole('button', { name: 'Grill', exact: true }).click();
    await page.getByTestId('trial-category').selectOption('fried');
    expect(await page.getByTestId('trial-answer').textContent()).toContain('Goes to Fry, because of rule 1');
    await next();
    await choose('With expo');
    await next();
    await choose('All devices of this network');
    await next();
    await title('Finish set-up');
    await page.getByTestId('finish').click();
    await page.getByTestId('finished').waitFor();

    const state: unknown = await page.evaluate(async () => (await fetch('/api/setup/state')).json());
    expect(state).toMatchObject({
      isSetUp: true,
      config: {
        venue: { name: 'Casa Mara', timeZone: 'Europe/Madrid' },
        stations: [
          { id: 'kitchen', name: 'Grill' },
          { id: 'fry', name: 'Fry' },
        ],
        routes: [{ categories: ['fried'], stations: ['fry'] }, { stations: ['kitchen'] }],
        pass: 'expo',
      },
    });
  });

  test('from then on this browser is let in, and another one on the same device is not', async () => {
    await page.goto(`${service.url}/expo`);
    await page.locator(LIVE).waitFor({ timeout: 15_000 });
    const other = await stranger();
    await other.goto(`${service.url}/expo`);
    await other.getByRole('button', { name: 'TRY AGAIN' }).waitFor({ timeout: 15_000 });
    await other.goto(`${service.url}/setup`);
    await other.getByRole('button', { name: 'TRY AGAIN' }).waitFor({ timeout: 15_000 });
    await other.context().close();
  });
});

describe('other devices', () => {
  let kitchen: Page;

  test('a QR code opens a station on another address of the network, once', async () => {
    await page.goto(`${service.url}/setup`);
    const url = await codeFor('kitchen:fry');
    const { hostname } = new URL(url);
    if (hasNetwork) expect(hostname).not.toMatch(/^127\./u);
    kitchen = await stranger();
    await kitchen.goto(url);
    await kitchen.locator(LIVE).waitFor({ timeout: 15_000 });
    expect(kitchen.url()).toMatch(/\/kitchen\/fry$/u);
    await page.locator('[data-testid=screen]', { hasText: 'connected' }).first().waitFor();

    const thief = await stranger();
    await thief.goto(url);
    await thief.getByRole('button', { name: 'TRY AGAIN' }).waitFor({ timeout: 15_000 });
    await thief.context().close();
  });

  test('its screen shows a new name and a new language without a reload, and UNDO brings both back', async () => {
    await kitchen.evaluate(() => Object.assign(window, { isSamePage: true }));
    await section('stations');
    await page.getByTestId('station-name').last().fill('Freidora');
    await section('house');
    await choose('Español');
    await page.getByTestId('save').click();
    await page.getByText('Guardado como versión', { exact: false }).waitFor();
    await kitchen
      .getByText('No hay comida', { exact: false })
      .or(kitchen.getByText('FREIDORA'))
      .first()
      .waitFor();
    await expect.poll(() => kitchen.locator('body').textContent(), PATIENT).toContain('FREIDORA');
    await expect.poll(() => kitchen.evaluate(() => document.documentElement.lang), PATIENT).toBe('es');

    await section('history');
    await page.getByTestId('undo').click();
    await title('History');
    await page.getByText('Went back to version', { exact: false }).first().waitFor();
    await expect.poll(() => kitchen.evaluate(() => document.documentElement.lang), PATIENT).toBe('en');
    await expect.poll(() => kitchen.locator('body').textContent(), PATIENT).toContain('FRY');
    expect(await kitchen.evaluate(() => Reflect.get(window, 'isSamePage'))).toBe(true);
  });

  test('after a restart the network may still come in, and the screen comes back by itself', async () => {
    const port = Number(new URL(service.url).port);
    await service.kill('SIGTERM');
    await kitchen.locator('[data-testid=link-state][data-state=lost]').waitFor(PATIENT);
    // Nobody names a host: the house itself says so.
    service = await startService({ isBuilt: true, dataDir: service.dataDir, port });
    await kitchen.locator(LIVE).waitFor(PATIENT);
  });

  test('of two managers the second is told what the first has saved', async () => {
    const second = await manager.newPage();
    await second.goto(`${service.url}/setup`);
    await second.getByTestId('house-name').fill('Casa Second');
    await section('pass');
    await choose('Without a pass');
    await saved();
    await second.getByText('Somebody else saved', { exact: false }).waitFor();
    await second.getByText('Pass: none', { exact: false }).waitFor();
    await second.getByRole('button', { name: 'KEEP MINE ON TOP OF THEIRS' }).click();
    await second.getByTestId('save').click();
    await second.getByTestId('undo-save').waitFor();
    await page.getByText('Casa Second').first().waitFor();
    await second.close();
  });

  test('a station that is taken out says what becomes of its rules', async () => {
    await section('stations');
    await page.getByTestId('remove-station').last().click();
    await page.getByText('1 rule had no other station and is gone too.', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'UNDO: bring back Fry' }).click();
    await page.getByText('All settings are saved.').waitFor();
  });

  test('a screen that is ended is out at once', async () => {
    await section('screens');
    const row = page.locator('[data-testid=screen]', { hasText: 'Station Fry' });
    await row.getByRole('button').click();
    await row.getByRole('button', { name: 'PRESS AGAIN TO END IT' }).click();
    await row.waitFor({ state: 'detached' });
    await kitchen.locator('[data-testid=link-state][data-state=lost]').waitFor({ timeout: 8000 });
  });
});

describe('for everybody', () => {
  const SECTIONS = [
    'house',
    'stations',
    'routing',
    'pass',
    'times',
    'floor',
    'printers',
    'screens',
    'history',
    'file',
  ];

  test.each(['English', 'Español'])('axe finds nothing in any section, %s', async (language) => {
    await section('house');
    await page.getByRole('radio', { name: language, exact: true }).check({ force: true });
    if ((await page.getByTestId('save').count()) > 0) await saved();
    for (const name of SECTIONS) {
      await section(name);
      if (name === 'screens') await page.getByTestId('make-code').click();
      await page.waitForTimeout(300);
      expect(await axeFinds(page), name).toEqual([]);
      const over = await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth);
      expect(over, `${name} sideways`).toBeLessThanOrEqual(0);
    }
  });

  test('axe finds nothing on the page of a new device', async () => {
    const fresh = await startService({ isBuilt: true });
    try {
      const first = await stranger();
      await first.goto(`${fresh.url}/`);
      await first.getByTestId('set-up-here').waitFor();
      expect(await axeFinds(first)).toEqual([]);
      await first.context().close();
    } finally {
      await fresh.stop();
    }
  });
});
