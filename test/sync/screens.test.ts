import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bufferedBytes } from '../../main/sync/screenSocket.ts';
import { MAX_BUFFERED_BYTES } from '../../main/sync/screens.ts';
import { BUILD } from '../../shared/lib/build.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/screenMessages.ts';
import { grill } from '../support/house.ts';
import { type RealScreen, ScreenService } from '../support/screenService.ts';
import { textOf } from '../support/syncBench.ts';

const until = (check: () => void, timeout = 8_000) => vi.waitFor(check, { timeout, interval: 10 });
const isLive = (screen: RealScreen) => until(() => expect(screen.client.status().phase).toBe('live'));

let service: ScreenService;
beforeEach(async () => {
  service = new ScreenService();
  await service.listen();
});
afterEach(() => service.close());

/** Some 100 KB of food. */
function putMuch(id: string): void {
  const items = Array.from({ length: 100 }, (_, i) => ({ id: `i${i}`, notes: 'x'.repeat(1_000) }));
  service.hub.put({ id, items });
}

/** Stops reading, as a tablet does whose browser hangs; `resume` reads on. */
function onTcp({ socket }: RealScreen, act: 'pause' | 'resume'): void {
  const transport: unknown = Reflect.get(socket.io.engine, 'transport');
  const webSocket: unknown = Reflect.get(Object(transport), 'ws');
  const tcp: unknown = Reflect.get(Object(webSocket), '_socket');
  const method: unknown = Reflect.get(Object(tcp), act);
  if (typeof method !== 'function') throw new Error(`no TCP socket to ${act}`);
  Reflect.apply(method, tcp, []);
}

