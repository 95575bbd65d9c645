import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { afterAll, expect, test } from 'vitest';
import { hasDisplay } from '../../main/shell/display.ts';
import { electronBinary } from '../../main/shell/electronBinary.ts';
import { Device } from '../support/launchedPrograms.ts';

/**
 * Which test stands here depends on the machine, and its name says which. With Electron's program and a display it is the app itself;
 * without, what the app promises there instead: the address is printed.
 */
const ROOT = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'heard-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const program = electronBinary(join(ROOT, 'node_modules'));

if (program !== undefined && hasDisplay(process.platform, { ...process.env, CI: '' })) {
  test('Electron opens its window on the service it forked, locked down, and ends with it', async () => {
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const app = await _electron.launch({
      executablePath: program,
      args: [...asRoot, ROOT, '--port', '0', '--data', join(folder, 'data')],
    });
    const page = await app.firstWindow();
    await page.locator('[data-testid=link-state][data-state=live]').waitFor({ timeout: 30_000 });
    const { origin } = new URL(page.url());
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
    expect(await page.evaluate('typeof require + typeof process')).toBe('undefinedundefined');
    expect(await page.evaluate('window.heardShell.platform')).toBe(process.platform);
    expect(await page.evaluate('window.open("http://example.com/")')).toBeNull();
    await page.evaluate('location.assign("http://127.0.0.1:1/")').catch(() => undefined);
    await page.waitForTimeout(500);
    expect(new URL(page.url()).origin).toBe(origin);
    const ended = new Promise((resolve) => app.process().once('exit', resolve));
    await page.close();
    expect(await ended).toBe(0);
    await expect(fetch(`${origin}/health`)).rejects.toThrow();
  });
} else {
  const why = program === undefined ? 'Electron is not installed here' : 'there is no display here';
  test(`${why}, so the app itself is NOT tested: npm start without a display prints the address`, async () => {
    const device = new Device(false);
    const started = device.start();
    await started.saying('Heard is running: open http://127.0.0.1:');
    expect(await started.stop()).toBe(0);
    await device.remove();
  });
}
