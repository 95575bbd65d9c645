import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readLogFile } from '../../../main/store/readLogFile.ts';
import type { Event } from '../../../shared/domain/events/event.ts';
import { Asker } from '../../support/paper/Asker.ts';
import { PaperOrders } from '../../support/paper/PaperGlass.ts';
import { PrinterHost } from '../../support/paper/PrinterHost.ts';
import { startService, type TestService } from '../../support/service.ts';

/** A small slip takes more than a second: there is time to die in. */
const SLOW_MM_PER_SECOND = 70;
const LOOK_EVERY_MS = 15;
const A_SLIP_WITHIN_MS = 20_000;
const READY_MS = 60_000;

/** A hub that is about to be killed, a POS, a slow printer, and nobody at the stations: every order goes on paper. */
export class KillHouse {
  readonly printer: PrinterHost;
  readonly orders: PaperOrders;
  kills = 0;
  private readonly folder: string;
  private readonly port: number;
  private readonly screenToken: string;
  private hub: TestService | null;

  private constructor(folder: string, printer: PrinterHost, hub: TestService) {
    this.folder = folder;
    this.printer = printer;
    this.hub = hub;
    this.port = Number(new URL(hub.url).port);
    this.screenToken = hub.token('screen', '--role', 'expo');
    this.orders = new PaperOrders({ url: hub.url, token: hub.token('pos') });
  }

  static async open(): Promise<KillHouse> {
    const folder = mkdtempSync(join(tmpdir(), 'heard-paper-kills-'));
    const printer = await PrinterHost.here(SLOW_MM_PER_SECOND);
    const { port } = await printer.look();
    const config = {
      stations: ['grill', 'fry', 'cold'].map((id) => ({
        id,
        name: id,
        amberSeconds: 0.001,
        chitSeconds: 0.4,
      })),
      routes: [{ stations: ['grill'] }],
      printers: [{ id: 'line', name: 'Line', link: { kind: 'network', host: '127.0.0.1', port } }],
      paper: { printer: 'line' },
    };
    return new KillHouse(folder, printer, await startService({ dataDir: folder, config, readyMs: READY_MS }));
  }

  /** SIGKILL while a chit is on its way: bytes of it are with the printer and its word is not with the hub. */
  async killInMidChit(): Promise<void> {
    const isUnderWay = async () => {
      const { waiting, uncut } = await this.printer.look();
      return waiting > 0 || uncut !== '';
    };
    const end = Date.now() + A_SLIP_WITHIN_MS;
    while (!(await isUnderWay())) {
      if (Date.now() > end) throw new Error('nothing was printed');
      await sleep(LOOK_EVERY_MS);
    }
    await this.kill();
  }

  async kill(): Promise<void> {
    const code = await this.hub?.kill('SIGKILL');
    if (code !== null) throw new Error(`the hub had ended with ${code} by itself: ${this.hub?.log()}`);
    this.hub = null;
    this.kills += 1;
  }

  async start(): Promise<void> {
    this.hub = await startService({ dataDir: this.folder, port: this.port, readyMs: READY_MS });
  }

  /** A person at expo. */
  asker(): Asker {
    if (this.hub === null) throw new Error('the hub is down');
    return new Asker(this.hub.url, this.screenToken);
  }

  log(): Event[] {
    return [...readLogFile(join(this.folder, 'heard.db'))];
  }

  async close(): Promise<void> {
    await this.orders.end();
    await this.hub?.stop();
    await this.printer.end();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