describe('screens over Socket.IO', () => {
  it.each([[['websocket']], [['polling']]])('follow and press over %s', async (transports) => {
    const screen = service.screen('cook', transports);
    await isLive(screen);
    service.hub.put({ id: 'T1', items: [{ id: 'a' }] });
    await until(() => expect(textOf(screen.client)).toBe(textOf(service.hub)));
    const { id } = service.hub.ticket('T1');
    const { result } = screen.client.press({ type: 'ticket.hear', ticket: id, station: grill, version: 3 });
    expect(await result).toMatchObject({ state: 'decided' });
    await until(() => expect(screen.client.link().state).toBe('live'));
  });

  it('[mistake 12] nobody joins without authentication: no event, no beat, no answer', async () => {
    const stranger = service.screen(null);
    await until(() => expect(stranger.troubles).toContain('unauthorized'));
    service.hub.put({ id: 'T1', items: [{ id: 'a' }] });
    expect(stranger.client.confirmed().tickets.size).toBe(0);
    expect(stranger.socket.connected).toBe(false);
  });

  it('are told that they are no screen of a station their role does not show, and get nothing', async () => {
    const host = service.screen('door');
    await until(() => expect(host.client.status()).toMatchObject({ phase: 'hello', trouble: 'role' }));
    service.hub.put({ id: 'T1', items: [{ id: 'a' }] });
    expect(host.client.epoch()).toBe(null);
    expect(host.socket.connected).toBe(true);
    const atTheDoor = service.screen('door', ['websocket'], null);
    await isLive(atTheDoor);
  });

  it('whose token dies are out within a second, and stay out', async () => {
    const screen = service.screen('cook');
    const other = service.screen('pass');
    await isLive(screen);
    service.revoke('cook');
    await until(() => expect(screen.socket.connected).toBe(false), 1_000);
    await until(() => expect(screen.troubles).toContain('unauthorized'));
    expect(other.socket.connected).toBe(true);
  });

  it('[mistake 4] no rate limit stands before a cook: 1,000 presses at once are all decided', async () => {
    const screen = service.screen('cook');
    service.hub.put({ id: 'T1', items: [{ id: 'a' }] });
    await isLive(screen);
    const { id } = service.hub.ticket('T1');
    const presses = Array.from({ length: 1_000 }, (_, version) =>
      screen.client.press({ type: 'ticket.hear', ticket: id, station: grill, version }),
    );
    const settled = await Promise.all(presses.map(({ result }) => result));
    expect(settled.every(({ state }) => state === 'decided')).toBe(true);
    expect(service.hub.decided.size).toBe(1_000);
  });

  it('[mistake 13] one that stops reading is cut at 1 MB and is in step again when it reads', async () => {
    const screen = service.screen('cook');
    const healthy = service.screen('cook');
    await isLive(screen);
    await isLive(healthy);
    onTcp(screen, 'pause');
    let sent = 0;
    await until(() => {
      // Kernels take some megabytes before anything waits in the process.
      for (let i = 0; i < 2; i += 1) putMuch(`T${sent++}`);
      expect(service.cuts.length).toBe(1);
    }, 20_000);
    expect(service.cuts[0]).toBeGreaterThan(MAX_BUFFERED_BYTES);
    // The healthy one was sent as much and is not cut.
    await until(() => expect(textOf(healthy.client)).toBe(textOf(service.hub)));
    expect(healthy.client.status().session).toBe(1);
    const kept = [...service.io.of('/screen').sockets.values()].map(bufferedBytes);
    expect(Math.max(...kept)).toBeLessThan(MAX_BUFFERED_BYTES);
    onTcp(screen, 'resume');
    await until(() => expect(screen.client.status().session).toBe(2));
    expect(textOf(screen.client)).toBe(textOf(service.hub));
  }, 30_000);

  it('[mistake 13] one on polling that no longer asks is cut too', async () => {
    const sid = await pollingScreen();
    let sent = 0;
    await until(() => {
      for (let i = 0; i < 5; i += 1) putMuch(`T${sent++}`);
      expect(service.cuts.length).toBe(1);
    }, 20_000);
    expect(sid).not.toBe('');
    expect(service.io.of('/screen').sockets.size).toBe(0);
  }, 30_000);

  it('a cut screen comes back by itself', async () => {
    const screen = service.screen('cook');
    await isLive(screen);
    for (const socket of service.io.of('/screen').sockets.values()) socket.conn.close(true);
    service.hub.put({ id: 'T1', items: [{ id: 'a' }] });
    await until(() => expect(screen.client.status().session).toBe(2));
    expect(textOf(screen.client)).toBe(textOf(service.hub));
  });

  it('no press is kept by Socket.IO to be sent late', async () => {
    const screen = service.screen('cook');
    service.hub.put({
      id: 'T1',
      items: [
        { id: 'a', course: 1 },
        { id: 'b', course: 2 },
      ],
    });
    await isLive(screen);
    const { id } = service.hub.ticket('T1');
    screen.socket.io.engine.close();
    const { result } = screen.client.press({ type: 'course.fire', ticket: id, course: 2 });
    expect(await result).toMatchObject({ state: 'refused', code: 'unavailable' });
    await until(() => expect(screen.client.status().session).toBe(2));
    expect(service.hub.decided.size).toBe(0);
  });

  it('presence sees the station up', async () => {
    const screen = service.screen('cook');
    await isLive(screen);
    await until(() => expect(service.binding.presence.isUp(grill)).toBe(true));
    screen.socket.disconnect();
    await until(() => expect(service.binding.presence.isUp(grill)).toBe(false));
  });

  it('an authentication that throws lets nobody in and harms nobody', async () => {
    const broken = new ScreenService({
      authenticate: () => {
        throw new Error('store away');
      },
    });
    await broken.listen();
    const screen = broken.screen('cook');
    await until(() => expect(screen.troubles).toContain('unavailable'));
    expect(broken.thrown).toHaveLength(1);
    await broken.close();
  });
});

/** Engine.IO by hand: connects, says hello, and never asks again. */
async function pollingScreen(): Promise<string> {
  const base = `${service.url}/socket.io/?EIO=4&transport=polling`;
  const opened = await (await fetch(base)).text();
  const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
  const post = (body: string) => fetch(`${base}&sid=${sid}`, { method: 'POST', body });
  await post('40/screen,{"token":"cook"}');
  await (await fetch(`${base}&sid=${sid}`)).text();
  const hello = {
    protocol: PROTOCOL_VERSION,
    build: BUILD,
    screen: 's',
    station: 'grill',
    cursor: null,
    page: null,
  };
  await post(`42/screen,0${JSON.stringify(['hello', hello])}`);
  await (await fetch(`${base}&sid=${sid}`)).text();
  return sid;
}
