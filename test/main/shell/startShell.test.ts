import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startShell } from '../../../main/shell/startShell.ts';
import { FakeElectron, FakeEvent } from './fakeElectron.ts';

const URL_A = 'http://127.0.0.1:4680';
const ready = (url: string) => JSON.stringify({ event: 'ready', url, epoch: '1-a', pid: 7 });

let electron: FakeElectron;
let out: string[];
let err: string[];

async function start(args: string[] = ['--port', '0']): Promise<void> {
  startShell(electron, {
    args,
    profile: '/data/window',
    platform: 'linux',
    serviceFile: '/app/serviceProcess.js',
    preload: '/app/preload.cjs',
    icon: '/app/icon.png',
    print: { out: (line) => out.push(line), err: (line) => err.push(line) },
  });
  await settle();
}

/** Lets what was written to a pipe arrive, without time passing. */
const settle = async () => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
};

async function startAndServe(args?: string[]): Promise<void> {
  await start(args);
  electron.service.says(ready(URL_A));
  await settle();
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  electron = new FakeElectron();
  out = [];
  err = [];
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the window', () => {
  test('stands at once and opens the service when it serves', async () => {
    await start();
    expect(electron.window.shown).toContain('Heard is starting');
    electron.service.says('{"level":30}');
    electron.service.says(ready(URL_A));
    await settle();
    expect(electron.window.shown).toBe(`${URL_A}/`);
    expect(out).toEqual(['{"level":30}', ready(URL_A)]);
  });

  test('shows a page that is a page like in any browser', async () => {
    await start();
    expect(electron.app.isSandboxed).toBe(true);
    expect(electron.window.options.webPreferences).toEqual({
      preload: '/app/preload.cjs',
      additionalArguments: ['--heard-version=1.2.3'],
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      autoplayPolicy: 'no-user-gesture-required',
      spellcheck: false,
    });
  });

  test('keeps the display awake and has no menu', async () => {
    await start();
    expect(electron.blocked).toEqual(['prevent-display-sleep']);
    expect(electron.menus).toEqual([null]);
  });

  test('speaks the language of the device while there is no screen', async () => {
    electron.app.locale = 'es-MX';
    await start();
    expect(electron.window.shown).toContain('Heard se está iniciando');
  });

  test('that would not load shows the plain page, tries again, and returns to where the person was', async () => {
    await startAndServe();
    const { webContents } = electron.window;
    webContents.emit('did-navigate', {}, `${URL_A}/kitchen/grill#t=secret`);
    webContents.emit('did-fail-load', {}, -102, 'ERR_CONNECTION_REFUSED', `${URL_A}/kitchen/grill`, true);
    expect(electron.window.shown).toContain('The kitchen hub is starting again');
    await vi.advanceTimersByTimeAsync(1000);
    expect(electron.window.shown).toBe(`${URL_A}/kitchen/grill`);
  });

  test('whose page died is loaded again', async () => {
    await startAndServe();
    electron.window.webContents.emit('render-process-gone');
    expect(electron.window.shown).toContain('starting again');
    await vi.advanceTimersByTimeAsync(1000);
    expect(electron.window.shown).toBe(`${URL_A}/`);
  });

  test.each([
    ['a picture or frame that would not load', [-102, 'ERR', `${URL_A}/x.png`, false]],
    ['a load that another overtook', [-3, 'ERR_ABORTED', `${URL_A}/`, true]],
  ])('stays as it is at %s', async (_what, told) => {
    await startAndServe();
    electron.window.webContents.emit('did-fail-load', {}, ...told);
    expect(electron.window.shown).toBe(`${URL_A}/`);
  });
});

