import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser, launchBrowser } from '../support/browser.ts';
import { type Lan, makeLan } from '../support/namespaces.ts';
import { startService, type TestService } from '../support/service.ts';

/** A tablet on the restaurant's own network, where pages are plain HTTP. */
let lan: Lan;
let service: TestService;

beforeAll(async () => {
  lan = await makeLan();
  service = await startService({ isBuilt: true, host: lan.hub.address, namespace: lan.hub.name });
});

afterAll(async () => {
  await service?.stop();
  lan?.remove();
});

test('a page on another machine works over plain HTTP with a screen token, and not without', async () => {
  const browser = await launchBrowser({ executablePath: lan.onTablet(await findBrowser()) });
  try {
    const token = service.token('screen', '--role', 'kitchen');
    const stranger = await (await browser.newContext()).newPage();
    await stranger.goto(`${service.url}/kitchen/kitchen`);
    await stranger.waitForTimeout(1500);
    expect(await stranger.locator('[data-testid=link-state][data-state=live]').count()).toBe(0);

    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    await page.goto(`${service.url}/kitchen/kitchen#t=${token}`);
    await page.locator('[data-testid=link-state][data-state=live]').waitFor({ timeout: 15_000 });
    expect(page.url()).toBe(`${service.url}/kitchen/kitchen`);
    const cookies = await page.context().cookies();
    expect(cookies.map((cookie) => [cookie.httpOnly, cookie.sameSite])).toEqual([[true, 'Strict']]);
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
    const put = (body: unknown) =>
      page.evaluate(
        async (text) => (await fetch('/api/v1/tickets', { method: 'POST', body: text })).status,
        JSON.stringify(body),
      );
    expect(await put({})).toBeGreaterThanOrEqual(400);
    await page.reload();
    await page.locator('[data-testid=link-state][data-state=live]').waitFor({ timeout: 15_000 });
    service.heard('token', 'revoke', 'screen-1');
    await page.locator('[data-testid=link-state][data-state=lost]').waitFor({ timeout: 8_000 });
  } finally {
    await browser.close();
  }
});
