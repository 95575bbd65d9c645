import type { Role } from '../../shared/domain/events/actor.ts';
import { stateToDocument } from '../../shared/domain/model/state.ts';
import { canonicalJson } from '../../shared/lib/canonicalJson.ts';
import type { StationId } from '../../shared/lib/ids.ts';
import type { Refusal, SyncClientOptions } from '../../shared/sync/client/options.ts';
import { MemoryOutboxStore } from '../../shared/sync/client/outboxStore.ts';
import { SyncClient } from '../../shared/sync/client/syncClient.ts';
import { Presence } from '../../shared/sync/server/presence.ts';
import { type RoomEmit, ScreenRooms } from '../../shared/sync/server/screenRooms.ts';
import { SnapshotShelf } from '../../shared/sync/server/snapshotPages.ts';
import { SyncServer } from '../../shared/sync/server/syncServer.ts';
import { FakeTimers } from './fakeTimers.ts';
import { grill } from './house.ts';
import { MemoryHub } from './memoryHub.ts';
import { type PairServerSocket, SocketPair } from './socketPair.ts';

export interface ScreenOptions extends Partial<SyncClientOptions> {
  readonly roles?: readonly Role[];
}

/** A screen with its line to the hub, under the test's hands. */
export interface Screen {
  readonly client: SyncClient;
  readonly pair: SocketPair;
  readonly refusals: Refusal[];
  readonly reloads: string[];
  readonly problems: unknown[];
  readonly store: MemoryOutboxStore;
}

const KITCHEN: readonly Role[] = ['kitchen'];

/** One hub and its screens on a bench: no network, no clock, every message delivered by hand or all at once. */
export class SyncBench {
  readonly timers = new FakeTimers();
  readonly screens: Screen[] = [];
  readonly thrown: unknown[] = [];
  /** How often a broadcast was written as text. */
  written = 0;
  private readonly connections = new Set<PairServerSocket>();
  hub: MemoryHub;
  rooms: ScreenRooms;
  readonly presence = new Presence(this.timers);
  /** Beats say which stations are down, as a hub's do. */
  tellsDown = false;
  private shelf = new SnapshotShelf();
  private ids = 0;

  constructor() {
    this.hub = new MemoryHub(this.timers);
    this.rooms = this.roomsOf(this.hub);
  }

  /** Another hub process answers at the same address: all connections end with the old one. */
  replaceHub(hub: MemoryHub): void {
    this.rooms.stop();
    for (const { pair } of this.screens) pair.cut();
    this.hub = hub;
    this.shelf = new SnapshotShelf();
    this.rooms = this.roomsOf(hub);
  }

  screen({ roles = KITCHEN, ...options }: ScreenOptions = {}): Screen {
    const pair = new SocketPair((socket) => this.serve(socket, roles));
    const store = new MemoryOutboxStore();
    const problems: unknown[] = [];
    const client = new SyncClient({
      socket: pair.client,
      timers: this.timers,
      newId: () => `press-${++this.ids}-of-bench`,
      screen: 'bench',
      station: grill,
      outbox: store,
      onProblem: (problem) => problems.push(problem),
      ...options,
    });
    const screen: Screen = { client, pair, refusals: [], reloads: [], problems, store };
    client.onRefused((refusal) => screen.refusals.push(refusal));
    client.onReload((reason) => screen.reloads.push(reason));
    this.screens.push(screen);
    return screen;
  }

  /** A screen that is in step. */
  async live(options?: ScreenOptions): Promise<Screen> {
    const screen = this.screen(options);
    void screen.client.start();
    screen.pair.connect();
    await this.settle();
    return screen;
  }

  /** Delivers everything everywhere until nothing is under way. */
  async settle(): Promise<void> {
    for (let idle = 0; idle < 3; ) {
      const moved = this.screens.reduce(
        (sum, { pair }) => sum + pair.deliver('up') + pair.deliver('down'),
        0,
      );
      await Promise.resolve();
      await new Promise((resolve) => setImmediate(resolve));
      idle = moved === 0 ? idle + 1 : 0;
    }
  }

  /** Time passes with a beat a second, all messages delivered. */
  async pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= 1_000) {
      this.timers.advance(Math.min(1_000, left));
      this.rooms.beat();
      await this.settle();
    }
  }

  /** Reconnects everybody and lets time pass until all are in step or should be. */
  async heal(): Promise<void> {
    for (const { pair } of this.screens) pair.connect();
    await this.settle();
    await this.pass(15_000);
  }

  private serve(socket: PairServerSocket, roles: readonly Role[]): void {
    this.connections.add(socket);
    socket.onLink(() => this.connections.delete(socket));
    new SyncServer({
      socket,
      source: this.hub,
      rooms: this.rooms,
      shelf: this.shelf,
      presence: this.presence,
      identity: { roles, screenName: 'bench', tokenId: null },
      join: (room) => socket.rooms.add(room),
      onThrown: (problem) => this.thrown.push(problem),
    });
  }

  private roomsOf(hub: MemoryHub): ScreenRooms {
    const toRooms: RoomEmit = (rooms, name, payload) => {
      const json = JSON.stringify(payload);
      this.written += 1;
      for (const socket of this.connections) {
        if (rooms.some((room) => socket.rooms.has(room))) socket.sendJson(name, json);
      }
    };
    const seenDown = () =>
      this.tellsDown ? this.presence.down(hub.config().config.stations.map(({ id }) => station(id))) : [];
    return new ScreenRooms(hub, toRooms, (ms, run) => this.timers.after(ms, run), seenDown);
  }
}

/** A state as one comparable text. */
export function textOf(holder: SyncClient | MemoryHub): string {
  const state = 'confirmed' in holder ? holder.confirmed() : holder.state();
  return canonicalJson(stateToDocument(state));
}

export const station = (id: string): StationId => id as StationId;
