import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { Pos } from '../support/pos.ts';
import { startService, type TestService } from '../support/service.ts';
import { until } from '../support/wait.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'heard-away-'));
/** The house's own time for a press to be a press: a tile that has just come is not pressed at once. */
const SETTLED_MS = 800;

let browser: Browser;
let service: TestService;
let token: string;

beforeAll(async () => {
  service = await startService({ isBuilt: true, dataDir });
  token = service.token('pos');
  browser = await launchBrowser();
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await service?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Rows of the browser's own database, which is where a press waits. */
function stored(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('heard');
        opening.onerror = () => reject(new Error('no database'));
        opening.onsuccess = () => {
          const count = opening.result.transaction('presses').objectStore('presses').count();
          count.onsuccess = () => {
            resolve(count.result);
            opening.result.close();
          };
        };
      }),
  );
}

test('a bump made while the hub is dead outlives its page and reaches the next hub process, once', async () => {
  const pos = await Pos.start(service.url, token);
  const put = {
    id: 'A-1',
    openedAt: new Date().toISOString(),
    items: [{ id: 'a', name: 'Soup', quantity: 1 }],
  };
  expect(await pos.put(put)).toMatchObject({ ok: true, result: 'applied' });
  pos.stop();
  const tablet = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await tablet.newPage();
  await page.goto(`${service.url}/kitchen/kitchen`);
  const tile = page.locator('[data-testid=ticket][data-ticket-id="A-1"]');
  await tile.waitFor();
  await page.waitForTimeout(SETTLED_MS);

  await service.kill('SIGKILL');
  await page.locator('[data-testid=link-state][data-state=lost]').waitFor();
  await tile.getByTestId('bump').click();
  await page.getByTestId('tombstone').waitFor();
  await until('stored', async () => (await stored(page)) === 1);
  await page.close();

  const port = Number(new URL(service.url).port);
  service = await startService({ isBuilt: true, dataDir, port });
  const after = await Pos.start(service.url, token);
  await after.send('feed.resume', { after: 0 });
  await until('the feed', () => after.feed.some(({ type }) => type === 'ticket.received'));
  expect(after.feed.filter(({ type }) => type === 'item.bumped')).toEqual([]);

  const back = await tablet.newPage();
  await back.goto(`${service.url}/kitchen/kitchen`);
  await until('bumped', () => after.feed.some(({ type }) => type === 'item.bumped'));
  await until('nothing waits', async () => (await stored(back)) === 0);
  await back.reload();
  await back.locator('[data-testid=link-state][data-state=live]').waitFor();
  expect(after.feed.filter(({ type }) => type === 'item.bumped')).toHaveLength(1);
  after.stop();
}, 90_000);
