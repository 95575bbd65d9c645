import type { PrinterControl, PrinterLook } from '../../../shared/demo/printerControl.ts';
import type { VirtualPrinter } from './VirtualPrinter.ts';

const DOTS_PER_MM = 8;

export async function control(printer: VirtualPrinter, wish: PrinterControl): Promise<void> {
  const { paper, isCoverOpen, isOffline, hasCutterError } = wish;
  const { firmware } = printer;
  if (wish.mmPerSecond !== undefined) firmware.mmPerSecond = wish.mmPerSecond;
  if (wish.others !== undefined) printer.others = wish.others;
  if (wish.isDeaf !== undefined) printer.isDeaf = wish.isDeaf;
  if (wish.answers !== undefined) firmware.ability = { ...firmware.ability, ...wish.answers };
  if (wish.power === 'off') await printer.switchOff();
  if (wish.power === 'on') await printer.switchOn();
  if (wish.power === 'cycle') await printer.powerCycle();
  printer.set({
    ...(paper === undefined ? {} : { paper }),
    ...(isCoverOpen === undefined ? {} : { isCoverOpen }),
    ...(isOffline === undefined ? {} : { isOffline }),
    ...(hasCutterError === undefined ? {} : { hasCutterError }),
  });
  if (wish.paperLeftMm !== undefined) firmware.paperLeft = wish.paperLeftMm * DOTS_PER_MM;
  if (wish.dieAfter !== undefined) printer.dieAfter(wish.dieAfter);
}

export function look(printer: VirtualPrinter): PrinterLook {
  const { firmware, port, received, connections, uncut, chits } = printer;
  return {
    ...firmware.body,
    port,
    isOn: firmware.isOn,
    received,
    connections,
    waiting: firmware.waiting,
    uncut,
    chits: chits.map(({ number, at, text, errors }) => ({ number, at, text, errors: [...errors] })),
  };
}
