import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { readLogFile } from '../../main/store/readLogFile.ts';
import { canInstallDebianPackages, DEBIAN_PACKAGES, ensureDebianPackages } from '../support/apt.ts';
import { Kitchen } from '../support/line/Kitchen.ts';
import { connectPos } from '../support/posClient.ts';
import { type ServiceOptions, startService, type TestService } from '../support/service.ts';
import { anItem, aTicket } from '../support/tickets.ts';
import { until } from '../support/wait.ts';

const SLOW_MS = 90_000;
const AHEAD_S = 600;
const HOUR_S = 3_600;
/** Far more than a loaded machine adds, far less than the clocks are apart. */
const NEAR_MS = 3_000;

const cleanups: Array<() => unknown> = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'heard-clocks-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Debian's faketime: this process alone believes in another time of day; the monotonic clock runs as it does. */
function believing(file: string): Record<string, string> {
  const library = ['x86_64-linux-gnu', 'aarch64-linux-gnu']
    .map((machine) => `/usr/lib/${machine}/faketime/libfaketime.so.1`)
    .find((path) => existsSync(path));
  if (library === undefined) throw new Error('faketime is not where Debian puts it');
  return {
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_CACHE_DURATION: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  };
}

async function start(options: ServiceOptions): Promise<TestService> {
  const service = await startService(options);
  cleanups.push(() => service.kill('SIGTERM'));
  return service;
}

/** What its log, as the last line says, takes for the time of day, epoch ms. */
const believed = (service: TestService) => Number(/"time":(?<at>\d+)/u.exec(service.log())?.groups?.at);

if (canInstallDebianPackages()) {
  describe('clocks that are wrong', () => {
    it(
      'a station ten minutes ahead has the time of the hub, also after a restart without the hub',
      async () => {
        await ensureDebianPackages(DEBIAN_PACKAGES.clock);
        const folder = aFolder();
        const hub = await start({ dataDir: join(folder, 'hub') });
        const offset = join(folder, 'offset');
        writeFileSync(offset, `+${AHEAD_S}s`);
        const flags = ['--join', hub.url, '--station', 'kitchen', '--token', hub.token('station')];
        const dataDir = join(folder, 'station');
        const station = await start({ dataDir, flags, env: believing(offset) });
        const kitchen = new Kitchen(join(folder, 'hub'));
        cleanups.push(() => kitchen.close());
        kitchen.addTill({ url: hub.url, token: hub.token('pos') });
        kitchen.addScreens({ name: 'station', url: station.url, token: null, count: 1 });
        await kitchen.puts(3, 0);
        await kitchen.equal(20_000);
        const away = async () => ((await kitchen.looks()).get('station')?.now ?? Number.NaN) - Date.now();
        expect(Math.abs(await away())).toBeLessThan(NEAR_MS);
        // It does believe otherwise.
        await hub.kill('SIGKILL');
        await until('it says so in its log', () => believed(station) > 0);
        expect(believed(station) - Date.now()).toBeGreaterThan((AHEAD_S * 1_000) / 2);
        const port = Number(new URL(station.url).port);
        await station.kill('SIGKILL');
        await start({ dataDir, flags, env: believing(offset), port });
        await until('its window follows it again', async () => Number.isFinite(await away()));
        await sleep(2_000);
        expect(Math.abs(await away())).toBeLessThan(NEAR_MS);
      },
      SLOW_MS,
    );

    it.each([
      ['forward', `+${HOUR_S}s`],
      ['back', `-${HOUR_S}s`],
    ])(
      "the hub's wall clock jumps an hour %s: one alert, and a planned fire comes when it would have come",
      async (_way, jump) => {
        await ensureDebianPackages(DEBIAN_PACKAGES.clock);
        const folder = aFolder();
        const offset = join(folder, 'offset');
        writeFileSync(offset, '+0s');
        const dataDir = join(folder, 'hub');
        const hub = await start({ dataDir, env: believing(offset) });
        const pos = await connectPos(hub.url, hub.token('pos'));
        cleanups.push(() => pos.close());
        const dueAt = Date.now() + 9_000;
        const courses = [{ number: 1, state: 'held', fireAt: new Date(dueAt).toISOString() }];
        const ticket = aTicket({ courses, items: [anItem('steak', { course: 1 })] });
        expect(await pos.send('ticket.put', ticket)).toMatchObject({ ok: true });
        writeFileSync(offset, jump);
        const log = () => [...readLogFile(join(dataDir, 'heard.db'))];
        await until('the fire', () => log().some(({ type }) => type === 'course.fired'), 40_000);
        expect(Math.abs(Date.now() - dueAt)).toBeLessThan(NEAR_MS);
        await until('the alert', () => log().some(({ type }) => type === 'alert'), 40_000);
        await sleep(1_000);
        const events = log();
        expect(events.filter(({ type }) => type === 'alert')).toMatchObject([
          { alert: { code: 'clock_drift' } },
        ]);
        const times = events.map(({ at }) => at);
        expect(times).toEqual([...times].sort((one, other) => one - other));
        expect(Math.abs((times.at(-1) ?? 0) - Date.now())).toBeLessThan(60_000);
      },
      SLOW_MS,
    );
  });
} else {
  it('clocks: DID NOT RUN HERE, because only root on Debian can install faketime', () => {
    process.stderr.write('clocks: this run shows nothing about wrong clocks of whole processes\n');
  });
}
