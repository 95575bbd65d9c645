import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** By what wants them. */
export const DEBIAN_PACKAGES = {
  /** Chromium, and a font which has the letters and signs on our screens. */
  browser: ['chromium', 'fonts-dejavu-core'],
  cables: ['iproute2', 'nftables'],
  clock: ['faketime'],
  python: ['python3-socketio', 'python3-websocket', 'python3-requests'],
} as const;

/** Another apt may be at work, ours in a test beside this one or the system's own; it is waited for this often. */
const TRIES = 10;
const BETWEEN_TRIES_MS = 6000;

const isInstalled = (name: string) =>
  spawnSync('dpkg', ['-s', name], { encoding: 'utf8' }).stdout.includes('\nStatus: install ok installed\n');

/** Whether `ensureDebianPackages` can install anything here: Debian or a child of it, and root. */
export const canInstallDebianPackages = () =>
  process.platform === 'linux' && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;

/**
 * Installs the Debian packages that are missing and returns when all are there. What apt prints goes to stderr.
 * Throws with the command to run where it may not install.
 */
export async function ensureDebianPackages(names: readonly string[]): Promise<void> {
  const missing = existsSync('/usr/bin/dpkg') ? names.filter((name) => !isInstalled(name)) : names;
  if (missing.length === 0) return;
  if (!canInstallDebianPackages()) {
    throw new Error(
      `These tests need ${missing.join(', ')}: apt-get install ${missing.join(' ')} (as root, on Debian)`,
    );
  }
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await sleep(BETWEEN_TRIES_MS);
    if (apt('update') && apt('install', '--no-install-recommends', ...missing)) return;
  }
  throw new Error(`apt-get could not install ${missing.join(', ')}; its reason is above`);
}

function apt(command: string, ...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', ['-y', '-qq', command, ...args], { stdio: ['ignore', 2, 2], env }).status === 0;
}
