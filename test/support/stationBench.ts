import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach } from 'vitest';
import { Station } from '../../main/station/Station.ts';
import { openStationStore } from '../../main/store/openStation.ts';
import type { StationStore } from '../../main/store/StationStore.ts';
import { type Role, THIS_DEVICE } from '../../shared/domain/events/actor.ts';
import { BUILD } from '../../shared/lib/build.ts';
import type { StationId } from '../../shared/lib/ids.ts';
import type { Refusal } from '../../shared/sync/client/options.ts';
import { MemoryOutboxStore, type OutboxStore } from '../../shared/sync/client/outboxStore.ts';
import { SyncClient } from '../../shared/sync/client/syncClient.ts';
import { FakeTimers } from './fakeTimers.ts';
import { grill } from './house.ts';
import { MemoryHub } from './memoryHub.ts';
import { ServedSource } from './servedSource.ts';
import { SocketPair } from './socketPair.ts';

const BENCH_ROLES: readonly Role[] = ['kitchen', 'expo'];
/** A device clock that is ten minutes ahead of the house. */
const DEVICE_AHEAD_MS = 600_000;

export interface Window {
  readonly client: SyncClient;
  readonly pair: SocketPair;
  readonly refusals: Refusal[];
  readonly reloads: string[];
}

const cleanups: Array<() => void> = [];

afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
});

/** A hub, a station with its real file, and the station's windows: no network and no clock, every message delivered by hand. */
export class StationBench {
  readonly timers = new FakeTimers();
  readonly dataDir = mkdtempSync(join(tmpdir(), 'heard-station-'));
  readonly windows: Window[] = [];
  hub = new MemoryHub(this.timers);
  /** How the hub has let the station in. */
  readonly atHub = { roles: BENCH_ROLES, isStation: true, screenName: 'bench' };
  build = BUILD;
  deviceAheadMs = DEVICE_AHEAD_MS;
  hubSide = new ServedSource(this.hub, this.timers);
  up: SocketPair;
  store: StationStore;
  station: Station;
  private side: ServedSource;
  private ids = 0;

  constructor() {
    cleanups.push(() => {
      this.side.stop();
      this.store.close();
      rmSync(this.dataDir, { recursive: true, force: true });
    });
    ({ up: this.up, store: this.store, station: this.station, side: this.side } = this.open());
  }

  /** A station that follows its hub, with `count` windows that follow it. */
  static async live(count = 1): Promise<StationBench> {
    const bench = new StationBench();
    bench.hub.put({ id: 'T0', items: [{ id: 'a' }] });
    for (let n = 0; n < count; n += 1) bench.window();
    await bench.heal();
    return bench;
  }

  window(station: StationId | null = grill, outbox: OutboxStore = new MemoryOutboxStore()): Window {
    const bench = this;
    const pair = new SocketPair((socket) =>
      this.side.serve(socket, {
        get roles() {
          return bench.station.roles();
        },
        get screenName() {
          return bench.station.screenName() ?? THIS_DEVICE;
        },
      }),
    );
    const refusals: Refusal[] = [];
    const reloads: string[] = [];
    const client = new SyncClient({
      socket: pair.client,
      timers: this.timers,
      newId: () => `press-${++this.ids}-of-bench`,
      screen: 'window',
      station,
      outbox,
      build: this.build,
    });
    client.onRefused((refusal) => refusals.push(refusal));
    client.onReload((reason) => reloads.push(reason));
    void client.start();
    const window = { client, pair, refusals, reloads };
    this.windows.push(window);
    return window;
  }

  /** The power goes: what is not on the disk is gone. `beforeOpen` meets the folder while nothing runs. */
  restart(beforeOpen: () => void = () => undefined): void {
    this.up.cut();
    this.side.stop();
    this.store.close();
    beforeOpen();
    ({ up: this.up, store: this.store, station: this.station, side: this.side } = this.open());
  }

  /** Another hub process at the same address. */
  replaceHub(hub: MemoryHub = this.hub): void {
    this.hubSide.stop();
    this.hub = hub;
    this.hubSide = new ServedSource(hub, this.timers);
  }

  async settle(): Promise<void> {
    const pairs = () => [this.up, ...this.windows.map(({ pair }) => pair)];
    for (let idle = 0; idle < 3; ) {
      const moved = pairs().reduce((sum, pair) => sum + pair.deliver('up') + pair.deliver('down'), 0);
      await new Promise((resolve) => setImmediate(resolve));
      idle = moved === 0 ? idle + 1 : 0;
    }
  }

  /** A beat a second of whoever runs, all messages delivered. */
  async pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= 1_000) {
      this.timers.advance(Math.min(1_000, left));
      this.hubSide.rooms.beat();
      this.side.rooms.beat();
      await this.settle();
    }
  }

  connectWindows(): void {
    for (const { pair } of this.windows) pair.connect();
  }

  async heal(): Promise<void> {
    this.up.connect();
    this.connectWindows();
    await this.settle();
    await this.pass(15_000);
  }

  /** A bump of everything of this ticket at the grill, as the window's glass has it. */
  bump({ client }: Window, externalId: string) {
    const ticket = [...client.view().tickets.values()].find((one) => one.externalId === externalId);
    if (!ticket) throw new Error(`no ticket ${externalId} on the glass`);
    const portions = ticket.items.flatMap(({ id, batches }) =>
      batches.map(({ n, quantity }) => ({ item: id, batch: n, quantity })),
    );
    return client.press({
      type: 'item.bump',
      ticket: ticket.id,
      station: grill,
      portions,
      seen: client.view().seq,
    });
  }

  beatOfStation(): void {
    this.side.rooms.beat();
  }

  private open() {
    const store = openStationStore(this.dataDir);
    const up = new SocketPair((socket) => this.hubSide.serve(socket, this.atHub));
    const station = new Station({
      store,
      socket: up.client,
      station: grill,
      build: this.build,
      timers: this.timers,
      wall: () => this.hub.now() + this.deviceAheadMs,
      newId: () => `own-${++this.ids}-of-station`,
      isVisible: () => true,
      log: pino({ level: 'silent' }),
    });
    void station.start();
    const side = new ServedSource(station, this.timers);
    station.onAside(() => {
      for (const { pair } of this.windows) pair.cut();
    });
    return { up, store, station, side };
  }
}
