import { createServer, type Socket } from 'node:net';
import { CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { expect, test } from 'vitest';

/** Why node-thermal-printer composes our chits and never sends them, and why each chit has one of its own. Should one of these fail, look again. */

async function listening(onSocket: (socket: Socket) => void) {
  const server = createServer({ pauseOnConnect: true }, onSocket);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, port: address.port };
}

const printerAt = (host: string) => new ThermalPrinter({ type: PrinterTypes.EPSON, interface: host });

test('its send succeeds at a printer that accepts the connection and prints nothing', async () => {
  const sockets: Socket[] = [];
  const { server, port } = await listening((socket) => sockets.push(socket));
  const printer = printerAt(`tcp://127.0.0.1:${port}`);
  printer.println('2 Ribeye, SESAME S2');
  printer.cut();
  await expect(printer.execute()).resolves.not.toBeInstanceOf(Error);
  // What it takes for a success was never read by anybody.
  expect(sockets.map(({ bytesRead }) => bytesRead).reduce((sum, read) => sum + read, 0)).toBe(0);
  for (const socket of sockets) socket.destroy();
  await new Promise((done) => server.close(done));
});

test('what it has sent it sends again with the next chit', async () => {
  const sockets: Socket[] = [];
  const { server, port } = await listening((socket) => sockets.push(socket));
  const printer = printerAt(`tcp://127.0.0.1:${port}`);
  printer.println('TABLE 12');
  await printer.execute();
  printer.println('TABLE 7');
  await printer.execute();
  expect(printer.getBuffer().includes('TABLE 12')).toBe(true);
  for (const socket of sockets) socket.destroy();
  await new Promise((done) => server.close(done));
});

test('a letter its page lacks changes the page in mid-line and for good; a picture letter is ??', () => {
  const printer = printerAt('');
  printer.setCharacterSet(CharacterSet.PC858_EURO);
  const before = printer.getBuffer().length;
  printer.append('Жñ🌶');
  const bytes = printer.getBuffer().subarray(before);
  // ESC t 17 is page 866; after it n-tilde is looked for there, not found, and the page changes once more.
  expect(bytes.indexOf(Buffer.from([0x1b, 0x74]))).toBe(0);
  expect(bytes.lastIndexOf(Buffer.from([0x1b, 0x74]))).toBeGreaterThan(0);
  expect(bytes.subarray(-2).toString('latin1')).toBe('??');
});
