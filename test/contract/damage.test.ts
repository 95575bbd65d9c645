import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { flipBytes } from '../main/store/damage.ts';
import { connectPos } from '../support/posClient.ts';
import { runHeard, startService } from '../support/service.ts';
import { aTicket, type RawTicket } from '../support/tickets.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const SLOW = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'heard-'));
const good = join(folder, 'good.db');
const key = join(folder, 'key');
const tickets: RawTicket[] = Array.from({ length: 40 }, () => aTicket());
let token: string;

/** A service that cannot start ends by itself. */
function start(dataDir: string): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const args = [join(ROOT, 'main', 'service', 'start.ts'), '--headless', '--port', '0', '--data', dataDir];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => {
      said.stdout += chunk;
      child.kill('SIGTERM');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said.stderr += chunk;
    });
    child.once('close', (code) => resolve({ code, ...said }));
  });
}

/** A house of forty tickets, killed, so that nothing but its log remembers. */
beforeAll(async () => {
  const service = await startService({ dataDir: join(folder, 'first') });
  token = service.token('pos');
  const pos = await connectPos(service.url, token);
  for (const ticket of tickets) expect(await pos.send('ticket.put', ticket)).toMatchObject({ ok: true });
  pos.close();
  service.heard('backup', good);
  await service.stop();
  copyFileSync(join(service.dataDir, 'keys', 'personal'), key);
}, SLOW);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let folders = 0;
/** The house in a folder of its own. */
function aHouse(): { dataDir: string; file: string } {
  folders += 1;
  const dataDir = join(folder, `house-${folders}`);
  mkdirSync(join(dataDir, 'keys'), { recursive: true, mode: 0o700 });
  copyFileSync(key, join(dataDir, 'keys', 'personal'));
  const file = join(dataDir, 'heard.db');
  copyFileSync(good, file);
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.exec('DELETE FROM snapshot');
  db.close();
  return { dataDir, file };
}

function onFile(file: string, sql: string): void {
  const db = new Database(file);
  db.exec(sql);
  db.close();
}

describe('a data file that is damaged', () => {
  it.each([
    ['a head that is rubbish', (file: string) => writeFileSync(file, 'x'.repeat(9_000))],
    ['bytes turned over', (file: string) => flipBytes(file, 200_000)],
    [
      'a file cut in two',
      (file: string) => truncateSync(file, Math.floor(statSync(file).size / 8192) * 4096),
    ],
    [
      'an entry that cannot be taken',
      (file: string) => onFile(file, `UPDATE event SET body = '{"type":"x"}' WHERE seq = 9`),
    ],
    ['an entry that is gone', (file: string) => onFile(file, 'DELETE FROM event WHERE seq = 9')],
    [
      'a file of a newer Heard',
      (file: string) =>
        onFile(file, "PRAGMA user_version = 99; UPDATE meta SET value = '98' WHERE name = 'oldest_schema'"),
    ],
  ])(
    '%s: the service says in one sentence what to do, never says ready, and changes nothing',
    async (name, spoil) => {
      const { dataDir, file } = aHouse();
      spoil(file);
      const { code, stdout, stderr } = await start(dataDir);
      expect({ stdout, isGood: code === 0 }).toEqual({ stdout: '', isGood: false });
      const sentence = stderr.split('\n').find((line) => line.startsWith('Heard: '));
      expect(sentence).toMatch(/newer/u.test(name) ? /Start Heard/u : /heard -- doctor.*heard -- restore/u);
    },
    SLOW,
  );

  it(
    'is mended by a restore: every ticket is there, none is cooked twice',
    async () => {
      const { dataDir, file } = aHouse();
      flipBytes(file, 200_000);
      expect((await start(dataDir)).code).not.toBe(0);
      runHeard(dataDir, ['restore', good]);
      const service = await startService({ dataDir });
      const pos = await connectPos(service.url, token);
      for (const ticket of tickets)
        expect(await pos.send('ticket.put', ticket)).toMatchObject({ ok: true, result: 'duplicate' });
      pos.close();
      await service.stop();
    },
    SLOW,
  );

  it(
    'at the third start in a minute shows the last good board, takes nothing, and /health says so',
    async () => {
      const { dataDir, file } = aHouse();
      onFile(file, `UPDATE event SET body = '{"type":"x"}' WHERE seq = (SELECT max(seq) - 3 FROM event)`);
      for (let i = 0; i < 3; i += 1) expect((await start(dataDir)).code).toBe(70);
      const service = await startService({ dataDir });
      const health = await fetch(`${service.url}/health`);
      expect(health.status).toBe(503);
      expect(await health.text()).toMatch(/read-only.*doctor/u);
      const pos = await connectPos(service.url, token);
      expect(await pos.send('ticket.put', aTicket())).toMatchObject({
        ok: false,
        error: { code: 'unavailable' },
      });
      pos.close();
      expect(runDoctor(dataDir)).toMatchObject({
        code: 2,
        stdout: expect.stringMatching(/takes no orders[\s\S]*cannot be taken/u),
      });
      await service.stop();
      // What could not be read is still there for whoever can.
      onFile(file, '');
      const db = new Database(file, { readonly: true });
      expect(db.prepare('SELECT count(*) FROM event').pluck().get()).toBeGreaterThan(80);
      db.close();
    },
    SLOW,
  );

  it(
    'that has lost the end of its WAL starts with what is whole',
    async () => {
      const { dataDir, file } = aHouse();
      const first = await startService({ dataDir });
      const pos = await connectPos(first.url, token);
      for (let i = 0; i < 10; i += 1) await pos.send('ticket.put', aTicket());
      await first.kill('SIGKILL');
      pos.close();
      truncateSync(`${file}-wal`, Math.floor(statSync(`${file}-wal`).size / 2) + 17);
      const second = await startService({ dataDir });
      expect((await fetch(`${second.url}/health`)).status).toBe(200);
      await second.stop();
      expect(runDoctor(dataDir)).toMatchObject({ code: 0 });
    },
    SLOW,
  );
});

// Only root may mount the disks this needs; registered where it can run, so that nothing is counted as skipped.
if (process.platform === 'linux' && process.getuid?.() === 0) {
  describe('a disk', () => {
    it(
      'that is read-only, or full to the last byte, at the start is named in a sentence',
      async () => {
        await onDisk('8m', async (dataDir, mount) => {
          copyFileSync(good, join(dataDir, 'heard.db'));
          mount('ro');
          const locked = await start(dataDir);
          expect(locked).toMatchObject({ code: 1, stdout: '' });
          expect(locked.stderr).toMatch(/Heard: Heard cannot write in .*doctor/u);
          mount('rw');
          fill(dataDir);
          const full = await start(dataDir);
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

function runDoctor(dataDir: string): { code: number; stdout: string } {
  try {
    return { code: 0, stdout: runHeard(dataDir, ['doctor']) };
  } catch (error) {
    const { status, stdout } = Object(error);
    return { code: status, stdout };
  }
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
