import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { readLogFile } from '../../../main/store/readLogFile.ts';
import { emptyState, stateToDocument } from '../../../shared/domain/model/state.ts';
import { reduceAll } from '../../../shared/domain/reducer/reduce.ts';
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
/** Longer than a beat and a receipt's wait: nothing more is under way. */
const QUIET_MS = 1_500;

export interface RoundPlan {
  readonly seed: number;
  readonly hubKills: number;
  readonly stationKills: number;
}

export interface RoundCounts {
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

export interface Round {
  readonly counts: RoundCounts;
  readonly wrong: readonly string[];
}

const CONFIG = {
  stations: [
    { id: 'grill', name: 'Grill' },
    { id: 'fry', name: 'Fry' },
  ],
  routes: [{ stations: ['grill'] }],
};

/** One house: a hub and a station that are killed while a POS sends, cooks press and programs read the feed. The folder stays when something is wrong. */
export async function killRound({ seed, hubKills, stationKills }: RoundPlan): Promise<Round> {
  const folder = mkdtempSync(join(tmpdir(), `heard-kills-${seed}-`));
  const below = chanceOf(seed);
  const build = z.object({ build: z.string() }).parse(JSON.parse(readFileSync(BUILD_STAMP, 'utf8'))).build;
  const sends = new Sends();
  const hub = new Victim({ dataDir: join(folder, 'hub'), config: CONFIG });
  const { url, token, epoch } = await hub.start();
  const flags = ['--join', url, '--station', 'grill', '--token', token('station')];
  const [posToken, ownToken, cookToken] = [token('pos'), token('pos'), token('screen', '--role', 'kitchen')];
  const station = new Victim({ dataDir: join(folder, 'station'), flags });
  const { url: stationUrl } = await station.start();

  const atHub = { url, token: cookToken };
  const atStation = { url: stationUrl, token: null };
  const places = [
    { name: 'window 1', at: grill, ...atStation },
    { name: 'window 2', at: grill, ...atStation },
    { name: 'fry at hub', at: fry, ...atHub },
    { name: 'grill at hub', at: grill, ...atHub },
  ];
  const hands = places.map(
    ({ at, ...place }, n) =>
      new CookHands({ ...place, station: at, build, below: chanceOf(seed * 31 + n), sends }),
  );
  const readers = [new FeedReader(url, posToken, 'cursor'), new FeedReader(url, ownToken, 'own')];
  const till = new Till(url, posToken, chanceOf(seed + 1), sends);
  const closeAll = async () => {
    for (const one of [...hands, ...readers]) one.close();
    till.close();
    await station.stop();
    await hub.stop();
  };

  const cooking = hands.map((one) => one.run());
  const selling = till.run();
  try {
    await Promise.all([
      hub.killAtRandom(hubKills, below, sends),
      station.killAtRandom(stationKills, chanceOf(seed + 2), sends),
    ]);
    till.close();
    for (const one of hands) one.stopPressing();
    await Promise.all([...cooking, selling]);
    const unsettled = await settled(hands, readers);
    const replicas = hands.map(({ name, client }) => ({ name, state: client.confirmed() }));
    await closeAll();

    const file = join(folder, 'hub', 'heard.db');
    const events = [...readLogFile(file)];
    const seq = Math.max(...replicas.map(({ state }) => state.seq));
    const told = events.slice(0, seq);
    const state = reduceAll(emptyState, told);
    const truth = canonicalJson(stateToDocument(state));
    const wrong = [
      ...unsettled,
      ...till.surprises,
      ...judgeLog(events),
      ...judgeAccount(till.account, state),
      ...judgePresses(hands, events, file),
      ...readers.flatMap((reader) => judgeFeed(reader, told, epoch)),
      ...hands.flatMap(({ problems }) => problems),
      ...replicas
        .filter((one) => canonicalJson(stateToDocument(one.state)) !== truth)
        .map(({ name }) => `${name} shows something else than the log`),
    ];
    if (wrong.length === 0) rmSync(folder, { recursive: true, force: true });
    else wrong.push(`the folder is kept: ${folder}`);
    const presses = hands.flatMap((one) => one.presses);
    const counts = {
      hubKills: hub.kills,
      stationKills: station.kills,
      acknowledged: till.acknowledged,
      repeated: till.repeated,
      tickets: till.account.size,
      presses: presses.length,
      queued: presses.filter((press) => press.settled?.state === 'queued').length,
      feedMessages: readers[0]?.messages.size ?? 0,
      redelivered: readers[0]?.again ?? 0,
      events: events.length,
    };
    return { counts, wrong };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** Everybody has everything; otherwise what is missing. */
async function settled(hands: readonly CookHands[], readers: readonly FeedReader[]): Promise<string[]> {
  const lastSeq = () =>
    Math.max(...readers.map((reader) => reader.seq), ...hands.map(({ client }) => client.confirmed().seq));
  const missing = () => hands.flatMap((one) => one.unsettled(lastSeq()));
  let last = { seq: 0, since: 0 };
  const isQuiet = () => {
    const seq = lastSeq();
    if (seq !== last.seq) last = { seq, since: performance.now() };
    return missing().length === 0 && performance.now() - last.since > QUIET_MS;
  };
  return await until('settled', isQuiet, SETTLE_MS).then(() => [], missing);
}
