// The virtual printer as a host of its own on the test's network.
import { control, look } from '../../../main/demo/printer/control.ts';
import { VirtualPrinter } from '../../../main/demo/printer/VirtualPrinter.ts';
import { answerAsked } from '../line/askedProcess.ts';
import { type Printed, PrinterControl, PrinterSetup, type Slip } from './messages.ts';

answerAsked(PrinterSetup, ({ host, port, mmPerSecond }) => {
  const printer = new VirtualPrinter({ model: 'epson', width: 80, host, port });
  printer.firmware.mmPerSecond = mmPerSecond;
  const slips: Slip[] = [];
  printer.onChit = ({ at, text, errors }) => slips.push({ at, text, errors: [...errors] });
  const listening = printer.listen();
  const now = (): Printed => {
    const { chits: _, ...rest } = look(printer);
    return { ...rest, slips: slips.length };
  };
  return {
    ready: async () => {
      await listening;
      return now();
    },
    look: now,
    slips: () => slips,
    control: async (value) => {
      await control(printer, PrinterControl.parse(value));
      return now();
    },
  };
});
