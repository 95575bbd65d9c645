import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import type { TestService } from '../support/service.ts';
import { promoteWithTail, putTickets } from '../support/staleStandby.ts';
import { openStandbyHouse, type StandbyHouse } from '../support/standbyHouse.ts';
import { until } from '../support/wait.ts';

/** A press on a page, a hub that stops, a station that starts and fills its board: on a machine that does ten other things. */
const CHANGED_MS = 40_000;
let browser: Browser;
let house: StandbyHouse;
let old: TestService;
let page: Page;

const tile = (id: string) => page.locator(`[data-testid=ticket][data-ticket-id="${id}"]`);

beforeAll(async () => {
  house = await openStandbyHouse({ isBuilt: true });
  await putTickets(house, house.hub.url, 'before');
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await old?.kill('SIGKILL');
  await house?.close();
});

test('the old hub’s own page, left open, shows that it was replaced, and by whom', async () => {
  await promoteWithTail(house, ['tail-1']);
  old = await house.switchOnAgain();
  await until('it has stopped', async () => (await fetch(`${old.url}/health`)).status === 503, 3_000);
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${old.url}/kitchen/kitchen`);
  await page.getByText('THIS IS NOT THE HUB ANY MORE').waitFor();
  expect(await page.getByTestId('tail-ticket').allTextContents()).toEqual([
    expect.stringContaining('tail-1'),
  ]);
}, 90_000);

test('nothing happens before the question is answered; then the same window is a station’s, with the new hub’s board', async () => {
  await page.getByTestId('ask').click();
  await page.getByText('Make this device a station of the new hub?').waitFor();
  await page.getByTestId('no').click();
  expect(await page.getByTestId('yes').isVisible()).toBe(false);
  expect((await fetch(`${old.url}/health`)).status).toBe(503);
  await page.getByTestId('ask').click();
  await page.getByTestId('yes').click();
  await page.locator('[data-testid=link-state][data-state=live]').waitFor({ timeout: CHANGED_MS });
  await tile('before').waitFor();
  expect(await tile('tail-1').count()).toBe(0);
  await putTickets(house, house.standby.url, 'new');
  await tile('new').waitFor();
}, 90_000);

test('what only the old hub knew is one press away, until somebody says that it is keyed in', async () => {
  await page.getByTestId('former-hub').click();
  await page.getByText('What this device knew as the hub').waitFor();
  expect(await page.getByTestId('tail-ticket').allTextContents()).toEqual([
    expect.stringContaining('tail-1'),
  ]);
  await page.getByTestId('back').click();
  await page.getByTestId('former-hub').click();
  await page.getByTestId('ask').click();
  await page.getByTestId('yes').click();
  await tile('new').waitFor();
  await page.waitForTimeout(1_000);
  expect(await page.getByTestId('former-hub').count()).toBe(0);
}, 60_000);
