import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { extractAll } from '@electron/asar';
import { afterAll, expect, test } from 'vitest';
import { readyUrl } from '../../main/shell/readyLine.ts';

/**
 * What electron-builder puts into an installer, made by electron-builder itself, around an empty stand-in for Electron's own program (which
 * has to be downloaded): the packages, the pages and the binary are there, and the service in it runs. Electron itself does not run here.
 */
const ROOT = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'heard-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function standIn(): string {
  const dist = join(folder, 'electron');
  mkdirSync(join(dist, 'resources'), { recursive: true });
  mkdirSync(join(dist, 'locales'));
  for (const name of ['electron', 'LICENSE', 'LICENSES.chromium.html', 'version'])
    writeFileSync(join(dist, name), '');
  chmodSync(join(dist, 'electron'), 0o755);
  return dist;
}

function run(args: string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const output of [child.stdout, child.stderr]) {
      output.on('data', (chunk: Buffer) => {
        said += chunk;
      });
    }
    child.once('close', (code) => resolve({ code, said }));
  });
}

test('what is packaged runs by itself', async () => {
  const packed = await run([
    'node_modules/electron-builder/cli.js',
    ...['--projectDir', ROOT, '--linux', 'dir', `--${process.arch}`, '--publish', 'never'],
    ...[`-c.electronDist=${standIn()}`, `-c.directories.output=${join(folder, 'out')}`],
  ]);
  expect(packed.code, packed.said).toBe(0);

  const unpacked = process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`;
  const resources = join(folder, 'out', unpacked, 'resources');
  const binary = `better-sqlite3/prebuilds/linux-${process.arch}.node`;
  expect(existsSync(join(resources, 'app.asar.unpacked', 'node_modules', binary))).toBe(true);
  const app = join(folder, 'app');
  extractAll(join(resources, 'app.asar'), app);
  for (const file of ['dist/service/electronMain.js', 'dist/preload/preload.cjs', 'assets/icon.png'])
    expect(existsSync(join(app, file)), file).toBe(true);

  const program = join(app, 'dist', 'service', 'start.js');
  const service = spawn(process.execPath, [program, '--port', '0', '--data', join(folder, 'data')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await new Promise<string>((resolve, reject) => {
      service.once('close', (code) => reject(new Error(`ended with ${code}`)));
      createInterface({ input: service.stdout }).on('line', (line) => resolve(readyUrl(line) ?? ''));
    });
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect(await (await fetch(`${url}/kitchen/kitchen`)).text()).toContain('<script');
  } finally {
    service.kill();
  }
});
