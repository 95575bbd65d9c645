import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { StandbyStanding } from '../../shared/protocol/standbyMessages.ts';
import { type ServiceOptions, startService, type TestService } from './service.ts';
import { until } from './wait.ts';

/** A loaded machine copies the first page later, never not at all. */
const READY_MS = 30_000;
const Document = z.object({ version: z.number(), config: z.looseObject({}) });

export interface HouseTokens {
  readonly pos: string;
  /** Of the standby, of a station that is none, and of a screen. */
  readonly standby: string;
  readonly station: string;
  readonly screen: string;
}

/** A hub and its standby, each a process of its own with a folder of its own. */
export interface StandbyHouse {
  readonly folder: string;
  readonly tokens: HouseTokens;
  hub: TestService;
  readonly standby: TestService;
  readonly portOfHub: number;
  /** Starts the old hub again, where it was. */
  readonly switchOnAgain: () => Promise<TestService>;
  readonly close: () => Promise<void>;
}

export async function openStandbyHouse(options: ServiceOptions = {}): Promise<StandbyHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'heard-standby-'));
  const dataDir = join(folder, 'hub');
  const hub = await startService({ ...options, dataDir });
  const tokens = {
    pos: hub.token('pos'),
    standby: hub.token('station', '--role', 'kitchen', '--role', 'expo'),
    station: hub.token('station', '--role', 'kitchen'),
    screen: hub.token('screen', '--role', 'kitchen'),
  };
  await mark(hub, ['station-2']);
  const flags = ['--join', hub.url, '--station', 'kitchen'];
  const standby = await startService({
    ...options,
    dataDir: join(folder, 'standby'),
    flags,
    env: { ...options.env, HEARD_TOKEN: tokens.standby },
  });
  await until(
    'the standby holds everything',
    async () => (await standingOf(standby)).state === 'ready',
    READY_MS,
  );
  const portOfHub = Number(new URL(hub.url).port);
  const house: StandbyHouse = {
    folder,
    tokens,
    hub,
    standby,
    portOfHub,
    switchOnAgain: async () => {
      house.hub = await startService({ ...options, dataDir, port: portOfHub });
      return house.hub;
    },
    close: async () => {
      await Promise.all([house.hub.kill('SIGKILL'), standby.kill('SIGKILL')]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return house;
}

/** What the standby says of itself to its own device. */
export async function standingOf(standby: TestService): Promise<StandbyStanding> {
  const answer = await fetch(`${standby.url}/api/standby`);
  return StandbyStanding.parse(await answer.json());
}

/** Marks the devices of these tokens, by name, as a manager does in set-up. */
export async function mark(hub: TestService, names: readonly string[]): Promise<void> {
  const answer = await fetch(`${hub.url}/api/setup/state`);
  const { version, config } = Document.parse(await answer.json());
  const listed = hub.heard('token', 'list');
  const standbys = names.map((name) => {
    const line = listed.split('\n').find((row) => row.includes(name));
    const id = line?.match(/\b[0-9a-f]{12}\b/u)?.[0];
    if (id === undefined) throw new Error(`no token ${name} in:\n${listed}`);
    return id;
  });
  const put = await fetch(`${hub.url}/api/setup/config`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ base: version, config: { ...config, standbys } }),
  });
  if (!put.ok) throw new Error(`the standby could not be marked: ${await put.text()}`);
}

/** The tap on the standby's screen; how many ms until it takes orders as the hub. */
export async function promote(standby: TestService): Promise<number> {
  const startedAt = performance.now();
  const answer = await fetch(`${standby.url}/api/standby/promote`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  if (answer.status !== 202) throw new Error(`not promoted: ${answer.status} ${await answer.text()}`);
  await until('the standby is the hub', () => isHub(standby.url), 30_000);
  return performance.now() - startedAt;
}

async function isHub(url: string): Promise<boolean> {
  try {
    const where = await fetch(`${url}/api/where?nonce=0123456789abcdef`);
    return where.ok && (await fetch(`${url}/health`)).ok;
  } catch {
    return false;
  }
}
