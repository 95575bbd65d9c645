import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kitchen } from '../../support/line/Kitchen.ts';
import { KitchenLan } from '../../support/line/kitchenLan.ts';
import { startService, type TestService } from '../../support/service.ts';

const PORT = 4680;
/** As a person types it into a station's set-up: it outlives the hub's address. */
const HUB_NAME = 'kitchen-hub';
const STATIONS = ['grill', 'fry', 'cold'] as const;
const FIRST_MS = 20_000;

/** A hub, a POS, three stations with a window each, and a tablet that opens the hub's own pages: each a device on the kitchen's network. */
export class CabledHouse {
  readonly lan: KitchenLan;
  readonly kitchen: Kitchen;
  private readonly folder = mkdtempSync(join(tmpdir(), 'heard-cables-'));
  private readonly services: TestService[] = [];

  private constructor(lan: KitchenLan) {
    this.lan = lan;
    this.kitchen = new Kitchen(join(this.folder, 'hub'));
  }

  static async open(): Promise<CabledHouse> {
    const house = new CabledHouse(await KitchenLan.make(['hub', 'pos', ...STATIONS, 'tablet']));
    try {
      await house.start();
    } catch (error) {
      await house.close();
      throw error;
    }
    return house;
  }

  async close(): Promise<void> {
    await this.kitchen.close();
    await Promise.all(this.services.map((service) => service.stop()));
    this.lan.remove();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async start(): Promise<void> {
    const { lan, kitchen } = this;
    lan.callIt('hub', HUB_NAME);
    const hub = await startService({
      namespace: lan.namespace('hub'),
      host: '0.0.0.0',
      port: PORT,
      dataDir: join(this.folder, 'hub'),
      config: { hosts: [HUB_NAME] },
    });
    this.services.push(hub);
    const posToken = hub.token('pos');
    const stationToken = hub.token('station');
    const screenToken = hub.token('screen', '--role', 'kitchen');
    const url = `http://${HUB_NAME}:${PORT}`;
    await Promise.all(STATIONS.map((name) => this.startStation(name, url, stationToken)));
    const own = `http://127.0.0.1:${PORT}`;
    for (const name of STATIONS)
      kitchen.addScreens({ name, url: own, token: null, count: 1 }, lan.namespace(name));
    kitchen.addScreens({ name: 'tablet', url, token: screenToken, count: 1 }, lan.namespace('tablet'));
    kitchen.addTill({ url, token: posToken }, lan.namespace('pos'));
    await kitchen.equal(FIRST_MS);
  }

  private async startStation(name: string, url: string, token: string): Promise<void> {
    const station = await startService({
      namespace: this.lan.namespace(name),
      dataDir: join(this.folder, name),
      port: PORT,
      flags: ['--join', url, '--station', 'kitchen'],
      env: { HEARD_TOKEN: token },
    });
    this.services.unshift(station);
  }
}
