import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { openReadOnly } from '../../../main/store/openReadOnly.ts';
import { readLogFile } from '../../../main/store/readLogFile.ts';
import { replayCheck } from '../../../main/store/replayCheck.ts';
import type { Event } from '../../../shared/domain/events/event.ts';
import { stateToDocument } from '../../../shared/domain/model/state.ts';
import { canonicalJson } from '../../../shared/lib/canonicalJson.ts';
import { AskedProcess } from '../../support/line/askedProcess.ts';
import { KitchenLan } from '../../support/line/kitchenLan.ts';
import { Look, Press, type ScreensSetup, TillAccount } from '../../support/line/messages.ts';
import { startService, type TestService } from '../../support/service.ts';

const PORT = 4680;
/** As a person types it into a station's set-up: it outlives the hub's address. */
const HUB_NAME = 'kitchen-hub';
const STATION = 'kitchen';
const PUT_EVERY_MS = 150;
const PRESS_EVERY_MS = 120;
const LOOK_EVERY_MS = 50;

const SCREENS = join(import.meta.dirname, '../../support/line/screensProgram.ts');
const TILL = join(import.meta.dirname, '../../support/line/tillProgram.ts');

/** A screen under test: where it stands and what it is called. */
interface Glass {
  readonly name: string;
  readonly process: AskedProcess;
}

/** A hub, a POS, three stations with a window each, and a tablet that opens the hub's own pages: each a device on the kitchen's network. */
export class CabledHouse {
  static readonly STATIONS = ['grill', 'fry', 'cold'] as const;
  readonly lan: KitchenLan;
  readonly glasses: Glass[] = [];
  private readonly folder = mkdtempSync(join(tmpdir(), 'heard-cables-'));
  private readonly services: TestService[] = [];
  private readonly processes: AskedProcess[] = [];
  private till: AskedProcess | null = null;
  private isCooking = false;
  private cooking: Promise<unknown> = Promise.resolve();

  private constructor(lan: KitchenLan) {
    this.lan = lan;
  }

  static async open(): Promise<CabledHouse> {
    const devices = ['hub', 'pos', ...CabledHouse.STATIONS, 'tablet'];
    const house = new CabledHouse(await KitchenLan.make(devices));
    try {
      await house.start();
    } catch (error) {
      await house.close();
      throw error;
    }
    return house;
  }

  /** The POS puts and the cooks bump, until `rest`. */
  async rush(): Promise<void> {
    await this.pos('open', { everyMs: PUT_EVERY_MS });
    this.isCooking = true;
    this.cooking = Promise.all(this.glasses.map((_, n) => this.cook(n)));
  }

  async rest(): Promise<void> {
    this.isCooking = false;
    await this.cooking;
    await this.pos('pause', null);
  }

  /** How long it took until every screen equals the hub and every press and put is answered. Throws with how all stand when it does not. */
  async equal(withinMs: number): Promise<number> {
    const since = performance.now();
    for (;;) {
      const hub = this.hubDigest();
      const looks = await this.looks();
      const open = (await this.account()).sent.filter(({ ackedAt }) => ackedAt === null).length;
      const isEqual = looks.every(
        (look) => look.digest === hub.digest && look.link === 'live' && look.waiting === 0,
      );
      const ms = performance.now() - since;
      if (isEqual && open === 0) return ms;
      if (ms > withinMs) {
        const told = looks.map(({ digest: _digest, open: _open, ...look }, n) => ({
          name: this.glasses[n]?.name,
          ...look,
        }));
        throw new Error(
          `not equal after ${withinMs} ms: the hub at ${hub.seq}, ${open} puts open; ${JSON.stringify(told)}`,
        );
      }
      await sleep(LOOK_EVERY_MS);
    }
  }

  looks(): Promise<Look[]> {
    return Promise.all(
      this.glasses.map(async ({ name, process }) => {
        const [look] = await process.ask('looks', null, z.array(Look));
        if (!look) throw new Error(`${name} shows nothing`);
        return look;
      }),
    );
  }

  async link(name: string): Promise<Look['link'] | undefined> {
    return (await this.looks())[this.glasses.findIndex((one) => one.name === name)]?.link;
  }

  async presses(): Promise<Press[]> {
    const all = await Promise.all(
      this.glasses.map(({ process }) => process.ask('presses', null, z.array(Press))),
    );
    return all.flat();
  }

  account(): Promise<TillAccount> {
    if (!this.till) throw new Error('there is no POS');
    return this.till.ask('account', null, TillAccount);
  }

  log(): Event[] {
    return [...readLogFile(this.database())];
  }

  async close(): Promise<void> {
    this.isCooking = false;
    await this.cooking.catch(() => undefined);
    await Promise.all(this.processes.map((process) => process.end()));
    await Promise.all(this.services.map((service) => service.stop()));
    this.lan.remove();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async start(): Promise<void> {
    const { lan } = this;
    lan.callIt('hub', HUB_NAME);
    const hub = await startService({
      namespace: lan.namespace('hub'),
      host: '0.0.0.0',
      port: PORT,
      dataDir: join(this.folder, 'hub'),
      config: { hosts: [HUB_NAME] },
    });
    this.services.push(hub);
    const token = hub.token('pos');
    const stationToken = hub.token('station');
    const screenToken = hub.token('screen', '--role', 'kitchen');
    const url = `http://${HUB_NAME}:${PORT}`;
    const stations = await Promise.all(
      CabledHouse.STATIONS.map((name) =>
        startService({
          namespace: lan.namespace(name),
          dataDir: join(this.folder, name),
          port: PORT,
          flags: ['--join', url, '--station', STATION],
          env: { HEARD_TOKEN: stationToken },
        }),
      ),
    );
    this.services.unshift(...stations);
    for (const name of CabledHouse.STATIONS)
      this.addGlass(name, { url: `http://127.0.0.1:${PORT}`, token: null });
    this.addGlass('tablet', { url, token: screenToken });
    this.till = new AskedProcess(TILL, { url, token, prefix: 'T' }, lan.namespace('pos'));
    this.processes.push(this.till);
    await this.equal(20_000);
  }

  private addGlass(name: string, to: Pick<ScreensSetup, 'url' | 'token'>): void {
    const setup: ScreensSetup = { ...to, build: 'dev', station: STATION, name, count: 1 };
    const process = new AskedProcess(SCREENS, setup, this.lan.namespace(name));
    this.processes.push(process);
    this.glasses.push({ name, process });
  }

  /** Each screen has its share of the tickets, so that every press is the only one of its ticket. */
  private async cook(n: number): Promise<void> {
    const glass = this.glasses[n];
    while (glass && this.isCooking) {
      await sleep(PRESS_EVERY_MS);
      const [look] = await glass.process.ask('looks', null, z.array(Look));
      const mine = look?.open.find((id) => Number(id.split('-')[1]) % this.glasses.length === n);
      if (mine !== undefined)
        await glass.process.ask('bump', { screen: 0, ticket: mine }, z.string().nullable());
    }
  }

  private async pos(what: string, value: unknown): Promise<void> {
    await this.till?.ask(what, value, z.unknown());
  }

  private hubDigest(): { readonly seq: number; readonly digest: string } {
    const db = openReadOnly(this.database());
    try {
      const { state } = replayCheck(db);
      const text = canonicalJson(stateToDocument(state));
      return { seq: state.seq, digest: createHash('sha256').update(text).digest('hex') };
    } finally {
      db.close();
    }
  }

  private database(): string {
    return join(this.folder, 'hub', 'heard.db');
  }
}
