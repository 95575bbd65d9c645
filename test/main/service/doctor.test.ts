import { chmodSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { domainCore } from '../../../main/hub/core.ts';
import { examine } from '../../../main/service/doctor/examine.ts';
import { type Finding, worstOf } from '../../../main/service/doctor/finding.ts';
import { noteExit } from '../../../main/store/exitNotes.ts';
import { PersonId } from '../../../shared/lib/ids.ts';
import { checkPut, dataFolder, openTestHub } from '../hub/hubHarness.ts';
import { flipBytes, spoilIndex, spoilTable } from '../store/damage.ts';
import { openService } from '../store/night.ts';

const NOW = Date.UTC(2026, 10, 21, 22);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A folder in which a hub ran and was stopped. */
async function aFolder(checks = 5): Promise<string> {
  const dataDir = dataFolder();
  const clock = { wall: () => NOW, mono: () => 0 };
  const { hub, stop } = openTestHub({ dataDir, core: domainCore, clock });
  await Promise.all(Array.from({ length: checks }, (_, index) => hub.submit(checkPut(`c${index}`))));
  stop();
  return dataDir;
}

function onFile(dataDir: string, sql: string): void {
  const db = new Database(join(dataDir, 'heard.db'));
  db.exec(sql);
  db.close();
}

const withoutOk = (findings: readonly Finding[]) =>
  findings.filter(({ level }) => level !== 'ok').map(({ level, about, says }) => ({ level, about, says }));

describe('the doctor', () => {
  it('finds a good folder well, line by line, and changes nothing in it', async () => {
    const dataDir = await aFolder();
    const before = readFileSync(join(dataDir, 'heard.db'));
    const findings = await examine(dataDir, NOW + HOUR);
    expect(withoutOk(findings)).toEqual([]);
    expect(worstOf(findings)).toBe('ok');
    expect(findings.map(({ about }) => about)).toEqual(
      expect.arrayContaining([
        'service',
        'file',
        'log',
        'snapshot',
        'key',
        'clock',
        'disk',
        'permissions',
        'backup',
      ]),
    );
    expect(readFileSync(join(dataDir, 'heard.db')).equals(before)).toBe(true);
  });

  const spoiled: Array<[string, Finding['level'], Finding['about'], RegExp, (dataDir: string) => unknown]> = [
    [
      'a head that is rubbish',
      'bad',
      'file',
      /cannot be opened/u,
      (dir) => writeFileSync(join(dir, 'heard.db'), 'x'.repeat(8_192)),
    ],
    ['a file cut off', 'bad', 'file', /damaged/u, (dir) => truncateSync(join(dir, 'heard.db'), 20_000)],
    [
      'an entry that is missing',
      'bad',
      'log',
      /Entry 4 .* missing/u,
      (dir) => onFile(dir, 'DELETE FROM event WHERE seq = 4'),
    ],
    [
      'an entry that cannot be taken',
      'bad',
      'log',
      /Entry 4 .* cannot be taken/u,
      (dir) => onFile(dir, `UPDATE event SET body = '{"type":"x"}' WHERE seq = 4`),
    ],
    [
      'an entry before its time',
      'look',
      'log',
      /Entry 5 .* earlier/u,
      (dir) => onFile(dir, 'UPDATE event SET at = at - 5000 WHERE seq = 5'),
    ],
    [
      'a snapshot that says something else',
      'bad',
      'snapshot',
      /something else/u,
      (dir) => onFile(dir, `UPDATE snapshot SET document = replace(document, '"paid"', '"open"')`),
    ],
    [
      'a snapshot that cannot be read',
      'look',
      'snapshot',
      /cannot be read/u,
      (dir) => onFile(dir, "UPDATE snapshot SET document = '{}'"),
    ],
    [
      'a log that has lost its end',
      'bad',
      'snapshot',
      /no longer has/u,
      (dir) => onFile(dir, 'DELETE FROM event WHERE seq > 5'),
    ],
    [
      'a file of a newer Heard',
      'bad',
      'file',
      /newer/u,
      (dir) =>
        onFile(dir, "PRAGMA user_version = 99; UPDATE meta SET value = '98' WHERE name = 'oldest_schema'"),
    ],
    ['no data at all', 'look', 'file', /no data/u, (dir) => rmSync(join(dir, 'heard.db'))],
    [
      'a key that others may read',
      'look',
      'permissions',
      /not for this user alone/u,
      (dir) => chmodSync(join(dir, 'keys', 'personal'), 0o644),
    ],
    [
      'a folder that others may read',
      'look',
      'permissions',
      /may look into/u,
      (dir) => chmodSync(dir, 0o755),
    ],
    [
      'a config.json that does not hold',
      'look',
      'config',
      /dayRollHour/u,
      (dir) => writeFileSync(join(dir, 'config.json'), '{"venue":{"dayRollHour":99}}'),
    ],
    [
      'a fault since yesterday',
      'look',
      'faults',
      /once.*planted/u,
      (dir) => noteExit(dir, new Error('planted'), NOW),
    ],
    [
      'three faults within a minute',
      'bad',
      'faults',
      /three times/u,
      (dir) => {
        for (let i = 0; i < 3; i += 1) noteExit(dir, new Error('planted'), NOW + HOUR - 1_000);
      },
    ],
    [
      'a restore cut short',
      'bad',
      'restore',
      /cut short/u,
      (dir) => writeFileSync(join(dir, 'restore-unfinished'), '{"aside":"x"}'),
    ],
    [
      'a backup that is gone',
      'look',
      'backup',
      /is gone/u,
      (dir) =>
        onFile(
          dir,
          `INSERT INTO meta VALUES ('last_backup', '{"at":${NOW},"path":"/nowhere/x.db","bytes":1,"seq":1}')`,
        ),
    ],
    [
      'nights without a backup',
      'look',
      'backup',
      /3 days older/u,
      (dir) =>
        onFile(
          dir,
          `INSERT INTO meta VALUES ('last_backup', '{"at":${NOW - 3 * DAY},"path":"${join(dir, 'heard.db')}","bytes":1,"seq":1}')`,
        ),
    ],
  ];
  it.each(spoiled)('finds %s', async (_name, level, about, says, spoil) => {
    const dataDir = await aFolder();
    spoil(dataDir);
    const findings = withoutOk(await examine(dataDir, NOW + HOUR));
    expect(findings).toContainEqual({ level, about, says: expect.stringMatching(says) });
  });

  it('finds damage in the middle of a file and what it cost, and says how to go on', async () => {
    const dataDir = await aFolder(800);
    flipBytes(join(dataDir, 'heard.db'));
    const findings = await examine(dataDir, NOW + HOUR);
    expect(worstOf(findings)).toBe('bad');
    const damaged = findings.find(({ about, level }) => about === 'file' && level === 'bad');
    expect(damaged?.advice).toContain('npm run heard -- restore');
  });

  it.each([
    ['a page nobody reads', (file: string) => spoilTable(file, 'token')],
    ['an index', spoilIndex],
  ])('finds damage where a start does not look: %s', async (_name, spoil) => {
    const dataDir = await aFolder();
    spoil(join(dataDir, 'heard.db'));
    expect(withoutOk(await examine(dataDir, NOW))).toContainEqual({
      level: 'bad',
      about: 'file',
      says: expect.stringMatching(/damaged/u),
    });
  });

  it('finds the key missing or wrong once names are sealed with it', async () => {
    const dataDir = await aFolder();
    const store = openService(dataDir);
    const fields = { name: 'Ana', phone: null, email: null, notes: null, courier: null, spot: null };
    store.personal.put(PersonId.parse('p1'), fields, 1);
    store.close();
    expect(withoutOk(await examine(dataDir, NOW))).toEqual([]);
    rmSync(join(dataDir, 'keys', 'personal'));
    expect(withoutOk(await examine(dataDir, NOW))).toMatchObject([
      { level: 'bad', about: 'key', says: expect.stringContaining('missing') },
    ]);
    for (const wrong of [Buffer.alloc(32, 7), Buffer.alloc(5)]) {
      writeFileSync(join(dataDir, 'keys', 'personal'), wrong, { mode: 0o600 });
      expect(withoutOk(await examine(dataDir, NOW))).toMatchObject([
        { level: 'bad', about: 'key', says: expect.stringContaining('not the one') },
      ]);
    }
  });

  it.each([
    ['a little behind', NOW - 60_000, 'look', /60 seconds|1 minute/u],
    ['far behind', NOW - 3 * HOUR, 'bad', /3 hours behind/u],
    ['far ahead', NOW + 90 * DAY, 'look', /90 days after/u],
    ['before Heard was made', Date.UTC(1970, 0, 1), 'bad', /cannot be/u],
  ] as const)('finds the clock %s', async (_name, now, level, says) => {
    const dataDir = await aFolder();
    expect(withoutOk(await examine(dataDir, now))).toContainEqual({
      level,
      about: 'clock',
      says: expect.stringMatching(says),
    });
  });

  it('counts what a service left behind that was killed as no fault', async () => {
    const dataDir = await aFolder();
    writeFileSync(join(dataDir, 'service.json'), '{"url":"http://127.0.0.1:9","pid":1}');
    writeFileSync(join(dataDir, 'lock.pid'), '1');
    mkdirSync(join(dataDir, 'backups'));
    expect(withoutOk(await examine(dataDir, NOW))).toEqual([]);
  });
});
