import type { Logger } from 'pino';
import type { HouseConfig } from '../../shared/config/houseConfig.ts';
import type { PrinterConfig } from '../../shared/config/printers.ts';
import { hubPrinters, printersFor } from '../../shared/config/printersFor.ts';
import type { ChitCommand } from '../../shared/domain/commands/chits.ts';
import type { Chit } from '../../shared/domain/model/chit.ts';
import type { State } from '../../shared/domain/model/state.ts';
import { canonicalJson } from '../../shared/lib/canonicalJson.ts';
import { PrinterDesk } from './PrinterDesk.ts';
import type { PrinterLink, PrinterStatus } from './printerLink.ts';

/** Between two looks at a chit that is held back. */
const HELD_LOOK_MS = 1_000;
/** A printer that was just found unable is not offered what another cannot print. */
const RECENTLY_MS = 10_000;

export interface PrintQueueDeps {
  readonly state: () => State;
  readonly config: () => HouseConfig;
  /** Called after each commit. Returns the way to stop. */
  readonly onCommitted: (listener: () => void) => () => void;
  /** Resolves to whether it was applied. */
  readonly submit: (command: ChitCommand) => Promise<boolean>;
  /** It is not sent yet, for a reason that passes by itself; absent: none is. */
  readonly isHeld?: (chit: Chit) => boolean;
  readonly link: (printer: PrinterConfig) => PrinterLink;
  /** Said of a chit in whose midst the last process ended, because nobody can say how far it came. */
  readonly ended: 'hub_ended' | 'station_ended';
  readonly compose: (chit: Chit, printer: PrinterConfig) => Promise<Buffer>;
  readonly monotonic: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly log: Logger;
}

interface Desk {
  readonly desk: PrinterDesk;
  readonly printer: PrinterConfig;
  troubleAt: number;
}

/** Brings queued chits to their printers, each printer at its own pace. It decides nothing: what is printed, and whether again, are rules. */
export class PrintQueue {
  private readonly deps: PrintQueueDeps;
  private readonly desks = new Map<string, Desk>();
  private readonly stopListening: () => void;
  private configured: HouseConfig['printers'] | null = null;
  private isStarted = false;
  private isLookingAgain = false;
  private readonly stopping = new AbortController();

  constructor(deps: PrintQueueDeps) {
    this.deps = deps;
    this.stopListening = deps.onCommitted(() => this.look());
  }

  /** What was being sent when the last process ended may be on paper. Once, before anything is printed. */
  async start(): Promise<void> {
    for (const chit of this.chits('sending'))
      await this.deps.submit({
        type: 'chit.settle',
        chit: chit.id,
        outcome: 'unknown',
        trouble: this.deps.ended,
      });
    this.isStarted = true;
    this.look();
  }

  async stop(): Promise<void> {
    this.stopListening();
    this.stopping.abort();
    await Promise.all([...this.desks.values()].map(({ desk }) => desk.stop()));
  }

  /** What each printer last said; null: it had nothing to do yet. */
  statuses(): Map<string, PrinterStatus | null> {
    return new Map([...this.desks].map(([id, { desk }]) => [id, desk.status]));
  }

  private look(): void {
    // A chit that is sent before `start` has looked would be taken for one that the last process left.
    if (!this.isStarted) return;
    const config = this.deps.config();
    if (config.printers !== this.configured) this.configure(config);
    for (const chit of this.chits('queued')) {
      if (this.isHeld(chit)) {
        this.lookAgain();
        continue;
      }
      const desk = this.desks.get(chit.printer);
      if (desk) desk.desk.wake();
      else this.rehouse(chit, config);
    }
  }

  private isHeld(chit: Chit): boolean {
    return this.deps.isHeld?.(chit) ?? false;
  }

  private lookAgain(): void {
    const { signal } = this.stopping;
    if (this.isLookingAgain || signal.aborted) return;
    this.isLookingAgain = true;
    void this.deps.sleep(HELD_LOOK_MS, signal).then(() => {
      this.isLookingAgain = false;
      if (!signal.aborted) this.look();
    });
  }

  /** Its printer was taken out of the house. */
  private rehouse(chit: Chit, config: HouseConfig): void {
    const [printer] = printersFor(config, chit.station);
    if (printer === undefined) return;
    this.deps
      .submit({ type: 'chit.wait', chit: chit.id, printer: printer.id, trouble: null })
      .catch((error: unknown) =>
        this.deps.log.error({ err: error, chit: chit.number }, 'a chit has no printer'),
      );
  }

  private configure(config: HouseConfig): void {
    this.configured = config.printers;
    const wanted = new Map(hubPrinters(config).map((printer) => [printer.id, printer]));
    for (const [id, known] of this.desks) {
      const printer = wanted.get(id);
      if (printer !== undefined && canonicalJson(printer) === canonicalJson(known.printer)) wanted.delete(id);
      else {
        this.desks.delete(id);
        known.desk
          .stop()
          .catch((error: unknown) =>
            this.deps.log.error({ err: error, printer: id }, 'a printer did not stop'),
          );
      }
    }
    for (const printer of wanted.values()) this.desks.set(printer.id, this.open(printer));
  }

  private open(printer: PrinterConfig): Desk {
    const { state, submit, compose, sleep, log } = this.deps;
    const opened: Desk = {
      printer,
      troubleAt: Number.NEGATIVE_INFINITY,
      desk: new PrinterDesk({
        printer,
        link: this.deps.link(printer),
        next: () =>
          this.chits('queued').find((chit) => chit.printer === printer.id && !this.isHeld(chit)) ?? null,
        chit: (id) => state().chits[id],
        other: (chit) => {
          opened.troubleAt = this.deps.monotonic();
          return this.otherFor(chit, printer);
        },
        compose: (chit) => compose(chit, printer),
        submit,
        sleep,
        log,
      }),
    };
    return opened;
  }

  private otherFor(chit: Chit, unable: PrinterConfig): string | null {
    const oldest = this.deps.monotonic() - RECENTLY_MS;
    const others = printersFor(this.deps.config(), chit.station).filter(({ id }) => id !== unable.id);
    const able = others.find(
      ({ id }) => (this.desks.get(id)?.troubleAt ?? Number.NEGATIVE_INFINITY) < oldest,
    );
    return able?.id ?? null;
  }

  /** Oldest first. */
  private chits(state: Chit['state']): Chit[] {
    return Object.values(this.deps.state().chits)
      .filter((chit) => chit.state === state)
      .sort((a, b) => a.queuedAt - b.queuedAt || a.number - b.number);
  }
}
