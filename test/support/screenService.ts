import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { attachScreens, type ScreenDeps } from '../../main/sync/screens.ts';
import type { StationId } from '../../shared/lib/ids.ts';
import type { Refusal } from '../../shared/sync/client/options.ts';
import { MemoryOutboxStore } from '../../shared/sync/client/outboxStore.ts';
import { SyncClient } from '../../shared/sync/client/syncClient.ts';
import { fromSocketIo } from '../../shared/sync/fromSocketIo.ts';
import type { Timers } from '../../shared/sync/timers.ts';
import { grill } from './house.ts';
import { MemoryHub } from './memoryHub.ts';

export const realTimers: Timers = {
  monotonic: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

export interface RealScreen {
  readonly client: SyncClient;
  readonly socket: Socket;
  readonly troubles: Array<string | null>;
  readonly refusals: Refusal[];
}

/** A hub in memory behind a real Socket.IO on loopback, with tokens `cook` (kitchen), `pass` (expo) and `door` (host). */
export class ScreenService {
  readonly hub = new MemoryHub(realTimers);
  readonly cuts: number[] = [];
  readonly thrown: unknown[] = [];
  readonly http = createServer();
  readonly io: Server;
  readonly binding: ReturnType<typeof attachScreens>;
  private readonly revokers = new Set<(tokenId: string) => void>();
  private readonly screens: RealScreen[] = [];
  private readonly revoked = new Set<unknown>();
  private made = 0;

  constructor(deps: Partial<ScreenDeps> = {}) {
    // Far too slow to explain what the tests see.
    this.io = new Server(this.http, { pingInterval: 30_000, pingTimeout: 60_000, perMessageDeflate: false });
    this.binding = attachScreens(this.io, {
      source: this.hub,
      authenticate: ({ auth }) => {
        const { token } = auth;
        if (this.revoked.has(token)) return null;
        if (token === 'cook') return { roles: ['kitchen'], screenName: 'cook', tokenId: 'cook' };
        if (token === 'door') return { roles: ['host'], screenName: 'door', tokenId: 'door' };
        return token === 'pass' ? { roles: ['expo'], screenName: 'pass', tokenId: 'pass' } : null;
      },
      onRevoked: (listener) => {
        this.revokers.add(listener);
        return () => this.revokers.delete(listener);
      },
      onThrown: (problem) => this.thrown.push(problem),
      onCut: (_screen, bytes) => this.cuts.push(bytes),
      ...deps,
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.http.listen(0, '127.0.0.1', resolve));
    return this.url;
  }

  get url(): string {
    const { port } = this.http.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  screen(token: string | null, transports = ['websocket'], station: StationId | null = grill): RealScreen {
    const socket = io(`${this.url}/screen`, {
      transports,
      auth: token === null ? {} : { token },
      reconnectionDelay: 50,
      reconnectionDelayMax: 100,
      forceNew: true,
    });
    const troubles: Array<string | null> = [];
    const client = new SyncClient({
      socket: fromSocketIo({
        socket,
        after: realTimers.after,
        onTrouble: (message) => troubles.push(message),
      }),
      timers: realTimers,
      newId: () => `press-${++this.made}-of-service`,
      screen: 'test',
      station,
      outbox: new MemoryOutboxStore(),
    });
    void client.start();
    const refusals: Refusal[] = [];
    client.onRefused((refusal) => refusals.push(refusal));
    const screen = { client, socket, troubles, refusals };
    this.screens.push(screen);
    return screen;
  }

  revoke(token: string): void {
    this.revoked.add(token);
    for (const told of this.revokers) told(token);
  }

  async close(): Promise<void> {
    for (const { client, socket } of this.screens) {
      client.end();
      socket.disconnect();
    }
    this.binding.close();
    await this.io.close();
  }
}
