import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeBackup } from '../../../main/store/backupFile.ts';
import { crashLoop, noteExit } from '../../../main/store/exitNotes.ts';
import { type Restored, restoreFile } from '../../../main/store/restoreFile.ts';
import { PersonId } from '../../../shared/lib/ids.ts';
import { flipBytes } from './damage.ts';
import { dataFolder } from './folder.ts';
import { aNight, NIGHT_AT, openService } from './night.ts';

const NOW = NIGHT_AT + 3_600_000;
const till = { name: 'till', scope: 'pos' as const, roles: [], source: null };
const ana = PersonId.parse('p1');
const fields = { name: 'Ana', phone: null, email: null, notes: null, courier: null, spot: null };

const fileOf = (dataDir: string) => join(dataDir, 'heard.db');
const backupOf = (dataDir: string) => join(dataDir, 'backup.db');
const backup = (dataDir: string) => writeBackup(fileOf(dataDir), backupOf(dataDir));
const restore = (dataDir: string, over: Partial<Parameters<typeof restoreFile>[0]> = {}): Promise<Restored> =>
  restoreFile({ dataDir, from: backupOf(dataDir), isOtherSiteMeant: false, now: NOW, ...over });

/** A folder whose backup ends at 10 and whose log goes on to 14. */
async function aFolder(): Promise<string> {
  const dataDir = dataFolder();
  const store = openService(dataDir);
  aNight(store, 10);
  await backup(dataDir);
  aNight(store, 14);
  store.close();
  return dataDir;
}

