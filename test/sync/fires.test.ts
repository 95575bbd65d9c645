import { describe, expect, it } from 'vitest';
import { MemoryOutboxStore, type OutboxEntry } from '../../shared/sync/client/outboxStore.ts';
import { benchWith, fire } from '../support/benchPresses.ts';

describe('a fire', () => {
  it('is refused at once while the hub is away, and never sent later', async () => {
    const bench = benchWith();
    const screen = await bench.live();
    screen.pair.cut();
    const { result } = screen.client.press(fire(screen));
    expect(await result).toMatchObject({ state: 'refused', code: 'unavailable' });
    expect(screen.refusals).toMatchObject([{ code: 'unavailable', command: { type: 'course.fire' } }]);
    await bench.heal();
    expect(bench.hub.decided.size).toBe(0);
  });

  it('is refused at once on a line that stands but has been silent for 2.5 s', async () => {
    const bench = benchWith();
    const screen = await bench.live();
    bench.timers.advance(2_500);
    const { result } = screen.client.press(fire(screen));
    expect(await result).toMatchObject({ state: 'refused', code: 'unavailable' });
    expect(screen.pair.waiting('up')).toEqual([]);
  });

  it('that arrives late is refused by the hub as too late', async () => {
    const bench = benchWith();
    const screen = await bench.live();
    const { result } = screen.client.press(fire(screen));
    bench.timers.advance(29_000);
    await bench.settle();
    expect(await result).toMatchObject({ state: 'decided' });
    const [ticket] = [...bench.hub.state().tickets.values()];
    const answers: unknown[] = [];
    const old = {
      id: 'an-old-press',
      claimedAt: bench.hub.now() - 31_000,
      command: { type: 'course.hold', ticket: ticket?.id, course: 2 },
    };
    screen.pair.client.send('command', { envelope: old }, (answer) => answers.push(answer));
    await bench.settle();
    expect(answers).toMatchObject([{ state: 'refused', code: 'too_late' }]);
  });

  it('without an answer in its time is given up, told, and not sent again', async () => {
    const bench = benchWith();
    const screen = await bench.live();
    const { result } = screen.client.press(fire(screen));
    screen.pair.cut();
    bench.timers.advance(30_001);
    expect(await result).toMatchObject({ state: 'refused', code: 'too_late' });
    await bench.heal();
    expect(bench.hub.decided.size).toBe(0);
  });

  it('decided before the line broke is not told as too late by a resend', async () => {
    const bench = benchWith();
    const screen = await bench.live();
    const { result } = screen.client.press(fire(screen));
    screen.pair.deliver('up');
    screen.pair.cut();
    bench.timers.advance(20_000);
    await bench.heal();
    expect(await result).toMatchObject({ state: 'decided' });
    expect(screen.refusals).toEqual([]);
  });

  it('is not stored: after a reload nobody remembers it', async () => {
    const bench = benchWith();
    const store = new MemoryOutboxStore();
    const kept: OutboxEntry[] = [];
    const outbox = {
      load: () => store.load(),
      put: (entry: OutboxEntry) => {
        kept.push(entry);
      },
      remove: () => undefined,
    };
    const screen = await bench.live({ outbox });
    screen.client.press(fire(screen));
    await bench.settle();
    expect(kept).toEqual([]);
  });
});
