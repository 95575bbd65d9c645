import { join } from 'node:path';
import { z } from 'zod';
import { AskedProcess } from '../line/askedProcess.ts';
import { Printed, type PrinterControl, Slip } from './messages.ts';

const PROGRAM = join(import.meta.dirname, 'printerProgram.ts');
const EVERY_NETWORK = '0.0.0.0';
/** What receipt printers listen on. */
const PRINTER_PORT = 9_100;

/** A printer of the test: a process, and a host of its own where a namespace is given. */
export class PrinterHost {
  private readonly process: AskedProcess;

  private constructor(process: AskedProcess) {
    this.process = process;
  }

  /** On a free port of this machine. */
  static async here(mmPerSecond = 0): Promise<PrinterHost> {
    return PrinterHost.ready({ host: '127.0.0.1', port: 0, mmPerSecond });
  }

  static async at(namespace: string): Promise<PrinterHost> {
    return PrinterHost.ready({ host: EVERY_NETWORK, port: PRINTER_PORT, mmPerSecond: 0 }, namespace);
  }

  private static async ready(setup: object, namespace?: string): Promise<PrinterHost> {
    const host = new PrinterHost(new AskedProcess(PROGRAM, setup, namespace));
    await host.process.ask('ready', null, Printed);
    return host;
  }

  look(): Promise<Printed> {
    return this.process.ask('look', null, Printed);
  }

  /** Everything it has cut off so far, oldest first. */
  slips(): Promise<Slip[]> {
    return this.process.ask('slips', null, z.array(Slip));
  }

  set(wish: PrinterControl): Promise<Printed> {
    return this.process.ask('control', wish, Printed);
  }

  end(): Promise<void> {
    return this.process.end();
  }
}
