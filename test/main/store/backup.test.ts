import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { writeBackup } from '../../../main/store/backupFile.ts';
import { backupInThread } from '../../../main/store/backupInThread.ts';
import { openReadOnly } from '../../../main/store/openReadOnly.ts';
import { PersonId } from '../../../shared/lib/ids.ts';
import { flipBytes, spoilIndex, spoilTable } from './damage.ts';
import { dataFolder } from './folder.ts';
import { aNight, openService } from './night.ts';

/** A thread that loads its programs, on a machine that does ten other things. */
const SLOW_THREAD_MS = 60_000;

describe('a backup', () => {
  it('beside a service that writes is one whole file, for this user alone, with all that was committed', async () => {
    const dataDir = dataFolder();
    const store = openService(dataDir);
    aNight(store, 200);
    store.begin();
    store.events.append(row(201));
    // An open transaction of the service is no part of it, and keeps it from nothing.
    const target = join(dataDir, 'copy.db');
    const done = await writeBackup(join(dataDir, 'heard.db'), target);
    store.commit();
    expect(done).toMatchObject({
      path: target,
      events: 200,
      seq: 200,
      siteId: store.siteId,
      epoch: store.epoch,
    });
    expect(statSync(target).mode & 0o777).toBe(0o600);
    expect(readdirSync(dataDir).filter((name) => name.startsWith('copy.db'))).toEqual(['copy.db']);
    const copy = openReadOnly(target);
    expect(copy.pragma('journal_mode', { simple: true })).toBe('delete');
    expect(copy.prepare('SELECT count(*) FROM event').pluck().get()).toBe(200);
    copy.close();
    store.close();
  });

  it('holds neither the key nor a name in the clear', async () => {
    const dataDir = dataFolder();
    const store = openService(dataDir);
    const fields = { name: 'Ottilie', phone: null, email: null, notes: null, courier: null, spot: null };
    store.personal.put(PersonId.parse('p1'), fields, 1);
    const target = join(dataDir, 'copy.db');
    await writeBackup(join(dataDir, 'heard.db'), target);
    const bytes = readFileSync(target);
    expect(bytes.includes('Ottilie')).toBe(false);
    expect(bytes.includes(readFileSync(join(dataDir, 'keys', 'personal')))).toBe(false);
    store.close();
  });

  it('of a damaged file is refused with what to do; the backup that was there stays and nothing half is left', async () => {
    const dataDir = dataFolder();
    const store = openService(dataDir);
    aNight(store, 2_000);
    store.close();
    const [source, folder] = [join(dataDir, 'heard.db'), join(dataDir, 'to')];
    mkdirSync(folder);
    const target = join(folder, 'copy.db');
    await writeBackup(source, target);
    const good = readFileSync(target);
    flipBytes(source);
    await expect(writeBackup(source, target)).rejects.toThrow('npm run heard -- doctor');
    expect(readFileSync(target).equals(good)).toBe(true);
    expect(readdirSync(folder)).toEqual(['copy.db']);
  });

  it.each([
    ['damaged where nobody looks', (file: string) => spoilTable(file, 'token')],
    ['whose index and table differ', spoilIndex],
  ])('of a file %s is refused too', async (_name, spoil) => {
    const dataDir = dataFolder();
    const store = openService(dataDir);
    aNight(store, 20);
    store.close();
    spoil(join(dataDir, 'heard.db'));
    const target = join(dataDir, 'copy.db');
    await expect(writeBackup(join(dataDir, 'heard.db'), target)).rejects.toThrow('npm run heard -- doctor');
    expect(readdirSync(dataDir).filter((name) => name.startsWith('copy'))).toEqual([]);
  });

  it('of a log with a hole is refused, though SQLite finds the file whole', async () => {
    const dataDir = dataFolder();
    const store = openService(dataDir);
    aNight(store, 20);
    store.close();
    const db = new Database(join(dataDir, 'heard.db'));
    db.exec('DELETE FROM event WHERE seq = 7');
    db.close();
    const target = join(dataDir, 'copy.db');
    await expect(writeBackup(join(dataDir, 'heard.db'), target)).rejects.toThrow('at 7');
    expect(existsSync(target)).toBe(false);
  });

  it('of no data says so, and what a cut-short one left is in nobody’s way', async () => {
    const dataDir = dataFolder();
    await expect(writeBackup(join(dataDir, 'heard.db'), join(dataDir, 'x.db'))).rejects.toThrow('no data');
    openService(dataDir).close();
    writeFileSync(join(dataDir, 'x.db.part'), 'half');
    await writeBackup(join(dataDir, 'heard.db'), join(dataDir, 'x.db'));
    expect(existsSync(join(dataDir, 'x.db.part'))).toBe(false);
  });

  it(
    'in a thread of its own is the same, and its failure is told',
    async () => {
      const dataDir = dataFolder();
      const store = openService(dataDir);
      aNight(store, 50);
      const { done } = backupInThread(join(dataDir, 'heard.db'), join(dataDir, 'copy.db'));
      expect(await done).toMatchObject({ events: 50, bytes: statSync(join(dataDir, 'copy.db')).size });
      const nowhere = backupInThread(join(dataDir, 'heard.db'), join(dataDir, 'no', 'copy.db'));
      await expect(nowhere.done).rejects.toThrow(/no such file/u);
      store.close();
    },
    SLOW_THREAD_MS,
  );
});

function row(seq: number) {
  return {
    seq,
    id: `1-${seq}`,
    at: seq,
    v: 1,
    type: 'alert.cleared',
    by: 'house',
    cmd: `c${seq}`,
    body: '{"type":"alert.cleared","code":"x"}',
  };
}
