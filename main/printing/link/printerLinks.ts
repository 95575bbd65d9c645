import type { PrinterConfig } from '../../../shared/config/printers.ts';
import type { PrinterLink } from '../printerLink.ts';
import { openLink } from './openLink.ts';

/** The way to a printer, opened once: two would take each other's connection. */
export function printerLinks(): (printer: PrinterConfig) => PrinterLink {
  const links = new Map<string, PrinterLink>();
  return ({ link, model, canAnswer }) => {
    const place = JSON.stringify([link, model, canAnswer]);
    const opened =
      links.get(place) ?? openLink({ link, model, ...(canAnswer === undefined ? {} : { canAnswer }) });
    links.set(place, opened);
    return opened;
  };
}
