import type { ChildProcess } from 'node:child_process';
import type { Logger } from 'pino';
import { z } from 'zod';
import { PrinterConfig } from '../../../shared/config/printers.ts';
import { processEnded, startProcess, stopProcess } from './demoProcess.ts';

const Ready = z.object({ event: z.literal('ready'), port: z.int(), paper: z.url() });
/** As a receipt printer of the better kind. */
const MM_PER_SECOND = 200;

/**
 * The demo's printer, a process of its own. It is there before the hub, whose configuration names the port it listens on; what comes out of it is seen on
 * a page of its own.
 */
export class DemoPrinter {
  readonly config: PrinterConfig;
  /** The address of the page with its paper. */
  readonly paper: string;
  private readonly child: ChildProcess;
  private isStopped = false;

  private constructor(child: ChildProcess, ready: z.infer<typeof Ready>, log: Logger) {
    this.child = child;
    this.paper = ready.paper;
    this.config = PrinterConfig.parse({
      id: 'kitchen',
      name: 'Kitchen printer',
      link: { kind: 'network', host: '127.0.0.1', port: ready.port },
    });
    child.once('exit', (code, signal) => {
      if (!this.isStopped) log.error({ code, signal }, 'the demo printer ended');
    });
  }

  /** Rejects when it cannot be started. */
  static async start(log: Logger): Promise<DemoPrinter> {
    const child = startProcess('printer/demoPrinter', ['--speed', `${MM_PER_SECOND}`], null);
    const ready = new Promise<unknown>((resolve) => child.once('message', resolve));
    const said = await Promise.race([
      ready,
      processEnded(child).then((code) => {
        throw new Error(`the demo printer ended before it was ready (${code})`);
      }),
    ]);
    const printer = new DemoPrinter(child, Ready.parse(said), log);
    log.info({ paper: printer.paper }, 'the demo printer: what it prints is seen there');
    return printer;
  }

  async end(): Promise<void> {
    this.isStopped = true;
    await stopProcess(this.child);
  }
}
