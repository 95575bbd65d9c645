import pino from 'pino';
import { PrintQueue } from '../../main/printing/PrintQueue.ts';
import type { PrinterLink, PrinterStatus, PrintOutcome } from '../../main/printing/printerLink.ts';
import { HouseConfig } from '../../shared/config/houseConfig.ts';
import type { House as Surroundings } from '../../shared/domain/commands/dueChits.ts';
import type { Chit } from '../../shared/domain/model/chit.ts';
import type { StationId } from '../../shared/lib/ids.ts';
import { cook, grill, House, type SaidTicket } from './house.ts';

export const PAPER_CONFIG = HouseConfig.parse({
  stations: [
    { id: 'grill', name: 'Grill' },
    { id: 'fry', name: 'Fry' },
  ],
  routes: [{ stations: ['grill'] }],
  printers: [
    { id: 'line', name: 'Line', link: { kind: 'network', host: '10.0.0.9' }, failover: 'pass' },
    { id: 'pass', name: 'Pass', link: { kind: 'network', host: '10.0.0.8' } },
  ],
  paper: { printer: 'line' },
  pass: 'expo',
});

/** A printer that says and does what the test says. */
export class FakePrinter implements PrinterLink {
  now: PrinterStatus = { kind: 'ready' };
  outcome: PrintOutcome = { kind: 'printed' };
  /** What came out, by the chit's number. */
  readonly paper: number[] = [];
  /** Called while a chit is being printed. */
  during: (number: number) => void | Promise<void> = () => undefined;
  busiest = 0;
  private busy = 0;

  async status(): Promise<PrinterStatus> {
    return this.now;
  }

  async print(_bytes: Buffer, { number }: { readonly number: number }): Promise<PrintOutcome> {
    this.busy += 1;
    this.busiest = Math.max(this.busiest, this.busy);
    try {
      await this.during(number);
      if (this.outcome.kind === 'printed') this.paper.push(number);
      return this.outcome;
    } finally {
      this.busy -= 1;
    }
  }
}

/** A house of rules with a print queue and printers without paper. Time is the house's. */
export class PaperHouse {
  readonly house = new House(PAPER_CONFIG);
  readonly printers = new Map([
    ['line', new FakePrinter()],
    ['pass', new FakePrinter()],
  ]);
  /** The hub lets others speak first. */
  isHeld = false;
  private listeners = new Set<() => void>();
  private sleepers: Array<{ until: number; wake: () => void }> = [];
  queue = this.open();

  printer(id: 'line' | 'pass'): FakePrinter {
    const printer = this.printers.get(id);
    if (printer === undefined) throw new Error(`no printer ${id}`);
    return printer;
  }

  /** The service ends without a word, as by SIGKILL, and another is started on the same log. */
  async restart(): Promise<void> {
    this.listeners.clear();
    this.queue = this.open();
    await this.queue.start();
    await this.settle();
  }

  put(said: SaidTicket): void {
    this.house.put(said);
  }

  /** Seconds go by, each with a look at what is due. */
  async pass(seconds: number, isDown = false): Promise<void> {
    const surroundings: Surroundings = { speed: 1, downSince: () => (isDown ? 1 : null) };
    for (let second = 0; second < seconds; second += 1) {
      this.house.now += 1_000;
      if (this.house.tick(surroundings) > 0) this.told();
      const awake = this.sleepers.filter(({ until }) => until <= this.house.now);
      this.sleepers = this.sleepers.filter((sleeper) => !awake.includes(sleeper));
      for (const { wake } of awake) wake();
      await this.settle();
    }
  }

  list(ticketId = 'T1', station: StationId = grill): void {
    const { id, versions } = this.house.ticket(ticketId);
    const ref = { ticket: id, version: versions[station] ?? 0 };
    this.house.say({ type: 'receipt.report', station, listed: [ref], painted: [] }, cook(station));
  }

  chits(): Chit[] {
    return Object.values(this.house.state.chits);
  }

  /** All that can happen without time has happened. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  }

  told(): void {
    for (const listener of [...this.listeners]) listener();
  }

  private open(): PrintQueue {
    this.listeners = new Set();
    return new PrintQueue({
      state: () => this.house.state,
      config: () => this.house.config,
      onCommitted: (listener) => {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
      },
      submit: async (command) => {
        const outcome = this.house.say(command, { kind: 'house' });
        if (outcome === 'applied') this.told();
        return outcome === 'applied';
      },
      link: ({ id }) => this.printer(id === 'line' ? 'line' : 'pass'),
      isHeld: () => this.isHeld,
      ended: 'hub_ended',
      compose: async (chit) => Buffer.from(`chit ${chit.number}`),
      monotonic: () => this.house.now,
      sleep: (ms) =>
        new Promise((wake) => {
          this.sleepers.push({ until: this.house.now + ms, wake });
        }),
      log: pino({ level: 'silent' }),
    });
  }
}
