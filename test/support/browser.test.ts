import { afterEach, describe, expect, it, vi } from 'vitest';
import { findBrowser, launchBrowser } from './browser.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the browser of the tests', () => {
  it('is the one HEARD_BROWSER names', async () => {
    vi.stubEnv('HEARD_BROWSER', '/opt/some/browser');
    expect(await findBrowser()).toBe('/opt/some/browser');
  });

  it('opens a page and runs its script', async () => {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.setContent(
        '<output></output><script>document.querySelector("output").append(6 * 7)</script>',
      );
      expect(await page.textContent('output')).toBe('42');
    } finally {
      await browser.close();
    }
  });
});
