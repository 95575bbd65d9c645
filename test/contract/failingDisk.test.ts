import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runDoctor, startAndEnd } from '../support/brokenService.ts';
import { connectPos } from '../support/posClient.ts';
import { startService } from '../support/service.ts';
import { aTicket } from '../support/tickets.ts';

const SLOW = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'heard-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Only root may mount the disks this needs; registered where it can run, so that nothing is counted as skipped.
if (process.platform === 'linux' && process.getuid?.() === 0) {
  describe('a disk', () => {
    it(
      'that is read-only, or full to the last byte, at the start is named in a sentence',
      async () => {
        await onDisk('8m', async (dataDir, mount) => {
          const first = await startService({ dataDir });
          await first.stop();
          mount('ro');
          const locked = await startAndEnd(dataDir);
          expect(locked).toMatchObject({ code: 1, stdout: '' });
          expect(locked.stderr).toMatch(/Heard: Heard cannot write in .*doctor/u);
          mount('rw');
          fill(dataDir);
          const full = await startAndEnd(dataDir);
          expect(full).toMatchObject({ code: 1, stdout: '' });
          expect(full.stderr).toMatch(/Heard: Heard cannot write in .*Make room/u);
        });
      },
      SLOW,
    );
  });
}

if (canFail()) {
  it(
    'a disk that fails and turns itself read-only: /health says so before anybody sends, nothing acknowledged is lost',
    async () => {
      const dir = mkdtempSync(join(folder, 'disk-'));
      const image = join(folder, 'image');
      const mount = () => execFileSync('mount', ['-o', 'loop,errors=remount-ro', image, dir]);
      makeImage(image);
      mount();
      try {
        const dataDir = join(dir, 'data');
        const env = { HEARD_DISK_WARN_MB: '1', HEARD_DISK_STOP_MB: '1' };
        const service = await startService({ dataDir, env });
        const secret = service.token('pos');
        const pos = await connectPos(service.url, secret);
        const kept = aTicket();
        expect(await pos.send('ticket.put', kept)).toMatchObject({ ok: true });
        const device = execFileSync('findmnt', ['-no', 'SOURCE', dir], { encoding: 'utf8' }).trim();
        writeFileSync(`/sys/fs/ext4/${basename(device)}/trigger_fs_error`, '1');
        await healthIs(service.url, 503);
        expect(await pos.send('ticket.put', aTicket())).toMatchObject({
          ok: false,
          error: { code: 'unavailable' },
        });
        pos.close();
        expect(await service.kill('SIGTERM')).toBe(0);
        // Started again it still shows its board, and takes nothing.
        const second = await startService({ dataDir, env });
        const health = await fetch(`${second.url}/health`);
        expect([health.status, await health.text()]).toEqual([
          503,
          expect.stringContaining('refuses to store'),
        ]);
        expect(await second.kill('SIGTERM')).toBe(0);
        expect(runDoctor(dataDir)).toMatchObject({
          code: 2,
          stdout: expect.stringContaining('cannot be written'),
        });
        // The disk is mended.
        execFileSync('umount', [dir]);
        spawnSync('fsck.ext4', ['-fy', image]);
        mount();
        const mended = await startService({ dataDir, env });
        const again = await connectPos(mended.url, secret);
        expect(await again.send('ticket.put', kept)).toMatchObject({ ok: true, result: 'duplicate' });
        again.close();
        await mended.stop();
      } finally {
        execFileSync('umount', ['-l', dir]);
      }
    },
    SLOW,
  );
}

/** Whether a disk of our own can be made and made to fail: root, loop devices and ext4. */
function canFail(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/sys/fs/ext4')) return false;
  return existsSync('/dev/loop-control') && spawnSync('mkfs.ext4', ['-V']).status === 0;
}

function makeImage(image: string): void {
  writeFileSync(image, '');
  truncateSync(image, 48 * 1024 * 1024);
  execFileSync('mkfs.ext4', ['-q', image]);
}

async function healthIs(url: string, status: number): Promise<void> {
  const since = performance.now();
  while ((await fetch(`${url}/health`)).status !== status) {
    if (performance.now() - since > 15_000) throw new Error(`/health is not ${status}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function fill(dir: string): void {
  try {
    execFileSync('dd', ['if=/dev/zero', `of=${join(dir, 'ballast')}`, 'bs=1k'], { stdio: 'ignore' });
  } catch {
    // It ends when nothing more fits.
    expect(existsSync(join(dir, 'ballast'))).toBe(true);
  }
}

async function onDisk(
  size: string,
  use: (dir: string, mount: (how: 'ro' | 'rw') => void) => Promise<void>,
): Promise<void> {
  const dir = mkdtempSync(join(folder, 'disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', dir]);
  try {
    await use(dir, (how) => void execFileSync('mount', ['-o', `remount,${how}`, dir]));
  } finally {
    execFileSync('umount', ['-l', dir]);
  }
}
