// The window where Electron is not installed: an installed browser in app mode, with a profile of its own. The launcher
// runs this file as it is, with the address and the profile's folder. It lives as long as the window.
import { type ChildProcess, spawn } from 'node:child_process';
import { installedBrowser } from './installedBrowser.ts';

const [address = '', profile = ''] = process.argv.slice(2);

const say = (text: string) => process.stdout.write(`${text}\n`);
const pointOut = () =>
  say(`Heard is running: open ${address} in a browser on this machine. Ctrl-C here stops it.`);

function openWindow(browser: string): ChildProcess {
  // Chromium's sandbox refuses to run for root, who is the only user on many small boxes.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [`--app=${address}`, `--user-data-dir=${profile}`, '--no-first-run', ...asRoot];
  const window = spawn(browser, args, { stdio: 'ignore' });
  window.once('spawn', () => say(`Heard is open at ${address}. Ctrl-C here stops it.`));
  window.once('error', pointOut);
  // It gave up by itself, for want of a display for example; closed by a person or by us it ends without a code.
  window.once('exit', (code) => code && pointOut());
  return window;
}

const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
const browser = hasDisplay && profile !== '' ? installedBrowser() : undefined;
if (browser === undefined) pointOut();
else {
  const window = openWindow(browser);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => window.kill());
}
