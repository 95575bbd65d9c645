import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { readLogFile } from '../../../main/store/readLogFile.ts';
import { emptyState, stateToDocument } from '../../../shared/domain/model/state.ts';
import { reduceAll } from '../../../shared/domain/reducer/reduce.ts';
import { BUILD } from '../../../shared/lib/build.ts';
import { canonicalJson } from '../../../shared/lib/canonicalJson.ts';
import { chanceOf } from '../../support/chance.ts';
import { fry, grill } from '../../support/house.ts';
import { judgeAccount, judgeLog } from '../../support/judgeLog.ts';
import { judgePresses } from '../../support/judgePresses.ts';
import { until } from '../../support/wait.ts';
import { CookHands } from './cookHands.ts';
import { FeedReader } from './feedReader.ts';
import { judgeFeed } from './judgeFeed.ts';
import { Sends } from './sends.ts';
import { Till } from './till.ts';
import { Victim } from './victim.ts';

const BUILD_STAMP = join(import.meta.dirname, '..', '..', '..', 'dist', 'build.json');
const SETTLE_MS = 60_000;
/** A cook presses five times a second while there is something to press. */
const A_PRESS_MS = 15_000;
const NEW_ORDERS_MS = 3_000;
const KILLS_AT_MOST = 6;
/** Longer than a beat and a receipt's wait: nothing more is under way. */
const QUIET_MS = 1_500;

export interface HouseCounts {
  readonly hubKills: number;
  readonly stationKills: number;
  readonly acknowledged: number;
  readonly repeated: number;
  readonly tickets: number;
  readonly presses: number;
  readonly queued: number;
  readonly feedMessages: number;
  readonly redelivered: number;
  readonly events: number;
}

export interface Judged {
  readonly counts: HouseCounts;
  readonly wrong: readonly string[];
}

const CONFIG = {
  stations: [
    { id: 'grill', name: 'Grill' },
    { id: 'fry', name: 'Fry' },
  ],
  routes: [{ stations: ['grill'] }],
};

interface Begun {
  readonly folder: string;
  readonly hub: Victim;
  readonly station: Victim;
  readonly posToken: string;
  readonly ownToken: string;
  readonly cookToken: string;
  readonly epoch: string;
}

/** A hub and a station that are about to be killed, a POS that sends, cooks that press and programs that read the feed. */
export class KillHouse {
  readonly sends = new Sends();
  readonly hub: Victim;
  readonly station: Victim;
  private readonly folder: string;
  private readonly epoch: string;
  private readonly hands: readonly CookHands[];
  private readonly readers: readonly FeedReader[];
  private readonly till: Till;
  private readonly working: Promise<unknown>;

  private constructor(seed: number, build: string, begun: Begun) {
    const { folder, hub, station, posToken, ownToken, cookToken, epoch } = begun;
    const { sends } = this;
    this.folder = folder;
    this.hub = hub;
    this.station = station;
    this.epoch = epoch;
    const atHub = { url: hub.running.url, token: cookToken };
    const atStation = { url: station.running.url, token: null };
    const places = [
      { name: 'window 1', at: grill, ...atStation },
      { name: 'window 2', at: grill, ...atStation },
      { name: 'fry at hub', at: fry, ...atHub },
      { name: 'grill at hub', at: grill, ...atHub },
    ];
    this.hands = places.map(
      ({ at, ...place }, n) =>
        new CookHands({ ...place, station: at, build, below: chanceOf(seed * 31 + n), sends }),
    );
    const { url } = hub.running;
    this.readers = [new FeedReader(url, posToken, 'cursor'), new FeedReader(url, ownToken, 'own')];
    this.till = new Till(url, posToken, chanceOf(seed + 1), sends);
    this.working = Promise.all([this.till.run(), ...this.hands.map((one) => one.run())]);
  }

  /** Everybody is at work when it returns. `isBuilt`: the services as people run them, otherwise from source. */
  static async open(seed: number, isBuilt: boolean): Promise<KillHouse> {
    const folder = mkdtempSync(join(tmpdir(), `heard-kills-${seed}-`));
    const hub = new Victim({ dataDir: join(folder, 'hub'), config: CONFIG, isBuilt });
    const { url, token, epoch } = await hub.start();
    const flags = ['--join', url, '--station', 'grill', '--token', token('station')];
    const [posToken, ownToken] = [token('pos'), token('pos')];
    const cookToken = token('screen', '--role', 'kitchen');
    const station = new Victim({ dataDir: join(folder, 'station'), flags, isBuilt });
    await station.start();
    const begun = { folder, hub, station, posToken, ownToken, cookToken, epoch };
    return new KillHouse(seed, isBuilt ? builtAs() : BUILD, begun);
  }

