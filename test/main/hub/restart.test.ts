import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { TicketId } from '../../../shared/lib/ids.ts';
import { aTicket } from '../store/ticketBuilder.ts';
import { applied, fakeCore } from './fakeCore.ts';
import { checkPut, dataFolder, openTestHub } from './hubHarness.ts';

function onFile(dataDir: string, sql: string): void {
  const db = new Database(`${dataDir}/heard.db`);
  db.exec(sql);
  db.close();
}

/** Counts the events that a start has to replay. */
function counting() {
  const seen: number[] = [];
  const core = {
    ...fakeCore,
    reduce: (...args: Parameters<typeof fakeCore.reduce>) => {
      seen.push(args[1].seq);
      return fakeCore.reduce(...args);
    },
  };
  return { core, seen };
}

async function fourChecks(dataDir: string): Promise<void> {
  for (const id of ['a', 'b', 'c', 'd']) {
    const { hub, stop } = openTestHub({ dataDir });
    await hub.submit(checkPut(id));
    stop();
  }
}

describe('a start', () => {
  it('after a clean stop replays nothing; two snapshots are kept', async () => {
    const dataDir = dataFolder();
    await fourChecks(dataDir);
    const { core, seen } = counting();
    const { hub } = openTestHub({ dataDir, core });
    expect(seen).toEqual([]);
    expect(hub.state().checks.size).toBe(4);
    const db = new Database(`${dataDir}/heard.db`, { readonly: true });
    expect(db.prepare('SELECT seq FROM snapshot ORDER BY seq').pluck().all()).toEqual([5, 6]);
    db.close();
  });

  it('with the newest snapshot damaged uses the one before, with none the newest day opening', async () => {
    const dataDir = dataFolder();
    await fourChecks(dataDir);
    onFile(dataDir, `UPDATE snapshot SET document = '{"seq":6}' WHERE seq = 6`);
    const one = counting();
    expect(openTestHub({ dataDir, core: one.core }).hub.state().checks.size).toBe(4);
    expect(one.seen).toEqual([6]);
  });

  it('a snapshot that is ahead of the log is not believed', async () => {
    const dataDir = dataFolder();
    await fourChecks(dataDir);
    onFile(dataDir, 'DELETE FROM event WHERE seq = 6; DELETE FROM snapshot WHERE seq = 5');
    const { core, seen } = counting();
    const { hub } = openTestHub({ dataDir, core });
    expect([...hub.state().checks.keys()].sort()).toEqual(['a', 'b', 'c']);
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  });

  it('a log with a hole or with a row that does not parse is refused', async () => {
    for (const damage of [
      'DELETE FROM event WHERE seq = 4',
      `UPDATE event SET body = '{"type":"x"}' WHERE seq = 4`,
    ]) {
      const dataDir = dataFolder();
      await fourChecks(dataDir);
      onFile(dataDir, `DELETE FROM snapshot; ${damage}`);
      expect(() => openTestHub({ dataDir })).toThrow();
    }
  });
});

describe('closed tickets', () => {
  const core = {
    ...fakeCore,
    decide: (...[state, command, ctx]: Parameters<typeof fakeCore.decide>) => {
      if (command.type === 'ticket.close')
        return applied(state, ctx, [{ type: 'ticket.closed', ticket: command.ticket }]);
      if (command.type !== 'check.put') return fakeCore.decide(state, command, ctx);
      const { externalId } = command.check;
      const stub = ctx.closed('pos', externalId, command.check.state === 'any' ? null : command.check.state);
      if (command.check.at === 2)
        return { ok: false as const, code: 'not_found' as const, message: `${stub?.id} ${stub?.day}` };
      const record = aTicket(`${externalId}-${command.check.state}`, 1, {
        externalId,
        day: command.check.state as never,
      });
      return applied(state, ctx, [{ type: 'ticket.received', record }]);
    },
  };

  it('leave a stub in the commit that closes them, found by day or as the newest', async () => {
    const dataDir = dataFolder();
    const { hub, stop } = openTestHub({ dataDir, core });
    const ask = (at: number, day: string) => {
      const request = checkPut('17');
      return request.command.type === 'check.put'
        ? { ...request, command: { ...request.command, check: { ...request.command.check, state: day, at } } }
        : request;
    };
    const days = ['2026-03-06', '2026-03-08', '2026-03-07'];
    for (const day of days) {
      await hub.submit(ask(1, day));
      const command = { type: 'ticket.close' as const, ticket: TicketId.parse(`17-${day}`) };
      await hub.submit({ ...checkPut('x'), command });
    }
    expect(hub.state().tickets.size).toBe(0);
    const found = async (day: string) => {
      const result = await hub.submit(ask(2, day));
      return result.ok ? '' : result.message;
    };
    expect(await found('2026-03-06')).toBe('17-2026-03-06 2026-03-06');
    expect(await found('any')).toBe('17-2026-03-08 2026-03-08');
    expect(await found('2026-03-09')).toBe('undefined undefined');
    stop();
  });

  it('closing what is not open is a broken invariant, contained', async () => {
    const { hub } = openTestHub({ core });
    const command = { type: 'ticket.close' as const, ticket: TicketId.parse('nobody') };
    expect(await hub.submit({ ...checkPut('x'), command })).toMatchObject({ code: 'internal' });
  });
});
