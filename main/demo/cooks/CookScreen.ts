import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { stationBoard } from '../../../shared/domain/selectors/stationBoard.ts';
import { StationId } from '../../../shared/lib/ids.ts';
import { MemoryOutboxStore } from '../../../shared/sync/client/outboxStore.ts';
import { SyncClient } from '../../../shared/sync/client/syncClient.ts';
import { fromSocketIo } from '../../../shared/sync/fromSocketIo.ts';
import type { Timers } from '../../../shared/sync/timers.ts';
import type { Glass, Hand } from './press.ts';

/** A cook looks up ten times a second; at sixty times the speed that is every six seconds of the kitchen's. */
const LOOK_MS = 100;

const timers: Timers = {
  monotonic: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

export interface CookScreenOptions {
  readonly url: string;
  readonly token: string;
  /** null: at the door. */
  readonly station: string | null;
  readonly hand: Hand;
  /** False where a person's screen shows the station: then this one is no screen of it. */
  readonly isVisible: boolean;
}

/** A screen without glass: the product's own sync client, and a hand that presses for itself. */
export class CookScreen {
  private readonly options: CookScreenOptions;
  private readonly station: StationId | null;
  private readonly client: SyncClient;
  private readonly socket: Socket;
  private readonly underWay = new Set<string>();
  private readonly timer: NodeJS.Timeout;

  constructor(options: CookScreenOptions) {
    const { url, token, station, isVisible } = options;
    this.options = options;
    this.station = station === null ? null : StationId.parse(station);
    this.socket = io(`${url}/screen`, { auth: { token }, forceNew: true, transports: ['websocket'] });
    this.client = new SyncClient({
      socket: fromSocketIo({ socket: this.socket, after: (ms, run) => setTimeout(run, ms) }),
      timers,
      newId: randomUUID,
      screen: station === null ? 'host' : `cook ${station}`,
      station: this.station,
      outbox: new MemoryOutboxStore(),
      isVisible: () => isVisible,
    });
    this.client.start().catch((error: unknown) => {
      throw error;
    });
    this.timer = setInterval(() => this.look(), LOOK_MS);
  }

  close(): void {
    clearInterval(this.timer);
    this.client.end();
    this.socket.disconnect();
  }

  private look(): void {
    const document = this.client.config();
    const isLive = this.client.status().phase === 'live' && this.client.link().state === 'live';
    if (!isLive || document === null) return;
    const { config } = document;
    const glass = { state: this.client.view(), config, now: this.client.now() };
    this.receipts(glass);
    for (const press of this.options.hand.look(glass)) {
      if (this.underWay.has(press.what)) continue;
      this.underWay.add(press.what);
      void this.client.press(press.command).result.then((settled) => {
        this.underWay.delete(press.what);
        if (settled.state === 'refused') this.options.hand.refused(press, this.client.now());
      });
    }
  }

  /** What a visible screen of the station would have on its glass after a frame. */
  private receipts({ state, config, now }: Glass): void {
    if (this.station === null || this.station === 'expo') return;
    for (const { ticketId, version, station } of stationBoard(state, this.station, config, now).tiles) {
      if (station !== this.station) continue;
      this.client.reportListed(ticketId, version);
      this.client.reportPainted(ticketId, version);
    }
  }
}
