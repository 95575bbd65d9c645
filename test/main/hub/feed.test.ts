import { describe, expect, it } from 'vitest';
import { openStore } from '../../../main/store/openStore.ts';
import { checkPut, dataFolder, openTestHub } from './hubHarness.ts';

const DAY_MS = 24 * 3_600_000;

describe('the memory of the feed', () => {
  it('a cursor begins at 0, goes forward only and never past the log, and outlives a restart', async () => {
    const dataDir = dataFolder();
    const first = openTestHub({ dataDir });
    await first.hub.submit(checkPut('a'));
    expect(first.hub.feed.cursor('t')).toBe(0);
    first.hub.feed.ack('t', 2);
    first.hub.feed.ack('t', 1);
    expect(first.hub.feed.cursor('t')).toBe(2);
    first.hub.feed.ack('t', 99);
    expect(first.hub.feed.cursor('t')).toBe(3);
    first.stop();
    expect(openTestHub({ dataDir }).hub.feed.cursor('t')).toBe(3);
  });

  it('all is kept 7 days; then what every live token that resumed has acknowledged may go; after 90 days the rest', async () => {
    const dataDir = dataFolder();
    let mono = 0;
    const { hub } = openTestHub({ dataDir, clock: { wall: () => 1e12 + mono, mono: () => mono } });
    const tool = openStore({ dataDir, as: 'tool' });
    const slow = tool.tokens.create({ name: 'slow', scope: 'pos', roles: [], source: null }, 0).token.id;
    await hub.submit(checkPut('a'));
    mono += 6 * DAY_MS;
    await hub.submit(checkPut('b'));
    expect(hub.feed.floor()).toBe(0);
    mono += 2 * DAY_MS;
    expect(hub.feed.floor()).toBe(3);
    hub.feed.resumed(slow);
    expect(hub.feed.floor()).toBe(0);
    hub.feed.ack(slow, 2);
    expect(hub.feed.floor()).toBe(2);
    mono += 60 * DAY_MS;
    expect(hub.feed.floor()).toBe(2);
    tool.tokens.revoke('slow', 1);
    expect(hub.feed.floor()).toBe(4);
    const gone = tool.tokens.create({ name: 'gone', scope: 'pos', roles: [], source: null }, 0).token.id;
    tool.close();
    hub.feed.resumed(gone);
    expect(hub.feed.floor()).toBe(0);
    mono += 30 * DAY_MS;
    expect(hub.feed.floor()).toBe(4);
  });
});
