import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { guardNode } from '../../../main/store/database.ts';
import { openStore } from '../../../main/store/openStore.ts';
import { dataFolder } from './folder.ts';

/** A process of its own, on a machine that does ten other things. */
const SLOW_START_MS = 40_000;
const OPENER = fileURLToPath(new URL('./openAndWait.ts', import.meta.url));

describe('a data folder', () => {
  it(
    'is owned by one service: a second says who owns it, a tool works beside it',
    async () => {
      const dataDir = dataFolder();
      const owner = spawn(process.execPath, ['--no-warnings', OPENER, dataDir], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      onTestFinished(() => void owner.kill('SIGKILL'));
      await once(owner.stdout, 'data');
      expect(() => openStore({ dataDir, as: 'service' })).toThrow(`pid ${owner.pid}`);
      const tool = openStore({ dataDir, as: 'tool' });
      expect(tool.tokens.list()).toEqual([]);
      tool.close();
      owner.kill('SIGKILL');
      await once(owner, 'exit');
      // The lock ended with its process, however that ended.
      openStore({ dataDir, as: 'service' }).close();
    },
    SLOW_START_MS,
  );

  it(
    'stays locked while a tool in the same process opens and closes the database',
    () => {
      const dataDir = dataFolder();
      const service = openStore({ dataDir, as: 'service' });
      openStore({ dataDir, as: 'tool' }).close();
      expect(() =>
        execFileSync(process.execPath, ['--no-warnings', OPENER, dataDir], {
          stdio: 'pipe',
          timeout: SLOW_START_MS,
        }),
      ).toThrow('owns this folder');
      service.close();
    },
    2 * SLOW_START_MS,
  );

  it('is set to survive a pulled plug', () => {
    const dataDir = dataFolder();
    openStore({ dataDir, as: 'service' }).close();
    const db = new Database(`${dataDir}/heard.db`);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    const strict = db.prepare(
      "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'",
    );
    for (const row of strict.all()) {
      const { name, strict: isStrict } = row as { name: string; strict: number };
      if (!name.startsWith('sqlite_')) expect([name, isStrict]).toEqual([name, 1]);
    }
    db.close();
  });

  it('is not opened by a Node that better-sqlite3 would crash', () => {
    expect(() => guardNode('20.20.2')).toThrow('22.14');
    expect(() => guardNode('22.13.9')).toThrow('22.14');
    guardNode('22.14.0');
    guardNode('24.0.0');
  });
});
