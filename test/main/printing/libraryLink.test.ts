import { connect } from 'node:net';
import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VirtualPrinter } from '../../../main/demo/printer/VirtualPrinter.ts';
import { openLink } from '../../../main/printing/link/openLink.ts';
import { HASTY, isOnPaper } from '../../support/printedChits.ts';
import { until } from '../../support/wait.ts';

/** The library's own way to a printer beside ours, at one printer: why ours sends. Should one of these fail, look again. */
let printer: VirtualPrinter;

beforeEach(async () => {
  printer = new VirtualPrinter({ model: 'epson', width: 80 });
  await printer.listen();
});
afterEach(() => printer.stop());

function theirs(): ThermalPrinter {
  const made = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: `tcp://127.0.0.1:${printer.port}` });
  made.println('END 1');
  made.cut();
  return made;
}

const ours = () => {
  const link = { kind: 'network', host: '127.0.0.1', port: printer.port } as const;
  const bytes = theirs().getBuffer();
  return openLink({ link, model: 'epson' }, HASTY).print(bytes, { number: 1 }, new AbortController().signal);
};

const breakages: Record<string, () => void> = {
  'without paper': () => printer.set({ paper: 'out' }),
  'with its cover open': () => printer.set({ isCoverOpen: true }),
  'that takes nothing': () => {
    printer.isDeaf = true;
  },
  'that loses its power while it takes the chit': () => printer.dieAfter({ afterBytes: 4, how: 'hang' }),
};

describe.each(Object.entries(breakages))('a printer %s', (_what, broken) => {
  it('is a success to the library and has printed nothing', async () => {
    broken();
    await expect(theirs().execute()).resolves.not.toBeInstanceOf(Error);
    expect(isOnPaper(printer, 1)).toBe(false);
  });

  it('is none to our link', async () => {
    broken();
    expect((await ours()).kind).not.toBe('printed');
  });
});

it('a printer that another holds, and that the library has found to be there, is a success to it with nothing printed', async () => {
  const other = connect(printer.port, '127.0.0.1');
  await until('another is connected', () => printer.isTaken);
  expect(await theirs().isPrinterConnected()).toBe(true);
  await expect(theirs().execute()).resolves.not.toBeInstanceOf(Error);
  expect(printer.received).toBe(0);
  other.destroy();
});
