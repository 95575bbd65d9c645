// `npm start` on a device with a person before it. The launcher runs this file as it is, with the flags of the service. It looks what there is
// to show the screens with: Electron, which then runs the service itself; an installed browser in app mode; or else the printed address.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { openAppWindow } from './appWindow.ts';
import { Children } from './children.ts';
import { hasDisplay } from './display.ts';
import { electronBinary } from './electronBinary.ts';
import { installedBrowser } from './installedBrowser.ts';
import { readyUrl } from './readyLine.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const args = process.argv.slice(2);
const { values: flags } = parseArgs({
  args,
  strict: false,
  options: { data: { type: 'string' }, 'no-open': { type: 'boolean' } },
});
const children = new Children();
const say = (text: string) => process.stdout.write(`${text}\n`);

const wantsWindow = !flags['no-open'] && hasDisplay();
const electron = wantsWindow ? electronBinary(join(ROOT, 'node_modules')) : undefined;
process.exitCode = (electron && (await runElectron(electron))) ?? (await runService());

/** The exit code, or undefined when this Electron cannot run here (a library or its sandbox is missing). */
async function runElectron(program: string): Promise<number | undefined> {
  // Chromium's sandbox refuses to run for root, who is the only user on many small boxes.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const shell = children.follow(
    spawn(program, [...asRoot, ROOT, ...args], { env, stdio: ['inherit', 'pipe', 'inherit', 'ipc'] }),
  );
  let wasReady = false;
  onLine(shell.stdout, (line) => {
    wasReady ||= readyUrl(line) !== undefined;
    say(line);
  });
  const { code, isCrash } = await children.ended(shell);
  if (!isCrash || wasReady) return code;
  process.stderr.write('Heard: Electron could not start here; its reason is above.\n');
  return undefined;
}

/** The service under this Node, and a browser's window on it; it ends with the service, the service goes on without it. */
async function runService(): Promise<number> {
  const program = join(ROOT, 'dist', 'service', 'start.js');
  // The channel tells the service when this process is gone: it then stops by itself.
  const service = children.follow(
    spawn(process.execPath, [program, ...args], { stdio: ['inherit', 'pipe', 'inherit', 'ipc'] }),
  );
  onLine(service.stdout, (line) => {
    const url = readyUrl(line);
    if (url === undefined) say(line);
    else show(`${url}/`);
  });
  const { code } = await children.ended(service);
  children.end();
  return code;
}

function show(address: string): void {
  const onRefused = () => {
    say(`Heard is running: open ${address} in a browser on this machine. Ctrl-C here stops it.`);
  };
  const browser = wantsWindow ? installedBrowser() : undefined;
  if (browser === undefined) {
    onRefused();
    return;
  }
  const onOpen = () => {
    say(`Heard is open at ${address}. Ctrl-C here stops it.`);
  };
  const profile = join(typeof flags.data === 'string' ? resolve(flags.data) : join(ROOT, '.cache'), 'window');
  children.follow(openAppWindow(browser, address, profile, { onOpen, onRefused }));
}

function onLine(input: NodeJS.ReadableStream | null, listener: (line: string) => void): void {
  if (input !== null) createInterface({ input }).on('line', listener);
}
