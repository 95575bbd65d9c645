import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { Kitchen } from '../support/line/Kitchen.ts';
import { startService } from '../support/service.ts';
import { until } from '../support/wait.ts';

const SLOW_MS = 90_000;
const TICKETS = 40;
/** A station answers at once. */
const ANSWER_MS = 300;
const folder = mkdtempSync(join(tmpdir(), 'heard-station-disk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Only root may mount the disk this needs; registered where it can run, so that nothing is counted as skipped.
if (process.platform === 'linux' && process.getuid?.() === 0) {
  it(
    'a station on a full disk: calls nothing kept that is not; with room again every press is in the log once and in order',
    async () => {
      const dataDir = join(folder, 'station');
      mkdirSync(dataDir);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', dataDir]);
      const hub = await startService({ dataDir: join(folder, 'hub') });
      const kitchen = new Kitchen(join(folder, 'hub'));
      const flags = ['--join', hub.url, '--station', 'kitchen', '--token', hub.token('station')];
      const station = await startService({ dataDir, flags });
      try {
        kitchen.addTill({ url: hub.url, token: hub.token('pos') });
        kitchen.addScreens({ name: 'window', url: station.url, token: null, count: 1 });
        await kitchen.puts(TICKETS, 0);
        await kitchen.equal(20_000);
        const ballast = join(dataDir, 'ballast');
        fill(ballast);
        process.kill(hub.pid, 'SIGSTOP');
        await until('lost', async () => (await kitchen.stands()).get('window')?.link === 'lost');
        const open = async () => (await kitchen.presses()).filter(({ settled }) => settled === null);
        for (let n = 0; n < TICKETS && (await open()).length === 0; n += 1) {
          await kitchen.press('window', `T-${n}`);
          await sleep(ANSWER_MS);
        }
        // The station has not called it kept; the window holds it and asks again.
        expect(await open()).toHaveLength(1);
        const last = (await kitchen.presses()).length;
        await kitchen.press('window', `T-${last}`);
        rmSync(ballast);
        await until('all kept', async () => (await open()).length === 0, 15_000);
        process.kill(hub.pid, 'SIGCONT');
        await kitchen.equal(20_000);
        const presses = await kitchen.presses();
        expect(presses.map(({ settled }) => settled?.state)).toEqual(presses.map(() => 'queued'));
        const bumps = kitchen.log().flatMap(({ type, cmd }) => (type === 'part.bumped' ? [cmd] : []));
        expect(bumps).toEqual(presses.map(({ commandId }) => commandId));
      } finally {
        process.kill(hub.pid, 'SIGCONT');
        await kitchen.close();
        await station.stop();
        await hub.stop();
        execFileSync('umount', ['-l', dataDir]);
      }
    },
    SLOW_MS,
  );
}

/** To the last byte. */
function fill(ballast: string): void {
  for (const bytes of [64 * 1024, 1024, 1]) {
    try {
      for (;;) writeFileSync(ballast, Buffer.alloc(bytes), { flag: 'a' });
    } catch (error) {
      expect(Object(error).code).toBe('ENOSPC');
    }
  }
}