describe('nothing leads out of the service', () => {
  const NAVIGATIONS = ['will-navigate', 'will-frame-navigate', 'will-redirect'];
  const tried = (how: string, url: string) => {
    const event = new FakeEvent(url);
    electron.window.webContents.emit(how, event);
    return event.isPrevented;
  };

  test.each(NAVIGATIONS)('%s: only its own address', async (how) => {
    await startAndServe();
    expect(tried(how, `${URL_A}/expo`)).toBe(false);
    for (const url of [
      'http://127.0.0.1:4681/',
      'https://127.0.0.1:4680/',
      'http://127.0.0.1:4680.evil.example/',
      'http://evil.example/?u=http://127.0.0.1:4680/',
      'file:///etc/passwd',
      'data:text/html,x',
      'about:blank',
      'not an address',
    ]) {
      expect(tried(how, url), url).toBe(true);
    }
  });

  test('a station is at home at its hub too, whose pages it opens when the builds differ', async () => {
    await startAndServe(['--port', '0', '--join', 'http://192.168.1.20:4680', '--station', 'grill']);
    expect(tried('will-navigate', 'http://192.168.1.20:4680/kitchen/grill#t=secret')).toBe(false);
    expect(tried('will-navigate', 'http://192.168.1.20:4681/')).toBe(true);
    expect(tried('will-navigate', 'not an address')).toBe(true);
  });

  test('before it serves nothing is its own, not even what has no origin', async () => {
    await start();
    expect(tried('will-navigate', `${URL_A}/`)).toBe(true);
    expect(tried('will-navigate', 'not an address')).toBe(true);
  });

  test('no window is opened, no web view attached', async () => {
    await start();
    const { webContents } = electron.window;
    expect(webContents.openHandler()).toEqual({ action: 'deny' });
    const event = new FakeEvent();
    webContents.emit('will-attach-webview', event);
    expect(event.isPrevented).toBe(true);
  });

  test('no permission is granted and no device given', async () => {
    await start();
    const answers: boolean[] = [];
    electron.permissions.request(undefined, 'media', (isGranted) => answers.push(isGranted));
    expect([...answers, electron.permissions.check(), electron.permissions.device()]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('one app a data folder', () => {
  test('a second one ends without a window or a service', async () => {
    electron.app.isFirst = false;
    await start();
    expect(electron.app.userData).toBe('/data/window');
    expect(electron.app.quits).toBe(1);
    expect([electron.windows.length, electron.services.length]).toEqual([0, 0]);
  });

  test('the first one then comes forward', async () => {
    await start();
    electron.window.isSmall = true;
    electron.app.emit('second-instance');
    expect(electron.window).toMatchObject({ isSmall: false, focused: 1 });
  });
});

describe('the service', () => {
  test('runs in a utility process with the flags it was given', async () => {
    await start(['--port', '0', '--data', '/data']);
    expect(electron.service).toMatchObject({
      file: '/app/serviceProcess.js',
      args: ['--port', '0', '--data', '/data'],
      options: { stdio: 'pipe' },
    });
  });

  test.each([70, 1, 0, 9])('is started again on the same port after it ended with %i', async (code) => {
    await startAndServe();
    electron.service.emit('exit', code);
    await vi.advanceTimersByTimeAsync(250);
    expect(electron.services).toHaveLength(2);
    expect(electron.service.args).toEqual(['--port', '4680']);
  });

  test('leaves the screen standing while it is down: the screen says itself how old it is', async () => {
    await startAndServe();
    electron.service.emit('exit', 70);
    await vi.advanceTimersByTimeAsync(250);
    electron.service.says(ready(URL_A));
    await settle();
    expect(electron.window.loaded.filter((url) => !url.startsWith('data:'))).toEqual([`${URL_A}/`]);
    expect(electron.window.shown).toBe(`${URL_A}/`);
  });

  test('that ends before it ever served is said to be starting again, and opened when it serves', async () => {
    await start();
    electron.service.emit('exit', 70);
    expect(electron.window.shown).toContain('The kitchen hub is starting again');
    await vi.advanceTimersByTimeAsync(250);
    electron.service.says(ready(URL_A));
    await settle();
    expect(electron.window.shown).toBe(`${URL_A}/`);
  });

  test('is followed to another address', async () => {
    await startAndServe();
    electron.service.emit('exit', 70);
    await vi.advanceTimersByTimeAsync(250);
    electron.service.says(ready('http://127.0.0.1:5000'));
    await settle();
    expect(electron.window.shown).toBe('http://127.0.0.1:5000/');
  });

  test('that will not last is started less and less often, until it has lasted', async () => {
    await startAndServe();
    const waits: number[] = [];
    for (let round = 0; round < 8; round += 1) {
      const diedAt = performance.now();
      const count = electron.services.length;
      electron.service.emit('exit', 70);
      while (electron.services.length === count) await vi.advanceTimersByTimeAsync(10);
      waits.push(Math.round(performance.now() - diedAt));
    }
    expect(waits).toEqual([250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
    await vi.advanceTimersByTimeAsync(60_000);
    electron.service.emit('exit', 70);
    await vi.advanceTimersByTimeAsync(250);
    expect(electron.services).toHaveLength(10);
  });

  test.each([1, 2])(
    'that says why it cannot start (%i) is quoted, not started again, and its code is ours',
    async (code) => {
      await start();
      electron.service.stderr.write('Heard: Port 4680 is taken <here>.\n');
      electron.service.emit('exit', code);
      await settle();
      await vi.advanceTimersByTimeAsync(60_000);
      expect(err).toEqual(['Heard: Port 4680 is taken <here>.']);
      expect(electron.services).toHaveLength(1);
      expect(electron.window.shown).toContain('Heard cannot start');
      expect(electron.window.shown).toContain('Port 4680 is taken &lt;here&gt;.');
      electron.app.emit('window-all-closed');
      await settle();
      expect(electron.app.exits).toEqual([code]);
    },
  );
});

describe('the end', () => {
  test('comes when the window is closed, after the service has ended, and starts nothing again', async () => {
    await startAndServe();
    electron.app.emit('window-all-closed');
    await settle();
    expect(electron.service.messages).toEqual(['stop']);
    expect(electron.app.exits).toEqual([]);
    electron.service.emit('exit', 0);
    await settle();
    expect(electron.app.exits).toEqual([0]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(electron.services).toHaveLength(1);
  });

  test('is asked of the service once, however often the person asks', async () => {
    await startAndServe();
    electron.app.quit();
    electron.app.quit();
    electron.service.emit('exit', 0);
    await settle();
    expect(electron.service.messages).toEqual(['stop']);
    expect(electron.app.exits).toEqual([0]);
  });

  test('does not wait for ever', async () => {
    await startAndServe();
    electron.app.quit();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(electron.service.isKilled).toBe(true);
    expect(electron.app.exits).toEqual([0]);
  });

  test('between two starts of the service needs no service', async () => {
    await startAndServe();
    electron.service.emit('exit', 70);
    electron.app.quit();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(electron.app.exits).toEqual([0]);
    expect(electron.services).toHaveLength(1);
  });
});