describe('a restore', () => {
  it('begins the next epoch with feed.restarted, says what is lost and keeps it aside', async () => {
    const dataDir = await aFolder();
    const restored = await restore(dataDir);
    expect(restored).toMatchObject({ epoch: { n: 2 }, seq: 10, at: NIGHT_AT + 10_000, isKeyLost: false });
    expect(restored.lost).toMatchObject({ until: NIGHT_AT + 14_000, events: 4 });
    expect(restored.lost?.tickets).toHaveLength(4);
    const store = openService(dataDir);
    expect(store.epoch).toEqual(restored.epoch);
    const events = store.events.after(0, 100);
    expect(events).toHaveLength(11);
    expect(events.at(-1)).toMatchObject({
      seq: 11,
      id: '2-11',
      at: NOW,
      type: 'feed.restarted',
      forkSeq: 10,
      reason: 'restore',
    });
    store.close();
    const aside = new Database(restored.aside ?? '', { readonly: true });
    expect(aside.prepare('SELECT max(seq) FROM event').pluck().get()).toBe(14);
    aside.close();
  });

  it('gives a number to no two logs, also when the file that had the last one is unreadable', async () => {
    const dataDir = await aFolder();
    expect((await restore(dataDir)).epoch.n).toBe(2);
    expect((await restore(dataDir, { now: NOW + 1_000 })).epoch.n).toBe(3);
    writeFileSync(fileOf(dataDir), 'rubbish');
    const third = await restore(dataDir, { now: NOW + 2_000 });
    expect(third).toMatchObject({ epoch: { n: 4 }, present: { kind: 'unreadable' }, lost: null });
    expect(readFileSync(third.aside ?? '', 'utf8')).toBe('rubbish');
  });

  it('takes time back for no token: what was revoked stays so, what was made since works', async () => {
    const dataDir = dataFolder();
    const store = openService(dataDir);
    aNight(store, 10);
    const old = store.tokens.create(till, 1);
    store.tokens.create({ ...till, name: 'kept' }, 1);
    store.codes.issue(till, NOW);
    await backup(dataDir);
    store.tokens.revoke(old.token.id, 2);
    const fresh = store.tokens.create({ ...till, name: 'new' }, 3);
    store.close();
    await restore(dataDir);
    const again = openService(dataDir);
    expect(again.tokens.list().map(({ name }) => name)).toEqual(['kept', 'new']);
    expect(again.tokens.bySecret(old.secret)).toBeNull();
    expect(again.tokens.bySecret(fresh.secret)?.name).toBe('new');
    again.close();
    const db = new Database(fileOf(dataDir));
    expect(db.prepare('SELECT count(*) FROM one_time_code').pluck().get()).toBe(0);
    db.close();
  });

  it('sets a cursor past the fork back to it, leaves one before it, and knows who has not heard of it yet', async () => {
    const dataDir = dataFolder();
    const store = openService(dataDir);
    aNight(store, 10);
    const [ahead, behind] = [store.tokens.create(till, 1).token.id, store.tokens.create(till, 1).token.id];
    for (const id of [ahead, behind]) store.cursors.resumed(id, 5);
    store.cursors.ack(behind, 4);
    await backup(dataDir);
    aNight(store, 14);
    store.cursors.ack(ahead, 13);
    store.close();
    await restore(dataDir);
    const again = openService(dataDir);
    expect([again.cursors.of(ahead), again.cursors.of(behind)]).toEqual([10, 4]);
    expect(again.cursors.isOfBefore(ahead)).toBe(true);
    again.cursors.resumed(ahead, NOW);
    expect(again.cursors.isOfBefore(ahead)).toBe(false);
    expect(again.cursors.isOfBefore('nobody')).toBe(false);
    again.close();
  });

  it('knows how far each earlier epoch is the same, through a second restore of an older backup', async () => {
    const dataDir = await aFolder();
    const first = openService(dataDir);
    const one = `1-${first.epoch.id}`;
    first.close();
    const second = await restore(dataDir);
    const two = `2-${second.epoch.id}`;
    const store = openService(dataDir);
    expect(store.lineage).toEqual({
      common: { [one]: 10 },
      restart: { seq: 11, forkSeq: 10, reason: 'restore' },
    });
    aNight(store, 20);
    await writeBackup(fileOf(dataDir), join(dataDir, 'later.db'));
    aNight(store, 25);
    store.close();
    await restore(dataDir, { from: join(dataDir, 'later.db'), now: NOW + 1_000 });
    const third = openService(dataDir);
    expect(third.lineage).toMatchObject({ common: { [one]: 10, [two]: 20 }, restart: { forkSeq: 20 } });
    third.close();
    // Back to the first backup: what the second epoch had of its own is no more.
    await restore(dataDir, { now: NOW + 2_000 });
    const fourth = openService(dataDir);
    expect(fourth.lineage).toMatchObject({ common: { [one]: 10, [two]: 10 }, restart: { forkSeq: 10 } });
    fourth.close();
    // Over what cannot be read, the backup's own memory is all there is.
    writeFileSync(fileOf(dataDir), 'rubbish');
    await restore(dataDir, { from: join(dataDir, 'later.db'), now: NOW + 3_000 });
    const fifth = openService(dataDir);
    expect(fifth.lineage.common).toEqual({ [one]: 10, [two]: 20 });
    fifth.close();
  });

  it('without the key leaves guests out and says so; with it they are there', async () => {
    const dataDir = dataFolder();
    const store = openService(dataDir);
    aNight(store, 10);
    store.personal.put(ana, fields, 1);
    await backup(dataDir);
    store.close();
    const key = readFileSync(join(dataDir, 'keys', 'personal'));
    expect((await restore(dataDir)).isKeyLost).toBe(false);
    const known = openService(dataDir);
    expect(known.personal.get(ana)).toEqual(fields);
    known.close();

    rmSync(join(dataDir, 'keys'), { recursive: true });
    expect((await restore(dataDir, { now: NOW + 1_000 })).isKeyLost).toBe(true);
    const without = openService(dataDir);
    expect(without.personal.get(ana)).toBeNull();
    expect(without.events.after(10, 1)[0]).toMatchObject({ type: 'feed.restarted', isKeyLost: true });
    without.close();
    // The key that the start above made is another one; the right one brings the guests back.
    expect((await restore(dataDir, { now: NOW + 2_000 })).isKeyLost).toBe(true);
    writeFileSync(join(dataDir, 'keys', 'personal'), key);
    expect((await restore(dataDir, { now: NOW + 3_000 })).isKeyLost).toBe(false);
    const found = openService(dataDir);
    expect(found.personal.get(ana)).toEqual(fields);
    found.close();
  });

  it('lets the service start as usual whatever faults the replaced data had', async () => {
    const dataDir = await aFolder();
    for (let i = 0; i < 3; i += 1) noteExit(dataDir, new Error('planted'), NOW);
    await restore(dataDir);
    expect(crashLoop(dataDir, NOW)).toBeNull();
  });
});

