import { parseArgs } from 'node:util';
import { endWithParent, tellParent } from '../parent.ts';
import { servePaper } from './page/servePaper.ts';
import { VirtualPrinter } from './VirtualPrinter.ts';

/** The demo's printer: a process of its own on the network, with a page that shows its paper. Started by hand it says on stdout where. */
endWithParent();
await main();

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { model: text, width: text, host: text, port: text, page: text, speed: text, buffer: text },
    strict: true,
  });
  const host = values.host ?? '127.0.0.1';
  const printer = new VirtualPrinter({
    model: values.model === 'star' ? 'star' : 'epson',
    width: values.width === '58' ? 58 : 80,
    host,
    port: Number(values.port ?? 0),
    ...(values.buffer === undefined ? {} : { bufferBytes: Number(values.buffer) }),
  });
  printer.firmware.mmPerSecond = Number(values.speed ?? 0);
  await printer.listen();
  const { url } = await servePaper(printer, Number(values.page ?? 0), host);
  const ready = { event: 'ready', port: printer.port, paper: url };
  if (process.connected) tellParent(ready);
  else process.stdout.write(`${JSON.stringify(ready)}\n`);
}
