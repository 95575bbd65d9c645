import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { VirtualPrinter } from '../../main/demo/printer/VirtualPrinter.ts';
import { readLogFile } from '../../main/store/readLogFile.ts';
import { Asker } from '../support/paper/Asker.ts';
import { Pos } from '../support/pos.ts';
import { startService, type TestService } from '../support/service.ts';
import { until } from '../support/wait.ts';

/** The device's first 10 s, the seconds of the rule, and a busy machine. */
const OUT_WITHIN_MS = 40_000;
const READY_MS = 60_000;
/** A small slip takes more than a second: there is time to die in. */
const SLOW_MM_PER_SECOND = 40;

const folder = mkdtempSync(join(tmpdir(), 'heard-own-paper-'));
const hubs = new VirtualPrinter({ model: 'epson', width: 80 });
const own = new VirtualPrinter({ model: 'epson', width: 80 });
let hub: TestService;
let station: TestService;
let pos: Pos;
let stationToken = '';
let expoToken = '';

beforeAll(async () => {
  await Promise.all([hubs.listen(), own.listen()]);
  hubs.set({ paper: 'out' });
  const at = (port: number) => ({ kind: 'network', host: '127.0.0.1', port });
  hub = await startService({
    dataDir: join(folder, 'hub'),
    readyMs: READY_MS,
    config: {
      stations: [{ id: 'grill', name: 'Grill', amberSeconds: 0.5, chitSeconds: 1 }],
      routes: [{ stations: ['grill'] }],
      printers: [
        { id: 'line', name: 'Line', link: at(hubs.port) },
        { id: 'own', name: 'Grill own', station: 'grill', link: at(own.port) },
      ],
      paper: { printer: 'line' },
      pass: 'expo',
    },
  });
  stationToken = hub.token('station');
  expoToken = hub.token('screen', '--role', 'expo');
  pos = await Pos.start(hub.url, hub.token('pos'));
  station = await startStation();
}, 180_000);

afterAll(async () => {
  pos?.stop();
  await station?.stop();
  await hub?.stop();
  await Promise.all([hubs.stop(), own.stop()]);
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

function startStation(): Promise<TestService> {
  const flags = ['--join', hub.url, '--station', 'grill'];
  const env = { HEARD_TOKEN: stationToken };
  return startService({ dataDir: join(folder, 'grill'), flags, env, readyMs: READY_MS });
}

async function startHub(): Promise<void> {
  const port = Number(new URL(hub.url).port);
  hub = await startService({ dataDir: join(folder, 'hub'), port, readyMs: READY_MS });
}

/** Nobody is at the grill: its device has the ticket, and no screen of it lists it. */
async function put(id: string): Promise<void> {
  const items = [{ id: 'a', name: `Dish ${id}`, quantity: 1 }];
  const openedAt = new Date().toISOString();
  expect(await pos.put({ id, number: id, channel: 'dine_in', table: id, openedAt, items })).toMatchObject({
    ok: true,
  });
  const device = new Asker(station.url, '');
  const has = () => device.tickets().some(({ externalId }) => externalId === id);
  await until(`the station has ${id}`, has, OUT_WITHIN_MS).finally(() => device.close());
}

const log = () => [...readLogFile(join(folder, 'hub', 'heard.db'))];
const texts = (printer: VirtualPrinter) => printer.chits.map(({ text }) => text.replaceAll(/\s+/gu, ' '));

async function reported(state: 'printed' | 'unknown', number: number) {
  const expo = new Asker(hub.url, expoToken);
  const find = () => expo.chits().find((chit) => chit.isByStation && chit.number === number);
  try {
    await until(`the hub is told of ${number}`, () => find() !== undefined, OUT_WITHIN_MS);
    expect(find()).toMatchObject({ state, station: 'grill', printer: 'own' });
    return find();
  } finally {
    expo.close();
  }
}

it('TEST PRINT at the device: on its own printer, whether the hub is there or not, and only from its own pages', async () => {
  const ask = (headers: Record<string, string>) =>
    fetch(`${station.url}/api/own-printer/test`, { method: 'POST', headers, body: '{}' });
  const json = { 'content-type': 'application/json' };
  await until('the station knows its printer', async () => {
    const answer = await fetch(`${station.url}/api/own-printer`);
    return (await answer.text()) === '{"printer":{"id":"own","name":"Grill own"}}';
  });
  expect((await ask({ 'content-type': 'text/plain' })).status).toBe(403);
  expect((await ask({ ...json, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect(own.chits).toEqual([]);
  expect(await (await ask(json)).json()).toEqual({ outcome: 'printed' });
  expect(texts(own)).toEqual([expect.stringMatching(/TEST.*Grill own/u)]);
  own.set({ paper: 'out' });
  expect(await (await ask(json)).json()).toEqual({ outcome: 'paper' });
  own.set({ paper: 'in' });
  own.chits.length = 0;
  expect((await fetch(`${hub.url}/api/own-printer`)).status).toBe(404);
}, 60_000);

it('[C11] the hub is killed: the station prints what no screen of it shows, once; the hub is back, is told, and prints only what is new', async () => {
  await put('T1');
  await hub.kill('SIGKILL');
  await until('the station prints', () => own.chits.length > 0, OUT_WITHIN_MS);
  expect(texts(own)).toEqual([expect.stringContaining('STATION OFFLINE: may also be at Line')]);
  expect(texts(own)[0]).toContain('chit 9001 ·');

  hubs.set({ paper: 'in' });
  await startHub();
  await reported('printed', 9_001);
  await put('T2');
  // A hub that is just back prints nothing of this station for 10 s: with this slip that time is over.
  await until('the hub prints', () => hubs.chits.length > 0, OUT_WITHIN_MS);
  await until('it is on paper', () => log().filter(({ type }) => type === 'ticket.on_paper').length === 2);
  expect(texts(hubs)).toEqual([expect.stringContaining('Dish T2')]);
  expect(texts(hubs)[0]).toMatch(/May also be at Grill own, printed while it was cut off/u);
  expect(own.chits).toHaveLength(1);
  const told = log().filter(({ type }) => type === 'chit.reported');
  expect(told).toHaveLength(1);
}, 180_000);

it('[C7] the station is killed in mid-chit: it may be on paper, and expo reads so', async () => {
  hubs.set({ paper: 'out' });
  own.firmware.mmPerSecond = SLOW_MM_PER_SECOND;
  await put('T3');
  await hub.kill('SIGKILL');
  await until('the slip is coming out', () => own.uncut !== '', OUT_WITHIN_MS);
  expect(await station.kill('SIGKILL')).toBeNull();
  own.firmware.mmPerSecond = 0;
  await startHub();
  station = await startStation();
  const chit = await reported('unknown', 9_002);
  expect(chit).toMatchObject({ trouble: 'station_ended' });
  const expo = new Asker(hub.url, expoToken);
  await expo.live();
  expect(expo.lines()).toContainEqual(expect.objectContaining({ kind: 'unknown', number: 9_002 }));
  expo.close();
  // Whatever came of the bytes that had gone, it was not sent anew.
  expect(texts(own).filter((text) => text.includes('chit 9002 ·')).length).toBeLessThanOrEqual(1);
  expect(hubs.chits).toHaveLength(1);
}, 180_000);
