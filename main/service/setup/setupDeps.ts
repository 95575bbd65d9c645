import type { PrinterConfig } from '../../../shared/config/printers.ts';
import type { HubPort } from '../../hub/port.ts';
import type { PrintOutcome } from '../../printing/printerLink.ts';
import type { BookingDesk } from '../bookings/BookingDesk.ts';

export interface SetupDeps {
  readonly hub: HubPort;
  readonly bookings: BookingDesk;
  /** Ids of the tokens whose screens are connected now. */
  readonly connectedTokens: () => ReadonlySet<string>;
  /** True when other devices reach this service. */
  readonly isOnLan: () => boolean;
  /** Somebody named the address to listen on at the start: that goes before the configuration. */
  readonly isHostGiven: boolean;
  /** Prints an example on a printer that need not be the house's yet. Left out: this service does not print. */
  readonly testPrint?: (printer: PrinterConfig) => Promise<PrintOutcome>;
}
