import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kitchen } from '../../support/line/Kitchen.ts';
import { KitchenLan } from '../../support/line/kitchenLan.ts';
import type { Shown } from '../../support/paper/messages.ts';
import { equalGlasses, PaperGlass, PaperOrders } from '../../support/paper/PaperGlass.ts';
import { PrinterHost } from '../../support/paper/PrinterHost.ts';
import { startService, type TestService } from '../../support/service.ts';
import { until } from '../../support/wait.ts';

const PORT = 4680;
const STATIONS = ['grill', 'fry', 'cold'] as const;
const BUMP_AFTER_MS = 15_000;
const FIRST_MS = 30_000;

/** A hub, a POS, a printer, a grill with a service of its own, and a tablet each for fry and cold: devices on one switch. */
export class CutHouse {
  readonly lan: KitchenLan;
  readonly kitchen: Kitchen;
  readonly glasses = new Map<string, PaperGlass>();
  private readonly folder = mkdtempSync(join(tmpdir(), 'heard-paper-cuts-'));
  private readonly services: TestService[] = [];
  private printerHost: PrinterHost | null = null;
  private till: PaperOrders | null = null;

  private constructor(lan: KitchenLan) {
    this.lan = lan;
    this.kitchen = new Kitchen(join(this.folder, 'hub'));
  }

  static async open(): Promise<CutHouse> {
    const house = new CutHouse(await KitchenLan.make(['hub', 'pos', 'printer', ...STATIONS]));
    try {
      await house.start();
    } catch (error) {
      await house.close();
      throw error;
    }
    return house;
  }

  get printer(): PrinterHost {
    if (this.printerHost === null) throw new Error('there is no printer');
    return this.printerHost;
  }

  get orders(): PaperOrders {
    if (this.till === null) throw new Error('there is no POS');
    return this.till;
  }

  glass(station: string): PaperGlass {
    const glass = this.glasses.get(station);
    if (glass === undefined) throw new Error(`there is no ${station}`);
    return glass;
  }

  /** What each station's glass has shown so far. */
  async shown(): Promise<Record<string, Shown>> {
    const all = [...this.glasses].map(async ([station, glass]) => [station, await glass.shown()] as const);
    return Object.fromEntries(await Promise.all(all));
  }

  equal(withinMs: number): Promise<void> {
    return equalGlasses(this.kitchen, [...this.glasses.values()], this.orders, withinMs);
  }

  /** A page stands still in front of a socket that answers while an order comes; paints on when its paper is there. The order's id. */
  async freeze(station: string, withinMs: number): Promise<string> {
    const { slips } = await this.printer.look();
    await this.glass(station).paint(false);
    await this.orders.put(station);
    const isOut = async () => (await this.printer.look()).slips > slips;
    await until('a frozen screen has its paper', isOut, withinMs);
    await this.glass(station).paint(true);
    return (await this.orders.orders()).at(-1)?.id ?? '';
  }

  async close(): Promise<void> {
    await Promise.all([...this.glasses.values(), this.till, this.printerHost].map((one) => one?.end()));
    for (const service of this.services) await service.stop();
    this.lan.remove();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async start(): Promise<void> {
    const { lan } = this;
    this.printerHost = await PrinterHost.at(lan.namespace('printer'));
    const hub = await startService({
      namespace: lan.namespace('hub'),
      host: '0.0.0.0',
      port: PORT,
      dataDir: join(this.folder, 'hub'),
      config: {
        stations: STATIONS.map((id) => ({ id, name: id })),
        routes: [{ stations: ['grill'] }],
        printers: [{ id: 'line', name: 'Line', link: { kind: 'network', host: lan.address('printer') } }],
        paper: { printer: 'line' },
        hosts: [lan.address('hub')],
      },
    });
    this.services.push(hub);
    const url = `http://${lan.address('hub')}:${PORT}`;
    const [posToken, stationToken] = [hub.token('pos'), hub.token('station')];
    const screenToken = hub.token('screen', '--role', 'kitchen');
    const station = await startService({
      namespace: lan.namespace('grill'),
      dataDir: join(this.folder, 'grill'),
      port: PORT,
      flags: ['--join', url, '--station', 'grill'],
      env: { HEARD_TOKEN: stationToken },
    });
    this.services.unshift(station);
    for (const name of STATIONS) {
      const at =
        name === 'grill' ? { url: `http://127.0.0.1:${PORT}`, token: null } : { url, token: screenToken };
      const glass = new PaperGlass({ ...at, station: name, bumpAfterMs: BUMP_AFTER_MS }, lan.namespace(name));
      this.glasses.set(name, glass);
    }
    this.till = new PaperOrders({ url, token: posToken }, lan.namespace('pos'));
    await this.equal(FIRST_MS);
  }
}
