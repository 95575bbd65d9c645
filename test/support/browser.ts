import { existsSync } from 'node:fs';
import { type Browser, chromium, type LaunchOptions } from 'playwright';
import { installedBrowser } from '../../main/shell/installedBrowser.ts';
import { canInstallDebianPackages, DEBIAN_PACKAGES, ensureDebianPackages } from './apt.ts';

/** Quiet and repeatable: no sandbox (root in a container), no GPU, nothing that calls home or grows in the background. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The program of a real browser: `HEARD_BROWSER`, an installed Chrome, Edge or Chromium, Playwright's own download,
 * or Debian's Chromium, which is then installed.
 */
export async function findBrowser(): Promise<string> {
  const found = installedBrowser() ?? playwrightsOwn();
  if (found !== undefined) return found;
  if (canInstallDebianPackages()) {
    await ensureDebianPackages(DEBIAN_PACKAGES.browser);
    const installed = installedBrowser();
    if (installed !== undefined) return installed;
  }
  throw new Error(
    'The tests need a browser: install Chrome, Edge or Chromium, run `npx playwright install chromium`, or name one in HEARD_BROWSER.',
  );
}

function playwrightsOwn(): string | undefined {
  const file = chromium.executablePath();
  return file !== '' && existsSync(file) ? file : undefined;
}

/** A headless browser; `options` are Playwright's own, its `args` are added to ours. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = await findBrowser();
  return await chromium.launch({
    executablePath,
    headless: true,
    ...options,
    args: [...BROWSER_FLAGS, ...(options.args ?? [])],
  });
}
