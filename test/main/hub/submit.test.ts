import { describe, expect, it } from 'vitest';
import type { SubmitResult } from '../../../main/hub/port.ts';
import { fakeCore } from './fakeCore.ts';
import { checkPut, openTestHub } from './hubHarness.ts';

const outcomeOf = (result: SubmitResult) => (result.ok ? result.outcome : result.code);

describe('submit', () => {
  it('commits, then tells the listeners, then answers', async () => {
    const { hub } = openTestHub();
    const told = new Set<string>();
    hub.onCommitted(({ events, state, to }) => {
      // Committed means readable and already the live state.
      expect(hub.state()).toBe(state);
      expect(hub.eventsAfter(to - 1, 10)).toHaveLength(1);
      for (const { cmd } of events) told.add(cmd);
    });
    const requests = [checkPut('a'), checkPut('b')];
    const toldAtAnswer = await Promise.all(
      requests.map((request) => hub.submit(request).then(() => told.has(request.commandId))),
    );
    expect(toldAtAnswer).toEqual([true, true]);
  });

  it('a burst shares commits of 64 commands at most, told in order and without gaps', async () => {
    const { hub } = openTestHub();
    const commits: Array<{ from: number; to: number; events: number }> = [];
    hub.onCommitted(({ from, to, events }) => commits.push({ from, to, events: events.length }));
    const results = await Promise.all(Array.from({ length: 200 }, (_, i) => hub.submit(checkPut(`c${i}`))));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(commits.length).toBeLessThan(100);
    let at = 2;
    for (const { from, to, events } of commits) {
      expect(from).toBe(at + 1);
      expect(to - from + 1).toBe(events);
      expect(events).toBeLessThanOrEqual(64);
      at = to;
    }
    expect(at).toBe(202);
  });

  it('the same command id is answered from its first outcome and writes nothing', async () => {
    const { hub } = openTestHub();
    const request = checkPut('a');
    const [first, again] = await Promise.all([hub.submit(request), hub.submit(request)]);
    expect(again).toEqual(first);
    expect(await hub.submit(request)).toEqual(first);
    expect(hub.state().seq).toBe(3);
  });

  it("a screen's refused command is refused again in the same words; a POS's is judged afresh", async () => {
    let decides = 0;
    const { hub } = openTestHub({
      core: {
        ...fakeCore,
        decide: (...args) => {
          if (args[1].type === 'check.put') decides += 1;
          return fakeCore.decide(...args);
        },
      },
    });
    const screen = checkPut('refuse', {
      actor: { kind: 'screen', roles: ['expo'], station: null, screen: 's1' },
    });
    await hub.submit(screen);
    expect(await hub.submit(screen)).toMatchObject({ ok: false, code: 'not_found', message: 'planted' });
    expect(decides).toBe(1);
    const pos = checkPut('refuse');
    await hub.submit(pos);
    await hub.submit(pos);
    expect(decides).toBe(3);
  });

  it('a key is used once: the same again is a duplicate, another argument a conflict, a refusal is not remembered', async () => {
    const { hub } = openTestHub();
    const key = { scope: 'pos check c1', key: 'k1', argument: 'A' };
    const put = (externalId: string, over: Partial<typeof key> = {}) =>
      hub.submit(checkPut(externalId, { key: { ...key, ...over } }));
    expect(outcomeOf(await put('refuse'))).toBe('not_found');
    expect(outcomeOf(await put('c1'))).toBe('applied');
    expect(await put('c1')).toMatchObject({ outcome: 'duplicate', seq: 3 });
    expect(await put('c1', { argument: 'B' })).toMatchObject({ code: 'conflict', path: 'key' });
    expect(outcomeOf(await put('c1'))).toBe('duplicate');
    expect(outcomeOf(await put('c1', { scope: 'pos check c2' }))).toBe('applied');
    expect(outcomeOf(await put('conflict', { key: 'k2' }))).toBe('conflict');
    expect(outcomeOf(await put('c3', { key: 'k2' }))).toBe('conflict');
  });

  it('only a token with a thousand messages waiting is told busy, and others are not', async () => {
    const { hub } = openTestHub();
    const flood = Array.from({ length: 1_001 }, (_, i) => hub.submit(checkPut(`f${i}`, { tokenId: 't1' })));
    const other = hub.submit(checkPut('other', { tokenId: 't2' }));
    expect(await flood[1_000]).toMatchObject({ ok: false, code: 'busy' });
    expect((await Promise.all(flood.slice(0, 1_000))).every(({ ok }) => ok)).toBe(true);
    expect(await other).toMatchObject({ ok: true });
    expect(await hub.submit(checkPut('later', { tokenId: 't1' }))).toMatchObject({ ok: true });
  });

  it('stopping decides what waits and takes nothing after', async () => {
    const { hub, stop } = openTestHub();
    const waiting = hub.submit(checkPut('last'));
    stop();
    expect(await waiting).toMatchObject({ ok: true });
    expect(await hub.submit(checkPut('late'))).toMatchObject({ ok: false, code: 'unavailable' });
  });
});
