import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Device } from './launchedPrograms.ts';

const ROOT = dirname(dirname(import.meta.dirname));
const LAUNCHER = join(ROOT, 'launch.mjs');
const READY = '{"event":"ready","url":"http://127.0.0.1:9","epoch":"1-a","pid":1}';
const STAYS = 'exec sleep 60';

function launch(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [LAUNCHER, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('the launcher refuses, before any set-up, with exit code 2 and nothing on stdout', () => {
  it.each([
    ['an unknown flag', ['start', '--bogus'], /--bogus/],
    ['a flag without its value', ['start', '--port'], /--port/],
    ['a port that is none', ['start', '--port', '70000'], /65535, not 70000/],
    ['a stray word', ['start', 'headless'], /headless/],
    ['a command it has not', ['serve'], /There are: start, test/],
  ])('%s', (_what, args, reason) => {
    const { status, stdout, stderr } = launch(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(reason);
  });
});

describe('npm start', () => {
  const devices: Device[] = [];
  const device = (hasScreen: boolean) => {
    const made = new Device(hasScreen);
    devices.push(made);
    return made;
  };
  afterEach(async () => {
    for (const made of devices.splice(0)) await made.remove();
  });

  it('hands over to Electron where it is installed: flags, stdout and exit code', async () => {
    const here = device(true).withElectron(`echo '${READY}'; exit 7`).withBrowser(STAYS);
    const { said, ended } = here.start('--demo', '--seed', '5', '--covers', '40', '--speed', '10');
    expect(await ended).toBe(7);
    expect(said.stdout).toBe(`${READY}\n`);
    const args = here.argsOf('electron') ?? [];
    expect(args.slice(args.indexOf(ROOT))).toEqual([
      ROOT,
      ...['--port', '0', '--data', join(here.folder, 'data')],
      ...['--demo', '--seed', '5', '--covers', '40', '--speed', '10'],
      'run-as-node=',
    ]);
    expect(here.argsOf('browser')).toBeUndefined();
  });

  it('hands over what makes this device a station', async () => {
    const here = device(true).withElectron(`echo '${READY}'; exit 0`).withBrowser(STAYS);
    const flags = ['--join', 'http://192.168.1.20:4680', '--station', 'grill', '--token', 'hrd_x'];
    const { ended } = here.start(...flags);
    expect(await ended).toBe(0);
    const args = here.argsOf('electron') ?? [];
    for (const flag of ['--join', '--station', '--token'])
      expect(args[args.indexOf(flag) + 1]).toBe(flags[flags.indexOf(flag) + 1]);
  });

  it('passes SIGTERM on to Electron and ends after it', async () => {
    const here = device(true).withElectron(
      `trap 'exit 0' TERM; echo '${READY}'; while :; do sleep 0.1; done`,
    );
    const started = here.start();
    await started.saying('ready');
    expect(await started.stop()).toBe(0);
  });

  it('opens a browser in app mode where Electron is not installed, and ends it with itself', async () => {
    const here = device(true).withBrowser(STAYS);
    const started = here.start();
    await started.saying('Heard is open at');
    const url = /http:\S+\//u.exec(started.said.stdout)?.[0] ?? '';
    expect(here.argsOf('browser')).toEqual(
      expect.arrayContaining([`--app=${url}`, `--user-data-dir=${join(here.folder, 'data', 'window')}`]),
    );
    expect((await fetch(`${url}health`)).status).toBe(200);
    expect(await started.stop()).toBe(0);
  });

  it('opens a browser where Electron is installed but cannot run', async () => {
    const here = device(true).withElectron('kill -TRAP $$').withBrowser(STAYS);
    const started = here.start();
    await started.saying('Heard is open at');
    expect(started.said.stderr).toContain('Electron could not start here');
    expect(await started.stop()).toBe(0);
  });

  it.each([
    ['without a display', false, [], STAYS],
    ['told to open nothing', true, ['--no-open'], STAYS],
  ])('prints the address %s, whatever is installed', async (_when, hasScreen, args, script) => {
    const here = device(hasScreen).withElectron(STAYS).withBrowser(script);
    const started = here.start(...args);
    await started.saying('Heard is running: open http://127.0.0.1:');
    expect([here.argsOf('electron'), here.argsOf('browser')]).toEqual([undefined, undefined]);
    expect(await started.stop()).toBe(0);
  });

  it('prints the address where the browser gives up', async () => {
    const started = device(true).withBrowser('exit 1').start();
    await started.saying('Heard is running: open http://127.0.0.1:');
    expect(await started.stop()).toBe(0);
  });

  it('prints the address where no browser is installed', async () => {
    const started = device(true).start();
    await started.saying('Heard is running: open http://127.0.0.1:');
    expect(await started.stop()).toBe(0);
  });

  it('--headless opens nothing and says one line of JSON', async () => {
    const here = device(true).withElectron(STAYS).withBrowser(STAYS);
    const started = here.start('--headless');
    await started.saying('"ready"');
    expect(await started.stop()).toBe(0);
    expect(started.said.stdout.trim().split('\n')).toHaveLength(1);
    expect([here.argsOf('electron'), here.argsOf('browser')]).toEqual([undefined, undefined]);
  });
});
