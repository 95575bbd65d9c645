import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteExit, readExits } from '../../main/store/exitNotes.ts';
import { flipBytes } from '../main/store/damage.ts';
import { runDoctor, startAndEnd } from '../support/brokenService.ts';
import { connectPos } from '../support/posClient.ts';
import { runHeard, startService } from '../support/service.ts';
import { aTicket, type RawTicket } from '../support/tickets.ts';

const SLOW = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'heard-'));
const good = join(folder, 'good.db');
const key = join(folder, 'key');
const tickets: RawTicket[] = Array.from({ length: 40 }, () => aTicket());
let token: string;

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
      const { code, stdout, stderr } = await startAndEnd(dataDir);
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
      expect((await startAndEnd(dataDir)).code).not.toBe(0);
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
      for (let i = 0; i < 3; i += 1) expect((await startAndEnd(dataDir)).code).toBe(70);
      const noted = readExits(dataDir);
      expect(noted).toHaveLength(3);
      // On a slow machine three starts take longer than the minute.
      rmSync(join(dataDir, 'exits.json'));
      for (const { reason } of noted) noteExit(dataDir, reason, Date.now());
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
