import { testSlip } from '../../shared/chits/testSlip.ts';
import type { HouseConfig } from '../../shared/config/houseConfig.ts';
import type { PrinterConfig } from '../../shared/config/printers.ts';
import type { SetupTestPrint } from '../../shared/protocol/setup.ts';
import { columnsOf } from './composeChit.ts';
import { encodeChit } from './encode.ts';
import type { PrinterLink, PrintOutcome } from './printerLink.ts';
import { printSpeech } from './printWords.ts';

export interface TestPrintPlace {
  readonly venue: HouseConfig['venue'];
  readonly now: number;
  readonly link: (printer: PrinterConfig) => PrinterLink;
}

/** A slip that is no order, on a printer that need not be the house's yet: what the printer itself said of it. */
export function testPrint(
  printer: PrinterConfig,
  { venue, now, link }: TestPrintPlace,
): Promise<PrintOutcome> {
  const columns = columnsOf(printer.width);
  const speech = printSpeech(printer.language ?? venue.language, venue.timeZone);
  const slip = testSlip(printer.name, now, { columns, speech });
  const bytes = encodeChit(slip, { model: printer.model, columns });
  return link(printer).print(bytes, { number: 0 }, new AbortController().signal);
}

/** In the one word that a page has a sentence for. */
export function inShort(outcome: PrintOutcome): SetupTestPrint['outcome'] {
  return outcome.kind === 'refused' ? outcome.status.kind : outcome.kind;
}
