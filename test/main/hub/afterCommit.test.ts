import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { readExits } from '../../../main/store/exitNotes.ts';
import { fakeCore } from './fakeCore.ts';
import { checkPut, dataFolder, openTestHub, until } from './hubHarness.ts';

describe('a fault after a commit', () => {
  it('is noted and ends the process; nobody is answered, nothing is taken, and what was stored is there after', async () => {
    const dataDir = dataFolder();
    const ends: unknown[] = [];
    const { hub, stop } = openTestHub({ dataDir, fatal: (error) => ends.push(error) });
    hub.onCommitted(() => {
      throw new Error('planted in a listener');
    });
    const unanswered = hub.submit(checkPut('a'));
    await until('the end', () => ends.length > 0);
    const first = await Promise.race([
      unanswered,
      new Promise((resolve) => setTimeout(resolve, 50, 'silence')),
    ]);
    expect(first).toBe('silence');
    expect(ends).toHaveLength(1);
    expect(readExits(dataDir)).toMatchObject([{ reason: expect.stringContaining('planted in a listener') }]);
    expect(await hub.submit(checkPut('b'))).toMatchObject({ code: 'unavailable' });
    expect(hub.health().ok).toBe(false);
    stop();
    expect([...openTestHub({ dataDir }).hub.state().checks.keys()]).toEqual(['a']);
  });

  it('three noted within a minute start the hub read-only: it shows its board, refuses commands and says what to do', async () => {
    const dataDir = dataFolder();
    for (let i = 0; i < 3; i += 1) {
      const { hub, stop } = openTestHub({ dataDir, fatal: () => undefined });
      hub.onCommitted(() => {
        throw new Error('planted again');
      });
      void hub.submit(checkPut(`a${i}`));
      await until('a note', () => readExits(dataDir).length === i + 1);
      stop();
    }
    const { hub } = openTestHub({ dataDir });
    expect(hub.state().checks.size).toBe(3);
    expect(hub.health()).toMatchObject({ ok: false, reasons: [expect.stringContaining('planted again')] });
    expect(await hub.submit(checkPut('b'))).toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('restart'),
    });
  });

  it('a start that cannot replay is noted; read-only it shows the last good state', async () => {
    const dataDir = dataFolder();
    const first = openTestHub({ dataDir });
    await first.hub.submit(checkPut('good'));
    await first.hub.submit(checkPut('later'));
    first.stop();
    const core = {
      ...fakeCore,
      reduce: (...args: Parameters<typeof fakeCore.reduce>) => {
        const event = args[1];
        if (event.type === 'check.put' && event.check.externalId === 'later')
          throw new Error('planted in replay');
        return fakeCore.reduce(...args);
      },
    };
    // The snapshot of the clean stop would spare the replay.
    const db = new Database(`${dataDir}/heard.db`);
    db.exec('DELETE FROM snapshot');
    db.close();
    for (let i = 0; i < 3; i += 1) expect(() => openTestHub({ dataDir, core })).toThrow('planted in replay');
    const { hub } = openTestHub({ dataDir, core });
    expect([...hub.state().checks.keys()]).toEqual(['good']);
    expect(hub.health().ok).toBe(false);
  });
});
