import { describe, expect, it } from 'vitest';
import { openStore } from '../../../main/store/openStore.ts';
import { fakeCore } from './fakeCore.ts';
import { checkPut, dataFolder, openTestHub, until } from './hubHarness.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve, 30));

describe('a fault while a command is decided or reduced', () => {
  it('answers internal, stores nothing of it, and its neighbours in the same commit go on', async () => {
    const { hub } = openTestHub();
    const told: string[] = [];
    hub.onCommitted(({ events }) => told.push(...events.map(({ type }) => type)));
    const names = ['a', 'throw', 'b', 'unreadable', 'irreducible', 'c'];
    const results = await Promise.all(names.map((name) => hub.submit(checkPut(name))));
    expect(results.map(({ ok }) => ok)).toEqual([true, false, true, false, false, true]);
    expect(results[1]).toMatchObject({ code: 'internal' });
    expect(told.slice(0, 3)).toEqual(['check.put', 'check.put', 'check.put']);
    expect([...hub.state().checks.keys()].sort()).toEqual(['a', 'b', 'c']);
    expect(hub.eventsAfter(2, 3).map(({ seq }) => seq)).toEqual([3, 4, 5]);
  });

  it('a fault after some rows of the command were written takes those back too', async () => {
    const dataDir = dataFolder();
    const core = {
      ...fakeCore,
      decide: (...args: Parameters<typeof fakeCore.decide>) => {
        const decision = fakeCore.decide(...args);
        const command = args[1];
        if (command.type !== 'check.put' || command.check.externalId !== 'half' || !decision.ok)
          return decision;
        // A person id that no column takes: thrown by the store after the event's row went in.
        return { ...decision, personal: [{ personId: Number.NaN as never, fields: {} as never }] };
      },
    };
    const { hub, stop } = openTestHub({ dataDir, core });
    const [half, whole] = await Promise.all([hub.submit(checkPut('half')), hub.submit(checkPut('whole'))]);
    expect(half).toMatchObject({ code: 'internal' });
    expect(whole).toMatchObject({ ok: true, seq: 3 });
    stop();
    expect([...openTestHub({ dataDir }).hub.state().checks.keys()]).toEqual(['whole']);
  });

  it('a hundred times the same fault are one alert, another cause is another', async () => {
    const dataDir = dataFolder();
    const { hub, stop } = openTestHub({ dataDir });
    for (let i = 0; i < 100; i += 1) await hub.submit(checkPut(`throw${i}`));
    const alerts = () => Object.keys(hub.state().alerts).length;
    await until('an alert', () => alerts() > 0);
    await settled();
    expect(alerts()).toBe(1);
    expect(hub.eventsAfter(2, 100).map(({ type }) => type)).toEqual(['alert']);
    await hub.submit(checkPut('irreducible'));
    await until('another alert', () => alerts() === 2);
    stop();
    const store = openStore({ dataDir, as: 'service' });
    const letters = store.deadLetters.all();
    store.close();
    expect(letters).toHaveLength(101);
    expect(letters[0]).toMatchObject({
      entrance: 'command check.put',
      payload: { command: { type: 'check.put' } },
    });
  });

  it('the alert is cleared when its cause stays away for ten minutes', async () => {
    let mono = 0;
    const { hub } = openTestHub({
      clock: { wall: () => 1_000_000_000_000 + mono, mono: () => mono },
      disk: { freeBytes: () => 1e12, warnBelow: 1, stopBelow: 1, everyMs: 5 },
    });
    const alerts = () => Object.keys(hub.state().alerts).length;
    await hub.submit(checkPut('throw'));
    await until('an alert', () => alerts() === 1);
    mono += 9 * 60_000;
    await settled();
    expect(alerts()).toBe(1);
    mono += 2 * 60_000;
    await until('no alert', () => alerts() === 0);
  });

  it('a fault in the rules of alerts themselves ends in the log, not in a circle', async () => {
    const { hub } = openTestHub({
      core: {
        ...fakeCore,
        decide: (state, command, ctx) => {
          if (command.type === 'alert.raise') throw new Error('planted');
          return fakeCore.decide(state, command, ctx);
        },
      },
    });
    expect(await hub.submit(checkPut('throw'))).toMatchObject({ code: 'internal' });
    await settled();
    expect(await hub.submit(checkPut('fine'))).toMatchObject({ ok: true });
  });
});
