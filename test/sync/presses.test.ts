import { describe, expect, it } from 'vitest';
import { benchWith, bump, readyIn } from '../support/benchPresses.ts';
import { fry, grill } from '../support/house.ts';
import { MemoryHub } from '../support/memoryHub.ts';
import { type Screen, SyncBench, textOf } from '../support/syncBench.ts';

describe('a press', () => {
  it('shows at once, and the hub has the same when it has decided', async () => {
    const bench = benchWith();
    const screen = await bench.live();
    const { client } = screen;
    const { result } = client.press(bump(screen));
    expect(readyIn(client.view())).toBe(1);
    expect(readyIn(client.confirmed())).toBe(0);
    expect(client.pendingCount()).toBe(1);
    await bench.settle();
    expect(await result).toMatchObject({ state: 'decided', outcome: 'applied' });
    expect(client.view()).toBe(client.confirmed());
    expect(readyIn(bench.hub.state())).toBe(1);
    expect(client.pendingCount()).toBe(0);
    expect(screen.store.load()).toEqual([]);
  });

  it('sent a moment after it was made carries its own id and time, and nothing of it is told before', async () => {
    const bench = benchWith();
    const screen = await bench.live();
    const { client } = screen;
    const made = Math.round(client.now());
    const { commandId, send } = client.prepare(bump(screen));
    bench.timers.advance(90);
    await bench.settle();
    expect(readyIn(client.view())).toBe(0);
    expect(client.pendingCount()).toBe(0);
    const result = send();
    expect(readyIn(client.view())).toBe(1);
    const [entry] = await screen.store.load();
    expect(entry?.envelope).toMatchObject({ id: commandId, claimedAt: made });
    expect(Math.round(client.now())).toBeGreaterThan(made);
    await bench.settle();
    expect(await result).toMatchObject({ state: 'decided', outcome: 'applied' });
  });

  it('made on another one names the log number the hub gave, never one the screen made up', async () => {
    const bench = benchWith();
    const screen = await bench.live();
    const { seq } = screen.client.view();
    screen.client.press(bump(screen));
    expect(screen.client.view().seq).toBe(seq);
  });

  it('that the hub refuses goes away and is told with its reason', async () => {
    const bench = benchWith();
    const screen = await bench.live();
    const command = bump(screen);
    const [ticket] = [...bench.hub.state().tickets.values()];
    if (!ticket || command.type !== 'item.bump') throw new Error('no ticket');
    const { result } = screen.client.press(command);
    // The table leaves: the hub closes the line between the press and its arrival.
    bench.hub.house({
      type: 'ticket.void',
      source: 'pos',
      id: 'T1',
      revision: null,
      reason: null,
      digest: 'd',
    });
    await bench.settle();
    const settled = await result;
    expect(settled.state).toBe('refused');
    expect(screen.refusals).toMatchObject([{ command: { type: 'item.bump' } }]);
    expect(screen.client.view()).toBe(screen.client.confirmed());
    expect(textOf(screen.client)).toBe(textOf(bench.hub));
  });

  it('[mistake 8] made while the hub is away waits, survives a reload, and is decided once', async () => {
    const bench = benchWith();
    const screen = await bench.live();
    screen.pair.cut();
    const { commandId } = screen.client.press(bump(screen));
    expect(readyIn(screen.client.view())).toBe(1);
    screen.client.end();
    const reloaded = await bench.live({ outbox: screen.store });
    expect(readyIn(bench.hub.state())).toBe(1);
    expect(bench.hub.decided.get(commandId)).toBe(1);
    expect(reloaded.client.pendingCount()).toBe(0);
    expect(screen.store.load()).toEqual([]);
  });

  it.each([
    ['before the hub has it', (screen: Screen) => screen.pair.cut()],
    [
      'before its events are here',
      (screen: Screen) => {
        screen.pair.deliver('up');
        screen.pair.cut();
      },
    ],
    [
      'between its events and its answer',
      async (screen: Screen) => {
        screen.pair.deliver('up');
        await new Promise((resolve) => setImmediate(resolve));
        screen.pair.deliver('down', 1);
        screen.pair.cut();
      },
    ],
  ])('is decided once when the line breaks %s, again and again', async (_when, breakLine) => {
    const bench = benchWith();
    const screen = await bench.live();
    const { commandId, result } = screen.client.press(bump(screen));
    await breakLine(screen);
    for (let round = 0; round < 3; round += 1) {
      screen.pair.connect();
      screen.pair.deliver('up');
      screen.pair.cut();
    }
    await bench.heal();
    expect(await result).toMatchObject({ state: 'decided' });
    expect(bench.hub.decided.get(commandId)).toBe(1);
    expect(textOf(screen.client)).toBe(textOf(bench.hub));
    expect(screen.client.pendingCount()).toBe(0);
  });

  it('whose events come with the catch-up is answered by them and not sent again', async () => {
    const bench = benchWith();
    const screen = await bench.live();
    const { result } = screen.client.press(bump(screen));
    screen.pair.deliver('up');
    screen.pair.cut();
    screen.pair.connect();
    await bench.settle();
    expect(await result).toMatchObject({ state: 'decided', outcome: 'applied' });
    expect(screen.pair.sentUp.filter((name) => name === 'command')).toHaveLength(1);
  });

  it('and the next go in the order they were made, also those of an earlier page', async () => {
    const bench = new SyncBench();
    const screen = await bench.live();
    for (let i = 0; i < 80; i += 1) bench.hub.put({ id: `T${i}`, items: [{ id: 'a' }] });
    await bench.settle();
    screen.pair.cut();
    const tickets = [...screen.client.view().tickets.values()];
    const pressed = tickets.map(
      ({ id }) =>
        screen.client.press({ type: 'ticket.hear', ticket: id, station: grill, version: 1 }).commandId,
    );
    await bench.heal();
    expect([...bench.hub.decided.keys()]).toEqual(pressed);
  });

  it('that the hub hears is shown at once: it is on its way, whatever the store takes', async () => {
    const bench = benchWith();
    const outbox = { load: () => [], put: () => new Promise<void>(() => undefined), remove: () => undefined };
    const screen = await bench.live({ outbox });
    screen.client.press(bump(screen));
    expect(readyIn(screen.client.view())).toBe(1);
  });

  it('away from the hub is not shown before it is stored', async () => {
    const bench = benchWith();
    const stored = Promise.withResolvers<void>();
    const outbox = { load: () => [], put: () => stored.promise, remove: () => undefined };
    const screen = await bench.live({ outbox });
    screen.pair.cut();
    screen.client.press(bump(screen));
    expect(readyIn(screen.client.view())).toBe(0);
    stored.resolve();
    await stored.promise;
    await new Promise((resolve) => setImmediate(resolve));
    expect(readyIn(screen.client.view())).toBe(1);
  });

  it('on a device whose disk is full is still shown and sent', async () => {
    const bench = benchWith();
    const outbox = {
      load: () => Promise.reject(new Error('no disk')),
      put: () => Promise.reject(new Error('full')),
      remove: () => Promise.reject(new Error('no disk')),
    };
    const screen = await bench.live({ outbox });
    const { result } = screen.client.press(bump(screen));
    await bench.settle();
    expect(await result).toMatchObject({ state: 'decided' });
    expect(screen.problems.length).toBeGreaterThan(0);
  });

  it("made for another restaurant's hub is refused, not sent", async () => {
    const bench = benchWith();
    const screen = await bench.live();
    screen.pair.cut();
    const { commandId } = screen.client.press(bump(screen));
    screen.client.end();
    bench.replaceHub(new MemoryHub(bench.timers, 'other'));
    const reloaded = await bench.live({ outbox: screen.store });
    expect(bench.hub.decided.size).toBe(0);
    expect(reloaded.refusals).toMatchObject([{ commandId, code: 'not_found' }]);
  });

  it('for another station is refused', async () => {
    const bench = benchWith();
    const screen = await bench.live({ station: fry });
    const { result } = screen.client.press(bump(screen));
    await bench.settle();
    expect(await result).toMatchObject({ state: 'refused', code: 'wrong_station' });
  });

  it('that the socket garbled is refused as invalid and disturbs nothing', async () => {
    const bench = benchWith();
    const { pair, client } = await bench.live();
    const answers: unknown[] = [];
    for (const payload of [null, 7, {}, { envelope: { id: 'x' } }]) {
      pair.client.send('command', payload, (answer) => answers.push(answer));
    }
    await bench.settle();
    expect(answers).toHaveLength(4);
    for (const answer of answers) expect(answer).toMatchObject({ state: 'refused', code: 'invalid' });
    expect(client.status().phase).toBe('live');
  });

  it('before hello is not decided', async () => {
    const bench = benchWith();
    const { pair } = bench.screen();
    pair.connect();
    pair.drop('up');
    const answers: unknown[] = [];
    const [ticket] = [...bench.hub.state().tickets.values()];
    const command = { type: 'ticket.hear', ticket: ticket?.id, station: 'grill', version: 1 };
    pair.client.send('command', { envelope: { id: 'a-press-id', claimedAt: 0, command } }, (answer) =>
      answers.push(answer),
    );
    await bench.settle();
    expect(answers).toMatchObject([{ state: 'refused', code: 'unavailable' }]);
    expect(bench.hub.decided.size).toBe(0);
  });
});

describe("a station's outbox", () => {
  it('is overlaid by all its windows, and its refusals are told once', async () => {
    const bench = benchWith();
    const screen = await bench.live();
    const { seq } = bench.hub.state();
    const envelope = { id: 'pressed-elsewhere', claimedAt: bench.hub.now(), command: bump(screen) };
    const tell = (settled: unknown) => {
      const down = { epoch: '1-a', from: seq + 1, to: seq, events: [], pending: [{ envelope, settled }] };
      screen.pair.pushJson('down', 'down', JSON.stringify(down));
      screen.pair.deliver('down');
    };
    tell({ state: 'queued' });
    expect(readyIn(screen.client.view())).toBe(1);
    expect(screen.client.pendingCount()).toBe(1);
    const refusal = { state: 'refused', code: 'superseded', message: 'recalled' };
    tell(refusal);
    tell(refusal);
    expect(screen.client.view()).toBe(screen.client.confirmed());
    expect(screen.refusals).toMatchObject([{ commandId: 'pressed-elsewhere', code: 'superseded' }]);
  });
});
