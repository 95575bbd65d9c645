import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { Station } from '../../../main/station/Station.ts';
import { openStationStore } from '../../../main/store/openStation.ts';
import type { StationStore } from '../../../main/store/StationStore.ts';
import type { Role } from '../../../shared/domain/events/actor.ts';
import { BUILD } from '../../../shared/lib/build.ts';
import type { StationId } from '../../../shared/lib/ids.ts';
import { epochText, type Settled } from '../../../shared/protocol/screenMessages.ts';
import { MemoryOutboxStore } from '../../../shared/sync/client/outboxStore.ts';
import { SyncClient } from '../../../shared/sync/client/syncClient.ts';
import { FakeTimers } from '../../support/fakeTimers.ts';
import { EVENING, fry, grill } from '../../support/house.ts';
import { ServedSource } from '../../support/servedSource.ts';
import { type PairServerSocket, SocketPair } from '../../support/socketPair.ts';
import { FeedModel } from './feedModel.ts';
import { type Mutant, plantInScreens, plantInStation } from './mutants.ts';
import { PosModel } from './posModel.ts';
import { RealHub, type Template } from './realHub.ts';
import { servePos } from './servePos.ts';

const ROLES: readonly Role[] = ['kitchen', 'expo'];
/** A device clock ten minutes ahead of the house. */
const DEVICE_AHEAD_MS = 600_000;

export interface Pressed {
  readonly id: string;
  settled: Settled | null;
}

export interface FuzzScreen {
  readonly name: string;
  readonly client: SyncClient;
  readonly line: SocketPair;
  readonly station: StationId;
  readonly presses: Pressed[];
}

/** A house in one process: hub and station on their real files, two screens at the hub, two windows at the station, a POS and a reader of the feed. */
export class FuzzBench {
  readonly timers = new FakeTimers();
  readonly hub: RealHub;
  readonly screens: FuzzScreen[] = [];
  readonly windows: FuzzScreen[] = [];
  readonly problems: string[] = [];
  readonly posLine: SocketPair;
  readonly readerLine: SocketPair;
  readonly pos: PosModel;
  readonly readers: readonly FeedModel[];
  up: SocketPair;
  station: Station;
  private store: StationStore;
  private hubSide: ServedSource;
  private stationSide: ServedSource;
  private readonly stationDir = mkdtempSync(join(tmpdir(), 'heard-fuzz-station-'));
  private readonly mutant: Mutant;
  /** Also what bounds a commit is the test's time, so that the same seed commits the same batches. */
  private readonly machineNow = performance.now;
  private ids = 0;

  constructor(template: Template, mutant: Mutant) {
    performance.now = () => this.timers.monotonic();
    this.mutant = mutant;
    this.hub = new RealHub(template, this.timers, mutant, () => this.hubGone());
    this.hubSide = this.serveHub();
    const posServer = (tokenId: string) => (socket: PairServerSocket) =>
      servePos(socket, this.hub.port, tokenId, mutant === 'a feed with a gap' ? 1 : 0);
    this.posLine = new SocketPair(posServer(template.tillToken));
    this.readerLine = new SocketPair(posServer(template.readerToken));
    this.pos = new PosModel(this.posLine, () => epochText(this.hub.port.epoch));
    this.readers = [
      new FeedModel(this.posLine, 'own', () => this.pos.putOpenTicketsAgain()),
      new FeedModel(this.readerLine, 'cursor', () => undefined),
    ];
    ({ up: this.up, store: this.store, station: this.station, side: this.stationSide } = this.openStation());
    const toHub = () => new SocketPair((socket) => this.hubSide.serve(socket, { roles: ROLES }));
    this.screens.push(this.screen('screen 1', toHub(), grill), this.screen('screen 2', toHub(), fry));
    this.windows.push(this.window('window 1'), this.window('window 2'));
  }

  get everybody(): readonly FuzzScreen[] {
    return [...this.screens, ...this.windows];
  }

  get lines(): readonly SocketPair[] {
    return [this.up, this.posLine, this.readerLine, ...this.everybody.map(({ line }) => line)];
  }

