import { type ChildProcess, spawn } from 'node:child_process';

/** Nothing of the browser's own lies over a screen, and the screen may sound before anybody has touched it. */
const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--hide-crash-restore-bubble',
  '--disable-features=Translate',
  '--autoplay-policy=no-user-gesture-required',
];

/** A window of an installed browser in app mode, with a profile of its own. It lives as long as the process. */
export function openAppWindow(
  browser: string,
  address: string,
  profile: string,
  told: { readonly onOpen: () => void; readonly onRefused: () => void },
): ChildProcess {
  // Chromium's sandbox refuses to run for root, who is the only user on many small boxes.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [`--app=${address}`, `--user-data-dir=${profile}`, ...QUIET, ...asRoot];
  const window = spawn(browser, args, { stdio: 'ignore' });
  window.once('spawn', told.onOpen);
  window.once('error', told.onRefused);
  // It gave up by itself, for want of a display for example; closed by a person or by us it ends without a code.
  window.once('exit', (code) => code && told.onRefused());
  return window;
}
