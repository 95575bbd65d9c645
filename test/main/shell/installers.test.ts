import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import serviceBuild from '../../../vite.service.config.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
/** As electron-builder reads it. */
const read = () => getConfig(ROOT, join(ROOT, 'electron-builder.yml'), null);
const check = (config: Awaited<ReturnType<typeof read>>) =>
  validateConfiguration(config, new DebugLogger(false));

/** Width and height stand in a PNG's first chunk. */
function pngSize(png: Buffer): [number, number] {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}
const asset = (name: string) => readFileSync(join(ROOT, 'assets', name));

describe('electron-builder.yml', () => {
  test('is accepted by electron-builder’s own check', async () => {
    await check(await read());
    // Its schema takes seconds to compile.
  }, 60_000);

  test.each([
    ['a key it does not know', 'nsiss', {}, /nsiss/u],
    ['a key in the wrong place', 'linux', { dmg: {} }, /dmg/u],
    ['a value of the wrong kind', 'asar', 'maybe', /asar/u],
  ])('would be refused with %s', async (_what, key, wrong, why) => {
    const config = await read();
    Reflect.set(config, key, wrong);
    await expect(check(config)).rejects.toThrow(why);
  });

  test('makes installers for the three systems and both processors', async () => {
    const { win, mac, linux } = await read();
    const both = { arch: ['x64', 'arm64'] };
    expect(win?.target).toEqual([{ target: 'nsis', ...both }]);
    expect(mac?.target).toEqual([{ target: 'dmg', ...both }]);
    expect(linux?.target).toEqual([
      { target: 'AppImage', ...both },
      { target: 'deb', ...both },
    ]);
  });

  test('takes the binary better-sqlite3 has for each of them', () => {
    const names = globSync('node_modules/better-sqlite3/prebuilds/*.node', { cwd: ROOT });
    for (const platform of ['linux', 'darwin', 'win32']) {
      for (const arch of ['x64', 'arm64'])
        expect(names.map((name) => name.split(/[\\/]/u).at(-1))).toContain(`${platform}-${arch}.node`);
    }
  });

  test('names icons of the sizes each system asks for', async () => {
    const { win, mac, linux } = await read();
    for (const icon of [win?.icon, mac?.icon, linux?.icon])
      expect(existsSync(join(ROOT, String(icon)))).toBe(true);
    expect(pngSize(asset('icon.png'))).toEqual([1024, 1024]);
    const ico = asset('icon.ico');
    const count = ico.readUInt16LE(4);
    const largest = ico.readUInt32LE(6 + 16 * (count - 1) + 12);
    expect(pngSize(ico.subarray(largest))).toEqual([256, 256]);
    const icns = asset('icon.icns');
    expect(icns.subarray(0, 4).toString('latin1')).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
  });
});

test('package.json’s "main" is what the build makes of the shell', () => {
  const { main } = z
    .object({ main: z.string() })
    .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
  expect(main).toBe('dist/service/electronMain.js');
  expect(serviceBuild).toMatchObject({
    build: {
      outDir: 'dist/service',
      rollupOptions: {
        input: { electronMain: 'main/shell/electronMain.ts', serviceProcess: 'main/shell/serviceProcess.ts' },
      },
    },
  });
});
