import { describe, expect, it } from 'vitest';
import { downStations } from '../../shared/config/neighbour.ts';
import type { ScreenCommand } from '../../shared/domain/commands/command.ts';
import { stationBoard } from '../../shared/domain/selectors/stationBoard.ts';
import type { SyncClient } from '../../shared/sync/client/syncClient.ts';
import { Presence } from '../../shared/sync/server/presence.ts';
import { FakeTimers } from '../support/fakeTimers.ts';
import { fry, grill } from '../support/house.ts';
import { SyncBench } from '../support/syncBench.ts';

/** What a screen shows that is this station's. */
function shownAt(client: SyncClient, station = grill): string[] {
  const config = client.config()?.config;
  if (!config) return [];
  const covered = downStations(config, client.stationsDown()).flatMap((one) =>
    one.shownAt === station ? [one.station] : [],
  );
  const { tiles } = stationBoard(client.view(), station, config, client.now(), covered);
  return tiles.map((tile) => `${tile.externalId} of ${tile.station}`);
}

/** The bump of everything of a ticket at a station, pressed at its neighbour. */
function bumpFor(client: SyncClient): ScreenCommand {
  const [ticket] = [...client.view().tickets.values()];
  if (!ticket) throw new Error('no ticket');
  const portions = ticket.items.map(({ id }) => ({ item: id, batch: 1, quantity: 1 }));
  const seen = client.view().seq;
  return {
    type: 'ticket.bump',
    ticket: ticket.id,
    station: fry,
    portions,
    voids: [],
    changes: [],
    seen,
    asNeighbour: true,
  };
}

async function twoScreens() {
  const bench = new SyncBench();
  bench.tellsDown = true;
  const near = await bench.live({ station: grill, screen: 'near' });
  const far = await bench.live({ station: fry, screen: 'far' });
  bench.hub.put({ id: 'T1', items: [{ id: 'a', stations: ['fry'] }] });
  await bench.pass(15_000);
  return { bench, near, far };
}

describe('a station that is down', () => {
  it('is told to every screen within a beat of its 3 s, shown at its neighbour, and in no log', async () => {
    const { bench, near, far } = await twoScreens();
    const { seq } = bench.hub.state();
    expect(shownAt(near.client)).toEqual([]);
    far.pair.cut();
    await bench.pass(3_000);
    expect(near.client.stationsDown()).toEqual([]);
    await bench.pass(1_000);
    expect(near.client.stationsDown()).toEqual([fry]);
    expect(shownAt(near.client)).toEqual(['T1 of fry']);
    expect(bench.hub.state().seq).toBe(seq);
  });

  it('is not down while its page loads anew', async () => {
    const { bench, near, far } = await twoScreens();
    far.pair.cut();
    await bench.pass(2_000);
    far.pair.connect();
    await bench.settle();
    await bench.pass(10_000);
    expect(near.client.stationsDown()).toEqual([]);
  });

  it('is up as soon as its screen is in step, not only a beat later: nothing that comes then goes on paper', async () => {
    const { bench, far } = await twoScreens();
    far.pair.cut();
    await bench.pass(5_000);
    expect(bench.presence.isUp(fry)).toBe(false);
    far.pair.connect();
    await bench.settle();
    expect(bench.presence.isUp(fry)).toBe(true);
  });

  it('is down when its page is hidden, and takes its tickets back once it has been in sight for a beat', async () => {
    const bench = new SyncBench();
    bench.tellsDown = true;
    let isVisible = true;
    const near = await bench.live({ station: grill, screen: 'near' });
    await bench.live({ station: fry, screen: 'far', isVisible: () => isVisible });
    bench.hub.put({ id: 'T1', items: [{ id: 'a', stations: ['fry'] }] });
    await bench.pass(15_000);
    isVisible = false;
    await bench.pass(5_000);
    expect(shownAt(near.client)).toEqual(['T1 of fry']);
    isVisible = true;
    await bench.pass(1_000);
    expect(shownAt(near.client)).toEqual(['T1 of fry']);
    await bench.pass(2_000);
    expect(shownAt(near.client)).toEqual([]);
  });

  it('has its ticket bumped at the neighbour once; back again neither shows it and a second bump is nothing', async () => {
    const { bench, near, far } = await twoScreens();
    far.pair.cut();
    await bench.pass(5_000);
    const late = bumpFor(near.client);
    const { result } = near.client.press(late);
    await bench.settle();
    expect(await result).toMatchObject({ state: 'decided', outcome: 'applied' });
    expect(shownAt(near.client)).toEqual([]);
    const again = near.client.press(late).result;
    await bench.settle();
    expect(await again).toMatchObject({ outcome: 'noop' });
    far.pair.connect();
    await bench.pass(5_000);
    expect(shownAt(far.client, fry)).toEqual([]);
    const bumps = bench.hub.eventsAfter(0, 1_000).filter(({ type }) => type === 'part.bumped');
    expect(bumps).toMatchObject([{ station: fry, by: grill }]);
  });

  it('both bump while the neighbour is cut off: the food is bumped once', async () => {
    const { bench, near, far } = await twoScreens();
    far.pair.cut();
    await bench.pass(5_000);
    near.pair.cut();
    const { result } = near.client.press(bumpFor(near.client));
    far.pair.connect();
    await bench.settle();
    const { asNeighbour: _, ...own } = bumpFor(far.client) as Extract<ScreenCommand, { type: 'ticket.bump' }>;
    const theirs = far.client.press(own).result;
    await bench.settle();
    expect(await theirs).toMatchObject({ outcome: 'applied' });
    await bench.heal();
    expect(await result).toMatchObject({ outcome: 'noop' });
    expect(bench.hub.eventsAfter(0, 1_000).filter(({ type }) => type === 'part.bumped')).toHaveLength(1);
  });
});

