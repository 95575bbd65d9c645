import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { connectPos, type PosClient } from '../support/posClient.ts';
import { startService, type TestService } from '../support/service.ts';
import { until } from '../support/wait.ts';

const SIZE = { width: 1280, height: 800 };
/** The house's own time for a press to be a press: a tile that has just come is not pressed at once. */
const SETTLED_MS = 900;

let service: TestService;
let browser: Browser;
let grill: Page;
let expo: Page;
let pos: PosClient;
let token: string;

async function open(path: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: SIZE })).newPage();
  await page.goto(`${service.url}${path}`);
  await page.locator('[data-testid=link-state][data-state=live]').waitFor();
  return page;
}

beforeAll(async () => {
  service = await startService({
    isBuilt: true,
    config: { stations: [{ id: 'grill', name: 'Grill' }], routes: [{ stations: ['grill'] }], pass: 'expo' },
  });
  token = service.token('pos', '--source', 'till');
  pos = await connectPos(service.url, token);
  const items = ['Sea bass', 'Ribeye'].map((name) => ({ id: name, name, course: 1, allergens: [] }));
  await pos.send('menu.put', { source: 'till', revision: 1, items });
  browser = await launchBrowser();
  grill = await open('/kitchen/grill');
  expo = await open('/expo');
}, 90_000);

afterAll(async () => {
  pos?.close();
  await browser?.close();
  await service?.stop();
});

const press = (page: Page, id: string) => page.getByTestId(id).first().click();

describe('the POS is lost', () => {
  test('[Y1] [Y4] every board says so; expo keys an allergy at seat 2, the grill hears and bumps it; the POS puts the same: one ticket', async () => {
    expect(await grill.getByTestId('pos-lost').count()).toBe(0);
    pos.close();
    await grill.getByTestId('pos-lost').getByText('POS LOST since').waitFor({ timeout: 30_000 });
    await expo.getByTestId('pos-lost').waitFor();

    await press(expo, 'key-now');
    for (const id of ['key-digit-1', 'key-digit-2', 'key-covers-2', 'key-step-dishes', 'key-seat-2'])
      await press(expo, id);
    await expo.getByTestId('key-dish').filter({ hasText: 'Sea bass' }).click();
    await press(expo, 'key-seat-1');
    await expo.getByTestId('key-dish').filter({ hasText: 'Ribeye' }).click();
    for (const id of ['key-step-allergies', 'key-allergy-seat-2', 'key-allergen-sesame', 'key-add-allergy'])
      await press(expo, id);
    await press(expo, 'key-step-review');
    expect(await expo.getByTestId('key-line').count()).toBe(2);
    await press(expo, 'key-send');
    await expo.getByTestId('sheet').waitFor({ state: 'detached' });

    const tile = grill.locator('[data-testid=ticket][data-ticket-id^="heard-"]');
    await tile.getByTestId('keyed-mark').waitFor();
    await tile.getByTestId('allergy').getByText('SESAME').first().waitFor();
    await grill.waitForTimeout(SETTLED_MS);
    await tile.getByTestId('ack-allergy').click();
    const bump = tile.getByTestId('bump');
    await bump.waitFor();
    await grill.waitForTimeout(SETTLED_MS);
    await bump.click();
    await tile.waitFor({ state: 'detached', timeout: 15_000 });
    // A bump that is on its way while the food moves to the POS's ticket is refused, as of any food that moves: the hub has it first.
    await expo.getByTestId('ticket').getByText('all ready').waitFor();

    pos = await connectPos(service.url, token);
    await pos.send('feed.resume', { after: 0 });
    const put = {
      source: 'till',
      id: '2207',
      number: '107',
      channel: 'dine_in',
      table: '12',
      openedAt: new Date().toISOString(),
      items: [
        { id: 'a', menuItemId: 'Ribeye', name: 'Ribeye', quantity: 1, seat: 1, course: 1 },
        { id: 'b', menuItemId: 'Sea bass', name: 'Sea bass', quantity: 1, seat: 2, course: 1 },
      ],
    };
    expect(await pos.send('ticket.put', put)).toMatchObject({ ok: true, result: 'applied' });
    await pos.hears(({ type, ticket }) => type === 'ticket.ready' && ticket?.id === '2207');
    const types = pos.feed.map(({ type }) => type);
    expect(types.filter((type) => type === 'ticket.keyed')).toHaveLength(1);
    expect(types.filter((type) => type === 'item.moved')).toHaveLength(2);
    await expo.locator('[data-testid=ticket][data-ticket-id="2207"]').waitFor();
    await until('one ticket at expo', async () => (await expo.getByTestId('ticket').count()) === 1);
    expect(await grill.getByTestId('ticket').count()).toBe(0);
    await expo.getByTestId('pos-lost').waitFor({ state: 'detached' });
  }, 90_000);
});
