import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { LineProxy } from '../../support/line/LineProxy.ts';
import { connectPos, type PosClient } from '../../support/posClient.ts';
import { startService, type TestService } from '../../support/service.ts';
import { until } from '../../support/wait.ts';

/** One table for two parties that both stand at the door. */
const config = {
  floor: {
    rooms: [{ id: 'main', name: 'Main room' }],
    tables: [{ id: '7', room: 'main', seats: 4, x: 100, y: 100 }],
  },
};

let browser: Browser;
let service: TestService;
let line: LineProxy;
let book: PosClient;

beforeAll(async () => {
  service = await startService({ isBuilt: true, config });
  line = await LineProxy.to(Number(new URL(service.url).port));
  book = await connectPos(service.url, service.token('bookings'));
  await book.send('feed.resume', { after: 0 });
  browser = await launchBrowser();
}, 90_000);

afterAll(async () => {
  await browser?.close();
  book?.close();
  await line?.close();
  await service?.stop();
});

async function host(url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${url}/host?view=list`);
  await page.locator('[data-testid=link-state][data-state=live]').waitFor();
  return page;
}

const side = (page: Page, name: string) => page.getByTestId('party').filter({ hasText: name }).last();

test('[S6][S78][S79] two hosts seat one table in the same second, one of them away from the hub: one wins, the other is told in words, nobody is lost', async () => {
  for (const name of ['Haddad', 'Okafor'])
    await book.send('party.put', {
      source: 'book',
      id: name,
      state: 'arrived',
      name,
      covers: 4,
      at: new Date().toISOString(),
    });
  const [here, away] = [await host(service.url), await host(line.url)];
  await side(here, 'Haddad').getByText('Haddad').first().click();
  await side(away, 'Okafor').getByText('Okafor').first().click();
  for (const page of [here, away]) expect(await page.getByTestId('seat').innerText()).toContain('7');

  line.leadsNowhere = true;
  line.reset();
  await away.locator('[data-testid=link-state][data-state=lost]').waitFor();
  await away.getByTestId('seat').click();
  await here.getByTestId('seat').click();
  await until('the cover', () => book.feed.some(({ type }) => type === 'cover.opened'));
  // Away from the hub they sit, as far as that glass knows.
  await away.getByTestId('act-table').waitFor();
  await takeIn(away, 'Petra Vandersloot', '611 222 333');
  await until('both wait', async () => (await onDisk(away)).includes('party.add'));
  expect(await onDisk(away)).toContain('Petra');
  for (const secret of ['Vandersloot', '611 222']) expect(await onDisk(away)).not.toContain(secret);

  line.heal();
  const told = away.getByTestId('alert').filter({ hasText: 'Somebody sits there already' });
  await told.waitFor({ timeout: 60_000 });
  await away.locator('[data-testid=link-state][data-state=live]').waitFor();
  for (const page of [here, away]) for (const name of ['Haddad', 'Okafor']) await side(page, name).waitFor();
  // Who was taken in since is in hand; who lost is told that there is no other table.
  await side(away, 'Okafor').getByText('Okafor').first().click();
  await away.getByText('Nothing is free for 4').first().waitFor();
  expect(book.feed.filter(({ type }) => type === 'cover.opened')).toMatchObject([
    { party: { id: 'Haddad' }, tables: ['7'] },
  ]);
  // The walk-in came with all that was said of her, and what was not done is listed until a host has settled it, through a reload.
  await side(here, 'Petra Vandersloot').waitFor();
  await away.reload();
  await away.getByTestId('conflicts').click();
  const conflict = away.getByTestId('conflict');
  expect(await conflict.innerText()).toMatch(/Okafor.*Somebody sits there already.*7: Haddad sits there/su);
  await conflict.getByTestId('let-go').click();
  await away.getByTestId('conflicts').waitFor({ state: 'detached' });
}, 120_000);

async function takeIn(page: Page, name: string, phone: string): Promise<void> {
  await page.getByTestId('walk-in').click();
  await page.getByTestId('key-name').fill(name);
  await page.getByTestId('key-phone').fill(phone);
  await page.getByTestId('take-waitlist').click();
}

/** What the browser keeps of presses, as text. */
function onDisk(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('heard');
        opening.onerror = () => reject(new Error('no database'));
        opening.onsuccess = () => {
          const all = opening.result.transaction('presses').objectStore('presses').getAll();
          all.onsuccess = () => {
            resolve(JSON.stringify(all.result));
            opening.result.close();
          };
        };
      }),
  );
}