  /** The next hub process answers at the same address. */
  hubBegins(begin: () => void): void {
    this.hubGone();
    begin();
    this.hubSide = this.serveHub();
  }

  async restore(): Promise<void> {
    this.hubGone();
    const forkSeq = await this.hub.restoreAndBegin();
    if (forkSeq !== null) this.pos.lostAfter(forkSeq);
    this.hubSide = this.serveHub();
  }

  /** What it had written to its sockets still arrives; what it had not is gone. */
  deliverLastWords(): void {
    for (const line of [this.posLine, this.readerLine, this.up, ...this.screens.map((one) => one.line)])
      line.deliver('down');
  }

  /** A hub that has crashed is begun again by whoever started it. */
  revive(isReplayed: boolean): void {
    if (this.hub.isDead) this.hubBegins(() => this.hub.killAndBegin(isReplayed));
  }

  /** The power goes at the station: what is not on the disk is gone. */
  restartStation(): void {
    this.up.cut();
    this.stationSide.stop();
    this.store.close();
    ({ up: this.up, store: this.store, station: this.station, side: this.stationSide } = this.openStation());
  }

  beat(): void {
    this.hubSide.rooms.beat();
    this.stationSide.rooms.beat();
  }

  async settle(): Promise<void> {
    for (let idle = 0; idle < 3; ) {
      const moved = this.lines.reduce((sum, line) => sum + line.deliver('up') + line.deliver('down'), 0);
      await new Promise(setImmediate);
      idle = moved === 0 ? idle + 1 : 0;
    }
  }

  /** All lines whole, a beat a second, until everybody should be in step. */
  async heal(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second += 1) {
      this.revive(false);
      for (const line of this.lines) line.connect();
      this.timers.advance(1_000);
      this.pos.again();
      this.beat();
      await this.settle();
    }
  }

  waitingAtStation(): number {
    return this.store.outbox.all().filter(({ settled }) => settled === null).length;
  }

  destroy(): void {
    for (const line of this.lines) line.cut();
    this.hubSide.stop();
    this.stationSide.stop();
    this.store.close();
    this.hub.destroy();
    rmSync(this.stationDir, { recursive: true, force: true });
    performance.now = this.machineNow;
  }

  private hubGone(): void {
    this.hubSide.stop();
    this.posLine.cut();
    this.readerLine.cut();
  }

  private serveHub(): ServedSource {
    const side = new ServedSource(plantInScreens(this.mutant, this.hub.port), this.timers);
    this.hub.crashAfterBroadcast();
    return side;
  }

  private window(name: string): FuzzScreen {
    const bench = this;
    const line = new SocketPair((socket) =>
      this.stationSide.serve(socket, {
        get roles() {
          return bench.station.roles();
        },
      }),
    );
    return this.screen(name, line, grill);
  }

  private screen(name: string, line: SocketPair, station: StationId): FuzzScreen {
    const client = new SyncClient({
      socket: line.client,
      timers: this.timers,
      newId: () => this.newId(name),
      screen: name,
      station,
      outbox: new MemoryOutboxStore(),
      onProblem: (problem) => this.problems.push(`${name}: ${String(problem)}`),
    });
    void client.start();
    return { name, client, line, station, presses: [] };
  }

  private openStation() {
    const store = openStationStore(this.stationDir);
    plantInStation(this.mutant, store);
    const up = new SocketPair((socket) => this.hubSide.serve(socket, { roles: ROLES, isStation: true }));
    const station = new Station({
      store,
      socket: up.client,
      station: grill,
      build: BUILD,
      timers: this.timers,
      wall: () => EVENING + this.timers.monotonic() + DEVICE_AHEAD_MS,
      newId: () => this.newId('station'),
      isVisible: () => true,
      log: pino({ level: 'silent' }),
    });
    void station.start();
    const side = new ServedSource(station, this.timers);
    station.onAside(() => {
      for (const { line } of this.windows) line.cut();
    });
    return { up, store, station, side };
  }

  private newId(of: string): string {
    this.ids += 1;
    return `press ${this.ids} of ${of}`;
  }
}