describe('a restore refuses, and leaves everything as it was,', () => {
  it.each([
    ['a damaged backup', (dataDir: string) => flipBytes(backupOf(dataDir)), /damaged/u],
    [
      'what is no database',
      (dataDir: string) => writeFileSync(backupOf(dataDir), 'x'.repeat(9_000)),
      /damaged/u,
    ],
    [
      'a backup of a newer Heard',
      (dataDir: string) =>
        onFile(
          backupOf(dataDir),
          "PRAGMA user_version = 99; UPDATE meta SET value = '98' WHERE name = 'oldest_schema'; UPDATE meta SET value = '7.0' WHERE name = 'oldest_release'",
        ),
      /Heard 7\.0 or newer/u,
    ],
    [
      'a backup with an entry that cannot be taken',
      (dataDir: string) => onFile(backupOf(dataDir), `UPDATE event SET body = '{"type":"x"}' WHERE seq = 7`),
      /entry \(7\)/u,
    ],
    [
      'the backup of another house',
      (dataDir: string) =>
        onFile(backupOf(dataDir), "UPDATE meta SET value = 'another' WHERE name = 'site_id'"),
      /--other-site/u,
    ],
    [
      'a folder that a service owns',
      (dataDir: string) => {
        const owner = openService(dataDir);
        onTestFinished(() => owner.close());
      },
      /owns this folder/u,
    ],
  ])('%s', async (_name, spoil, why) => {
    const dataDir = await aFolder();
    spoil(dataDir);
    const before = readdirSync(dataDir).filter(
      (name) => !name.startsWith('lock') && !/-(?:wal|shm)$/u.test(name),
    );
    const bytes = readFileSync(fileOf(dataDir));
    await expect(restore(dataDir)).rejects.toThrow(why);
    expect(readdirSync(dataDir)).toEqual(expect.arrayContaining(before));
    expect(readdirSync(dataDir).filter((name) => /restor/u.test(name))).toEqual([]);
    expect(readFileSync(fileOf(dataDir)).equals(bytes)).toBe(true);
  });

  it('its own data', async () => {
    const dataDir = await aFolder();
    await expect(restore(dataDir, { from: fileOf(dataDir) })).rejects.toThrow('own data');
  });

  it('but another house’s when that is meant: its own tokens, not this folder’s', async () => {
    const [dataDir, other] = [await aFolder(), await aFolder()];
    const store = openService(other);
    store.tokens.create(till, 1);
    store.close();
    const restored = await restore(other, { from: backupOf(dataDir), isOtherSiteMeant: true });
    expect(restored.lost).toBeNull();
    const again = openService(other);
    expect(again.tokens.list()).toEqual([]);
    again.close();
  });
});

describe('a restore that was cut short', () => {
  it('lets no start make an empty house, and done again is whole', async () => {
    const dataDir = await aFolder();
    // As it stands between the two renames.
    writeFileSync(join(dataDir, 'restore-unfinished'), JSON.stringify({ aside: 'heard.db.aside' }));
    renameSync(fileOf(dataDir), join(dataDir, 'heard.db.aside'));
    expect(() => openService(dataDir)).toThrow('restore FILE');
    expect(existsSync(fileOf(dataDir))).toBe(false);
    const restored = await restore(dataDir);
    expect(restored).toMatchObject({
      epoch: { n: 2 },
      lost: { events: 4 },
      aside: join(dataDir, 'heard.db.aside'),
    });
    openService(dataDir).close();
  });

  it('gives a database whose log tail went ahead its tail back', async () => {
    const dataDir = dataFolder();
    const store = openService(dataDir);
    aNight(store, 10);
    await backup(dataDir);
    aNight(store, 14);
    // Left as a power cut leaves it: the tail is in the WAL alone.
    const [file, wal] = [readFileSync(fileOf(dataDir)), readFileSync(`${fileOf(dataDir)}-wal`)];
    store.close();
    writeFileSync(fileOf(dataDir), file);
    writeFileSync(join(dataDir, 'heard.db.aside-wal'), wal);
    writeFileSync(join(dataDir, 'restore-unfinished'), JSON.stringify({ aside: 'heard.db.aside' }));
    const restored = await restore(dataDir);
    expect(restored.lost?.events).toBe(4);
  });

  it('never leaves the WAL of the replaced file beside the restored one', async () => {
    const dataDir = dataFolder();
    const store = openService(dataDir);
    aNight(store, 10);
    await backup(dataDir);
    aNight(store, 14);
    const [file, wal] = [readFileSync(fileOf(dataDir)), readFileSync(`${fileOf(dataDir)}-wal`)];
    store.close();
    writeFileSync(fileOf(dataDir), file);
    writeFileSync(`${fileOf(dataDir)}-wal`, wal);
    const { aside } = await restore(dataDir);
    expect(existsSync(`${fileOf(dataDir)}-wal`)).toBe(false);
    expect(statSync(`${aside}-wal`).size).toBe(wal.length);
    const again = openService(dataDir);
    expect(again.events.last()?.seq).toBe(11);
    again.close();
  });
});

function onFile(path: string, sql: string): void {
  const db = new Database(path);
  db.exec(sql);
  db.close();
}
