import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { PrinterConfig } from '../../../shared/config/printers.ts';
import { ownPrinterOf } from '../../../shared/config/printersFor.ts';
import { THIS_DEVICE } from '../../../shared/domain/events/actor.ts';
import type { Chit } from '../../../shared/domain/model/chit.ts';
import type { PersonId, StationId } from '../../../shared/lib/ids.ts';
import type { Timers } from '../../../shared/sync/timers.ts';
import { composeChit } from '../../printing/composeChit.ts';
import { printerLinks } from '../../printing/link/printerLinks.ts';
import { PrintQueue } from '../../printing/PrintQueue.ts';
import type { PrinterLink, PrintOutcome } from '../../printing/printerLink.ts';
import { testPrint } from '../../printing/testPrint.ts';
import { OwnPaper } from '../../station/OwnPaper.ts';
import type { Station } from '../../station/Station.ts';
import type { StationStore } from '../../store/StationStore.ts';

export interface OwnPaperDesk {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** What keeps chits from this device's printer, in sentences for /health. Empty: nothing. */
  reasons(): string[];
  /** The printer set-up has at this device, as it is now; null: none. */
  printer(): PrinterConfig | null;
  /** A slip that is no order, whether the hub is there or not. */
  test(printer: PrinterConfig): Promise<PrintOutcome>;
}

export interface OwnPaperOptions {
  readonly station: Station;
  readonly store: StationStore;
  readonly id: StationId;
  readonly timers: Timers;
  readonly log: Logger;
  /** The way to a printer; a test has its own. */
  readonly link?: (printer: PrinterConfig) => PrinterLink;
}

/** The printer at this station's device, where it has one, with its queue. */
export function openOwnPaper(options: OwnPaperOptions): OwnPaperDesk {
  const { station, store, id, timers, log, link = printerLinks() } = options;
  const report = async (chit: Chit): Promise<boolean> => {
    const result = await station.submit({
      commandId: `own-chit:${chit.id}`,
      actor: { kind: 'screen', roles: [...station.roles()], station: id, screen: THIS_DEVICE },
      claimedAt: station.now(),
      command: { type: 'chit.report', station: id, chits: [chit] },
    });
    // What the hub has refused stands among the presses that were not done, until a person has read it.
    return result.ok || result.code !== 'unavailable';
  };
  const paper = new OwnPaper({
    station: id,
    side: station,
    table: store.ownPaper,
    report,
    newId: randomUUID,
    timers,
    log,
  });
  const stopReceipts = station.onReceipts((receipts) => paper.sawReceipts(receipts));
  const nameOf = (person: PersonId) => station.personal([person])[person]?.name ?? null;
  const queue = new PrintQueue({
    state: () => paper.state(),
    config: () => paper.config(),
    onCommitted: (listener) => paper.onCommitted(listener),
    submit: (command) => paper.submit(command),
    link,
    ended: 'station_ended',
    compose: async (chit, printer) =>
      composeChit(paper.state(), chit, { config: station.config().config, printer, nameOf }),
    monotonic: () => timers.monotonic(),
    sleep: (ms, signal) => pause(timers, ms, signal),
    log,
  });
  return {
    start: async () => {
      await queue.start();
      paper.start();
    },
    stop: async () => {
      paper.stop();
      stopReceipts();
      await queue.stop();
    },
    reasons: () => {
      const { count, trouble } = paper.waiting();
      return trouble === null
        ? []
        : [`The printer of this station cannot print (${trouble}); ${count} chits wait.`];
    },
    printer: () => ownPrinterOf(station.config().config, id),
    test: (printer) => testPrint(printer, { venue: station.config().config.venue, now: station.now(), link }),
  };
}

function pause(timers: Timers, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const stop = timers.after(ms, resolve);
    signal.addEventListener('abort', () => {
      stop();
      resolve();
    });
  });
}
