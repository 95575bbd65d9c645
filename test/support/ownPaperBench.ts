import pino from 'pino';
import { type OwnPaperDesk, openOwnPaper } from '../../main/service/station/openOwnPaper.ts';
import { HouseConfig } from '../../shared/config/houseConfig.ts';
import { dueChits, type House } from '../../shared/domain/commands/dueChits.ts';
import type { Chit } from '../../shared/domain/model/chit.ts';
import { grill } from './house.ts';
import { MemoryHub } from './memoryHub.ts';
import { FakePrinter } from './paperHouse.ts';
import { StationBench, type Window } from './stationBench.ts';

const CONFIG = HouseConfig.parse({
  stations: [
    { id: 'grill', name: 'Grill' },
    { id: 'fry', name: 'Fry' },
  ],
  routes: [{ stations: ['grill'] }],
  printers: [
    { id: 'line', name: 'Line', link: { kind: 'network', host: '10.0.0.9' } },
    { id: 'own', name: 'Grill own', station: 'grill', link: { kind: 'device', path: '/dev/usb/lp0' } },
  ],
  paper: { printer: 'line' },
  pass: 'expo',
});

/** A hub, and the grill's device with a window and a printer of its own, on its real file. */
export class OwnPaperBench {
  readonly bench = new StationBench();
  readonly printer = new FakePrinter();
  readonly window: Window;
  private desk: OwnPaperDesk;

  private constructor() {
    this.bench.replaceHub(new MemoryHub(this.bench.timers, 'site', CONFIG));
    this.window = this.bench.window();
    this.desk = this.open();
  }

  static async live(): Promise<OwnPaperBench> {
    const paper = new OwnPaperBench();
    await paper.bench.heal();
    await paper.desk.start();
    return paper;
  }

  get hub(): MemoryHub {
    return this.bench.hub;
  }

  async put(...ids: string[]): Promise<void> {
    for (const id of ids) this.hub.put({ id, table: id, items: [{ id: 'a' }] });
    await this.bench.settle();
  }

  /** The glass of the grill has shown it. */
  async list(id: string): Promise<void> {
    const ticket = [...this.window.client.view().tickets.values()].find((one) => one.externalId === id);
    this.window.client.reportListed(ticket?.id ?? this.hub.ticket(id).id, ticket?.versions[grill] ?? 0);
    this.bench.timers.advance(100);
    await this.bench.settle();
  }

  /** The power of the device goes, and comes again. */
  async restart(): Promise<void> {
    this.bench.restart();
    this.desk = this.open();
    await this.desk.start();
    this.bench.connectWindows();
    await this.bench.settle();
  }

  cut(): void {
    this.bench.up.cut();
  }

  async back(): Promise<void> {
    this.bench.up.connect();
    await this.bench.settle();
    await this.bench.pass(2_000);
  }

  pass(seconds: number): Promise<void> {
    return this.bench.pass(seconds * 1_000);
  }

  /** By number, in the order in which they came out. */
  slips(): readonly number[] {
    return this.printer.paper;
  }

  chits(): Chit[] {
    return Object.values(this.hub.state().chits);
  }

  /** What the hub would print now, were no screen of the grill here. */
  due(house: Partial<House> = {}) {
    const { hub } = this;
    const commands = dueChits(hub.state(), CONFIG, hub.now(), { speed: 1, downSince: () => 1, ...house });
    for (const command of commands) hub.house(command);
    return commands;
  }

  reasons(): string[] {
    return this.desk.reasons();
  }

  private open(): OwnPaperDesk {
    const { station, store, timers } = this.bench;
    const log = pino({ level: 'silent' });
    return openOwnPaper({ station, store, id: grill, timers, log, link: () => this.printer });
  }
}
