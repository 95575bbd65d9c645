import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VirtualPrinter } from '../../../../main/demo/printer/VirtualPrinter.ts';
import { until } from '../../../support/wait.ts';

/** The printer itself, by its bytes: those of Epson's and Star's references, not of our link. */
const CUT = '\x1dV\x00';
let printer: VirtualPrinter;
let sockets: Socket[] = [];

beforeEach(() => {
  printer = new VirtualPrinter({ model: 'epson', width: 80, bufferBytes: 256 });
  return printer.listen();
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
  await printer.stop();
});

/** A connection, and what it has heard, as hex. */
async function call(
  to = printer,
): Promise<{ socket: Socket; heard: () => string; say: (hex: string) => void }> {
  const socket = connect(to.port, '127.0.0.1');
  sockets.push(socket);
  let heard = '';
  socket.on('error', () => undefined);
  socket.on('data', (bytes: Buffer) => {
    heard += bytes.toString('hex');
  });
  await new Promise((resolve) => socket.once('connect', resolve));
  return { socket, heard: () => heard, say: (hex) => socket.write(Buffer.from(hex, 'hex')) };
}

const hears = (line: { heard: () => string }, hex: string) =>
  until(`${hex}, not ${line.heard()}`, () => line.heard() === hex);

describe('an Epson', () => {
  it.each([
    ['ready', {}, '12121212'],
    ['near its end', { paper: 'near' }, '1212121e'],
    ['without paper', { paper: 'out' }, '1a32127e'],
    ['open', { isCoverOpen: true }, '1a161212'],
    ['offline', { isOffline: true }, '1a1a1212'],
    ['stuck', { hasCutterError: true }, '1a521a12'],
  ] as const)('that is %s says so at once (DLE EOT 1 to 4)', async (_what, body, answers) => {
    printer.set(body);
    const line = await call();
    line.say('100401100402100403100404');
    await hears(line, answers);
  });

  it('is asked through a full buffer, and takes no more than it has room for', async () => {
    printer.set({ isCoverOpen: true });
    const line = await call();
    line.socket.write('x'.repeat(256));
    await until('the buffer is full', () => printer.firmware.waiting === 256);
    line.say('100402');
    await hears(line, '16');
    line.socket.write('x'.repeat(400_000));
    await until('the reserve is full', () => printer.firmware.waiting === 512);
    expect(printer.received).toBe(512);
  });

  it('answers GS r and process ids in order, when all before is on paper', async () => {
    printer.set({ isCoverOpen: true });
    const line = await call();
    line.socket.write(`one\n${CUT}`);
    line.say(`1d284806003030${Buffer.from('ABCD').toString('hex')}1004011d7201`);
    await hears(line, '1a');
    expect(printer.chits).toEqual([]);
    printer.set({ isCoverOpen: false });
    await hears(line, '1a37224142434400' + '00');
    expect(printer.chits.map(({ text }) => text)).toEqual(['one\n']);
  });

  it('reports changes unasked once it is told to (GS a)', async () => {
    const line = await call();
    line.say('1d61ff');
    await hears(line, '10000000');
    printer.set({ paper: 'out' });
    await hears(line, '10000000' + '18000f00');
  });

  it('goes on where it stopped when there is paper again', async () => {
    const line = await call();
    printer.firmware.paperLeft = 50;
    line.socket.write(`one\ntwo\nthree\n${CUT}`);
    await until('the paper is out', () => printer.firmware.body.paper === 'out');
    expect(printer.uncut).toBe('one\ntwo\n');
    printer.set({ paper: 'in' });
    expect(printer.chits.map(({ text }) => text)).toEqual(['one\ntwo\nthree\n']);
  });

  it('forgets its buffer without power, and keeps what hangs out of it', async () => {
    const line = await call();
    printer.firmware.paperLeft = 20;
    line.socket.write('one\ntwo\n');
    await until('it has stopped', () => printer.firmware.waiting > 0);
    await printer.powerCycle();
    printer.set({ paper: 'in' });
    expect(printer.uncut).toBe('one\n');
    expect(printer.firmware.waiting).toBe(0);
  });

  it('takes its time', async () => {
    printer.firmware.mmPerSecond = 50;
    const line = await call();
    const begun = performance.now();
    line.socket.write(`one\n\n\n\n${CUT}`);
    await until('it is cut', () => printer.chits.length === 1);
    // 4 lines of 30 dots, 8 dots a millimetre.
    expect(performance.now() - begun).toBeGreaterThan((4 * 30 * 1000) / 8 / 50 - 50);
  });

  it('serves one after the other', async () => {
    const first = await call();
    await until('the first is served', () => printer.isTaken);
    const second = await call();
    second.say('100401');
    first.say('100404');
    await hears(first, '12');
    expect(second.heard()).toBe('');
    first.socket.end();
    await hears(second, '12');
  });
});

it('a Star says its state in nine bytes with a length after, and counts endings when all before is on paper', async () => {
  const star = new VirtualPrinter({ model: 'star', width: 80 });
  await star.listen();
  try {
    star.set({ isCoverOpen: true, paper: 'near' });
    const line = await call(star);
    line.say('1b0601');
    await hears(line, '2386280000040000000000');
    star.set({ isCoverOpen: false, paper: 'in' });
    line.say('1b1e4500' + '1b1e6101');
    const idle = '2386000000000000000000';
    await hears(line, `2386280000040000000000${idle}`);
    line.say(`${Buffer.from('one\n').toString('hex')}1b6402${'17'.repeat(9)}`);
    await until('nine endings', () => line.heard().endsWith('2386020000000022000000'));
    expect(star.chits.map(({ text }) => text)).toEqual(['one\n\n']);
  } finally {
    await star.stop();
  }
});