/** Time passes, with a look a second. */
function pass(timers: FakeTimers, presence: Presence, ms: number): void {
  for (let left = ms; left > 0; left -= 1_000) {
    timers.advance(Math.min(1_000, left));
    presence.down([]);
  }
}

describe('presence', () => {
  it('a hub that has just started gives its screens time to find it', () => {
    const timers = new FakeTimers();
    const presence = new Presence(timers);
    pass(timers, presence, 9_000);
    expect(presence.down([grill, fry])).toEqual([]);
    presence.here({}, { station: grill, screen: 's', isVisible: true });
    timers.advance(2_000);
    expect(presence.down([grill, fry])).toEqual([fry]);
    timers.advance(2_000);
    expect(presence.down([grill, fry])).toEqual([grill, fry]);
  });

  it("a device with two stations' windows in sight answers for both", () => {
    const timers = new FakeTimers();
    const presence = new Presence(timers);
    const device = {};
    for (let second = 0; second < 20; second += 1) {
      presence.here(device, { station: grill, screen: 's', isVisible: false, stations: [fry] });
      pass(timers, presence, 1_000);
    }
    expect(presence.down([grill, fry])).toEqual([grill]);
    expect(presence.visible()).toEqual([fry]);
  });

  it('a station is up again only when its screen has been in sight long enough to have painted', () => {
    const timers = new FakeTimers();
    const presence = new Presence(timers);
    const answer = () => presence.here({}, { station: grill, screen: 's', isVisible: true });
    answer();
    pass(timers, presence, 5_000);
    expect(presence.down([grill])).toEqual([grill]);
    answer();
    expect(presence.down([grill])).toEqual([grill]);
    pass(timers, presence, 4_000);
    // Gone again before that: the wait begins anew.
    expect(presence.down([grill])).toEqual([grill]);
    answer();
    timers.advance(1_000);
    expect(presence.down([grill])).toEqual([]);
  });

  it('a station is up again at its first listed, and for paper as soon as its screen is here', () => {
    const timers = new FakeTimers();
    const presence = new Presence(timers);
    const answer = () => presence.here({}, { station: grill, screen: 's', isVisible: true });
    answer();
    pass(timers, presence, 5_000);
    expect(presence.downForMs(grill)).toBe(5_000);
    // What an earlier frame told counts for nothing while nobody is here.
    presence.listed(grill);
    expect(presence.down([grill])).toEqual([grill]);
    answer();
    expect(presence.down([grill])).toEqual([grill]);
    expect(presence.downForMs(grill)).toBeNull();
    presence.listed(grill);
    expect(presence.down([grill])).toEqual([]);
  });

  it('a hub that stood still does not take its own silence for that of its screens; who was down stays down', () => {
    const timers = new FakeTimers();
    const presence = new Presence(timers);
    const answer = () => presence.here({}, { station: grill, screen: 's', isVisible: true });
    for (let second = 0; second < 20; second += 1) {
      answer();
      pass(timers, presence, 1_000);
    }
    expect(presence.down([grill, fry])).toEqual([fry]);
    expect(presence.isJustBack()).toBe(false);
    timers.advance(60_000);
    expect(presence.down([grill, fry])).toEqual([fry]);
    expect(presence.isJustBack()).toBe(true);
    pass(timers, presence, 9_000);
    expect(presence.down([grill])).toEqual([]);
    pass(timers, presence, 2_000);
    expect(presence.down([grill])).toEqual([grill]);
    expect(presence.isJustBack()).toBe(false);
  });

  it('waits as long as set-up says', () => {
    const timers = new FakeTimers();
    const presence = new Presence(timers);
    presence.here({}, { station: grill, screen: 's', isVisible: true });
    pass(timers, presence, 19_000);
    expect(presence.down([grill], 20_000)).toEqual([]);
    timers.advance(2_000);
    expect(presence.down([grill], 20_000)).toEqual([grill]);
  });
});
