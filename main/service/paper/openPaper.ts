import { randomBytes } from 'node:crypto';
import { setTimeout as later } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { PrinterConfig } from '../../../shared/config/printers.ts';
import { ownPrinterOf } from '../../../shared/config/printersFor.ts';
import type { PersonId } from '../../../shared/lib/ids.ts';
import type { HubPort } from '../../hub/port.ts';
import { composeChit } from '../../printing/composeChit.ts';
import { printerLinks } from '../../printing/link/printerLinks.ts';
import { PrintQueue } from '../../printing/PrintQueue.ts';
import type { PrintOutcome } from '../../printing/printerLink.ts';
import { testPrint } from '../../printing/testPrint.ts';
import type { StationsDown } from './StationsDown.ts';

/** On paper a guest is called as a cook calls him. */
const PAPER_VIEWER = { kind: 'screen', roles: ['kitchen'] } as const;

export interface Paper {
  readonly queue: PrintQueue;
  /** A slip that is no order, on a printer that need not be the house's yet. */
  readonly testPrint: (printer: PrinterConfig) => Promise<PrintOutcome>;
}

/** The hub's own printers and their queue. Nothing is printed before `queue.start`. */
export function openPaper(hub: HubPort, stations: Pick<StationsDown, 'isJustBack'>, log: Logger): Paper {
  const link = printerLinks();
  const nameOf = (person: PersonId) => hub.personal([person], PAPER_VIEWER)[person]?.name ?? null;
  const queue = new PrintQueue({
    state: () => hub.state(),
    config: () => hub.config().config,
    onCommitted: (listener) => hub.onCommitted(listener),
    submit: async (command) => {
      const commandId = `house:${command.type}:${randomBytes(9).toString('base64url')}`;
      const result = await hub.submit({ commandId, actor: { kind: 'house' }, claimedAt: hub.now(), command });
      if (!result.ok) log.warn({ command, result }, 'the print queue was refused');
      return result.ok && result.outcome === 'applied';
    },
    link,
    // C17: what it has printed itself meanwhile it tells first.
    isHeld: ({ station }) => stations.isJustBack() && ownPrinterOf(hub.config().config, station) !== null,
    ended: 'hub_ended',
    compose: async (chit, printer) =>
      composeChit(hub.state(), chit, { config: hub.config().config, printer, nameOf }),
    monotonic: () => performance.now(),
    sleep: (ms, signal) => later(ms, undefined, { signal }).catch(() => undefined),
    log,
  });
  return {
    queue,
    testPrint: (printer) => testPrint(printer, { venue: hub.config().config.venue, now: hub.now(), link }),
  };
}
