import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { hasDisplay } from '../../../main/shell/display.ts';
import { electronBinary } from '../../../main/shell/electronBinary.ts';
import { serviceArgs } from '../../../main/shell/serviceArgs.ts';

const folder = mkdtempSync(join(tmpdir(), 'heard-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(...path: string[]): string {
  const file = join(folder, ...path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '');
  return file;
}

describe('a window would be seen', () => {
  test.each([
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['linux', {}, false],
    ['linux', { DISPLAY: '' }, false],
    ['linux', { DISPLAY: 'localhost:10.0', SSH_CONNECTION: '10.0.0.2 5 10.0.0.3 22' }, false],
    ['linux', { DISPLAY: ':0', CI: 'true' }, false],
    ['linux', { DISPLAY: ':0', CI: 'false' }, true],
    ['darwin', {}, true],
    ['darwin', { SSH_TTY: '/dev/ttys001' }, false],
    ['win32', {}, true],
    ['win32', { CI: '1' }, false],
  ] as const)('%s %j: %s', (platform, env, isSeen) => {
    expect(hasDisplay(platform, env)).toBe(isSeen);
  });
});

describe('Electron’s program', () => {
  test('is not there where only the package is', () => {
    put('bare', 'electron', 'index.js');
    expect(electronBinary(join(folder, 'bare'), {}, 'linux')).toBeUndefined();
  });

  test('is not there where its download was cut off', () => {
    writeFileSync(put('torn', 'electron', 'path.txt'), 'electron');
    expect(electronBinary(join(folder, 'torn'), {}, 'linux')).toBeUndefined();
  });

  test.each([
    ['linux', ['electron']],
    ['win32', ['electron.exe']],
    ['darwin', ['Electron.app', 'Contents', 'MacOS', 'Electron']],
  ] as const)('lies in its folder (%s)', (platform, path) => {
    const file = put(platform, 'electron', 'dist', ...path);
    writeFileSync(put(platform, 'electron', 'path.txt'), path.join('/'));
    expect(electronBinary(join(folder, platform), {}, platform)).toBe(file);
  });

  test('lies where ELECTRON_OVERRIDE_DIST_PATH says', () => {
    const file = put('elsewhere', 'electron');
    const env = { ELECTRON_OVERRIDE_DIST_PATH: dirname(file) };
    expect(electronBinary(join(folder, 'none'), env, 'linux')).toBe(file);
    expect(electronBinary(join(folder, 'none'), env, 'win32')).toBeUndefined();
  });
});

test('the service gets its own flags and none of Chromium’s', () => {
  const argv = [
    '--inspect=0',
    '--no-sandbox',
    '/app',
    '--demo',
    '--seed',
    '5',
    '--night',
    'full',
    '--data',
    '/d',
  ];
  const others = ['--remote-debugging-port=0', '--port=0', '-psn_0_1', '--headless', '--no-open'];
  expect(serviceArgs([...argv, ...others])).toEqual([
    ...['--demo', '--seed', '5', '--night', 'full', '--data', '/d', '--port', '0'],
  ]);
});