  /**
   * The hub is killed, and back when somebody has pressed whom it cannot answer: the station keeps that press. On a slow machine the cooks may
   * have had nothing left to press; then it comes back with new orders and is killed once more.
   */
  async killUntilAPressWaits(): Promise<void> {
    for (let again = 0; again < KILLS_AT_MOST; again += 1) {
      const before = this.queued();
      const hasPressed = () => this.queued() > before;
      await this.hub.awayWhile(() => until('a press', hasPressed, A_PRESS_MS).catch(() => undefined));
      if (hasPressed()) return;
      await sleep(NEW_ORDERS_MS);
    }
    throw new Error(`no press waits; ${this.hands.map((one) => one.account()).join('; ')}`);
  }

  /** All that was begun is brought to its end, and compared. The folder stays when something is wrong. */
  async judge(): Promise<Judged> {
    this.till.close();
    for (const one of this.hands) one.stopPressing();
    await this.working;
    const unsettled = await this.settled();
    const replicas = this.hands.map(({ name, client }) => ({ name, state: client.confirmed() }));
    await this.close();

    const file = join(this.folder, 'hub', 'heard.db');
    const events = [...readLogFile(file)];
    const seq = Math.max(...replicas.map(({ state }) => state.seq));
    const told = events.slice(0, seq);
    const state = reduceAll(emptyState, told);
    const truth = canonicalJson(stateToDocument(state));
    const wrong = [
      ...unsettled,
      ...this.till.surprises,
      ...judgeLog(events),
      ...judgeAccount(this.till.account, state),
      ...judgePresses(this.hands, events, file),
      ...this.readers.flatMap((reader) => judgeFeed(reader, told, this.epoch)),
      ...this.hands.flatMap(({ problems }) => problems),
      ...replicas
        .filter((one) => canonicalJson(stateToDocument(one.state)) !== truth)
        .map(({ name }) => `${name} shows something else than the log`),
    ];
    if (wrong.length === 0) rmSync(this.folder, { recursive: true, force: true });
    else wrong.push(`the folder is kept: ${this.folder}`);
    return { counts: this.counts(events.length), wrong };
  }

  async close(): Promise<void> {
    for (const one of [...this.hands, ...this.readers]) one.close();
    this.till.close();
    await this.station.stop();
    await this.hub.stop();
  }

  private queued(): number {
    return this.hands.flatMap(({ presses }) => presses.filter(({ settled }) => settled?.state === 'queued'))
      .length;
  }

  private counts(events: number): HouseCounts {
    const presses = this.hands.flatMap((one) => one.presses);
    return {
      hubKills: this.hub.kills,
      stationKills: this.station.kills,
      acknowledged: this.till.acknowledged,
      repeated: this.till.repeated,
      tickets: this.till.account.size,
      presses: presses.length,
      queued: this.queued(),
      feedMessages: this.readers[0]?.messages.size ?? 0,
      redelivered: this.readers[0]?.again ?? 0,
      events,
    };
  }

  /** Everybody has everything; otherwise what is missing. */
  private async settled(): Promise<string[]> {
    const { hands, readers } = this;
    const lastSeq = () =>
      Math.max(...readers.map((reader) => reader.seq), ...hands.map(({ client }) => client.confirmed().seq));
    const missing = () => hands.flatMap((one) => one.unsettled(lastSeq()));
    // On a starved machine a reader may be in the midst of coming back while the others have long been quiet.
    const heard = () => Math.max(...readers.map((reader) => reader.seq));
    const areReadersHere = () => readers.every((reader) => reader.isConnected && reader.seq === heard());
    let last = { seq: 0, since: 0 };
    const isQuiet = () => {
      const seq = lastSeq();
      if (seq !== last.seq) last = { seq, since: performance.now() };
      return missing().length === 0 && areReadersHere() && performance.now() - last.since > QUIET_MS;
    };
    return await until('settled', isQuiet, SETTLE_MS).then(() => [], missing);
  }
}

function builtAs(): string {
  return z.object({ build: z.string() }).parse(JSON.parse(readFileSync(BUILD_STAMP, 'utf8'))).build;
}
