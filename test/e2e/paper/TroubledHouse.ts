import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { readLogFile } from '../../../main/store/readLogFile.ts';
import type { Event } from '../../../shared/domain/events/event.ts';
import { EVENING } from '../../support/house.ts';
import { AskedProcess } from '../../support/line/askedProcess.ts';
import { Asker } from '../../support/paper/Asker.ts';
import type { Slip } from '../../support/paper/messages.ts';
import { PaperOrders } from '../../support/paper/PaperGlass.ts';
import { PrinterHost } from '../../support/paper/PrinterHost.ts';
import { runHeard } from '../../support/service.ts';

const PROGRAM = join(import.meta.dirname, '..', '..', 'support', 'paper', 'fastHubProgram.ts');

export interface Wish {
  /** Hub milliseconds in one real one. */
  readonly speed: number;
  /** Hub minutes after which a chit is no longer worth reading. */
  readonly maxAgeMinutes: number;
  readonly hasFailover: boolean;
}

/** A hub, a POS, a person at expo, a printer that has trouble, and where wished another that stands in; nobody at the stations. */
export class TroubledHouse {
  readonly line: PrinterHost;
  readonly pass: PrinterHost;
  readonly orders: PaperOrders;
  readonly expo: Asker;
  readonly speed: number;
  private readonly folder: string;
  private readonly hub: AskedProcess;

  private constructor(
    folder: string,
    hub: AskedProcess,
    printers: readonly [PrinterHost, PrinterHost],
    parts: Parts,
  ) {
    this.folder = folder;
    this.hub = hub;
    [this.line, this.pass] = printers;
    this.speed = parts.speed;
    this.orders = new PaperOrders({ url: parts.url, token: parts.posToken });
    this.expo = new Asker(parts.url, parts.screenToken);
  }

  static async open({ speed, maxAgeMinutes, hasFailover }: Wish): Promise<TroubledHouse> {
    const folder = mkdtempSync(join(tmpdir(), 'heard-paper-trouble-'));
    const printers = [await PrinterHost.here(), await PrinterHost.here()] as const;
    const [line, pass] = await Promise.all(printers.map(async (one) => (await one.look()).port));
    const at = (id: string, port: number | undefined, failover: string | null) => ({
      id,
      name: id,
      link: { kind: 'network', host: '127.0.0.1', port },
      failover,
    });
    const config = {
      stations: ['grill', 'fry', 'cold'].map((id) => ({ id, name: id, amberSeconds: 0.1, chitSeconds: 0.2 })),
      routes: [{ stations: ['grill'] }],
      printers: [at('line', line, hasFailover ? 'pass' : null), at('pass', pass, null)],
      // The limit is counted in the street's time, as a printer's paper is.
      paper: { printer: 'line', maxAgeMinutes: maxAgeMinutes / speed },
    };
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
    const hub = new AskedProcess(PROGRAM, {
      dataDir: folder,
      speed,
      startAt: speed === 1 ? Date.now() : EVENING,
    });
    const url = await hub.ask('url', null, z.string());
    const token = (...args: string[]) => runHeard(folder, ['token', 'create', '--name', 'one', ...args]);
    const [posToken, screenToken] = [token('--scope', 'pos'), token('--scope', 'screen', '--role', 'expo')];
    const house = new TroubledHouse(folder, hub, printers, { url, speed, posToken, screenToken });
    await house.expo.live();
    return house;
  }

  async slips(): Promise<Slip[]> {
    return (await Promise.all([this.line.slips(), this.pass.slips()])).flat();
  }

  log(): Event[] {
    return [...readLogFile(join(this.folder, 'heard.db'))];
  }

  async close(): Promise<void> {
    this.expo.close();
    await Promise.all([this.orders, this.hub, this.line, this.pass].map((one) => one.end()));
    rmSync(this.folder, { recursive: true, force: true });
  }
}

interface Parts {
  readonly url: string;
  readonly speed: number;
  readonly posToken: string;
  readonly screenToken: string;
}
