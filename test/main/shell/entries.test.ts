import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeElectron } from './fakeElectron.ts';

/** The three files that run inside Electron, each as far as it can run without. */
const ROOT = join(import.meta.dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'heard-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(() => vi.resetModules());
afterEach(() => {
  vi.doUnmock('electron');
  vi.restoreAllMocks();
});

function startedWith(...args: string[]): void {
  vi.spyOn(process, 'argv', 'get').mockReturnValue(['/electron', ...args]);
}

describe('electronMain', () => {
  test('starts the shell on the data folder and passes the service its flags', async () => {
    const electron = new FakeElectron();
    vi.doMock('electron', () => electron);
    startedWith('--no-sandbox', ROOT, '--port', '0', '--data', folder);
    await import('../../../main/shell/electronMain.ts');
    await vi.waitFor(() => expect(electron.services).toHaveLength(1));
    expect(electron.app.userData).toBe(join(folder, 'window'));
    expect(existsSync(electron.app.userData)).toBe(true);
    expect(electron.service.file).toBe(join(ROOT, 'main', 'shell', 'serviceProcess.js'));
    expect(electron.service.args).toEqual(['--port', '0', '--data', folder]);
    expect(electron.window.options.webPreferences.preload).toBe(join(ROOT, 'main', 'preload', 'preload.cjs'));
  });

  test('says a flag that cannot be meant in one sentence and opens nothing', async () => {
    const electron = new FakeElectron();
    vi.doMock('electron', () => electron);
    startedWith(ROOT, '--port', '70000');
    const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await import('../../../main/shell/electronMain.ts');
    expect(electron.app.exits).toEqual([2]);
    expect(err).toHaveBeenCalledWith(expect.stringMatching(/^Heard: --port .*70000/u));
    expect(electron.windows).toEqual([]);
  });
});

test('the preload gives the page two facts and nothing else', async () => {
  const exposed: unknown[] = [];
  const contextBridge = { exposeInMainWorld: (...args: unknown[]) => exposed.push(args) };
  vi.doMock('electron', () => ({ contextBridge }));
  startedWith('--type=renderer', '--heard-version=1.2.3');
  await import('../../../main/shell/preload.ts');
  expect(exposed).toEqual([['heardShell', { platform: process.platform, version: '1.2.3' }]]);
});

test('the service’s process ends cleanly at the shell’s message', async () => {
  // Under Node the channel to a parent stands for the one a utility process has.
  const port = 'process.parentPort=process;';
  const program = join(ROOT, 'main', 'shell', 'serviceProcess.ts');
  const service = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${port}`, program, '--port', '0', '--data', join(folder, 'data')],
    { stdio: ['ignore', 'pipe', 'ignore', 'ipc'] },
  );
  const ended = new Promise((resolve) => service.once('exit', resolve));
  const { stdout } = service;
  if (stdout === null) throw new Error('it has a pipe');
  createInterface({ input: stdout }).once('line', () => service.send('stop'));
  expect(await ended).toBe(0);
});
