import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VirtualPrinter } from '../../../main/demo/printer/VirtualPrinter.ts';
import { openLink } from '../../../main/printing/link/openLink.ts';
import { chitBytes, HASTY, isOnPaper, QUICK, timesWhole } from '../../support/printedChits.ts';
import { until } from '../../support/wait.ts';

/** A cable: a serial line of the kernel's (a pseudo terminal, as it comes: with echo and all) whose other end is the printer's port. */
const CABLE = `
import os, pty, select, socket, sys
line, name = pty.openpty()
printer = socket.create_connection(('127.0.0.1', int(sys.argv[1])))
print(os.ttyname(name), flush=True)
while True:
    ready, _, _ = select.select([line, printer], [], [])
    if line in ready:
        printer.sendall(os.read(line, 4096))
    if printer in ready:
        got = printer.recv(4096)
        if not got: break
        os.write(line, got)
`;
const NEVER = new AbortController().signal;
let folder: string;
const cables: ChildProcess[] = [];
const printers: VirtualPrinter[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heard-device-'));
});
afterEach(async () => {
  for (const cable of cables.splice(0)) cable.kill('SIGKILL');
  await Promise.all(printers.splice(0).map((printer) => printer.stop()));
  rmSync(folder, { recursive: true });
});

async function cabled(model: 'epson' | 'star'): Promise<{ printer: VirtualPrinter; path: string }> {
  const printer = new VirtualPrinter({ model, width: 80 });
  printers.push(printer);
  await printer.listen();
  const cable = spawn('python3', ['-c', CABLE, `${printer.port}`], { stdio: ['ignore', 'pipe', 'inherit'] });
  cables.push(cable);
  const [said] = await once(cable.stdout, 'data');
  return { printer, path: String(said).trim() };
}

const linkTo = (path: string, model: 'epson' | 'star', times = QUICK, canAnswer = true) =>
  openLink({ link: { kind: 'device', path }, model, canAnswer }, times);

describe.each(['epson', 'star'] as const)('a printer on a serial line (%s)', (model) => {
  it('is asked and answers as on a network', async () => {
    const { printer, path } = await cabled(model);
    const link = linkTo(path, model);
    expect(await link.status()).toEqual({ kind: 'ready' });
    for (const number of [1, 2]) {
      expect(await link.print(chitBytes(model, number, { hasImage: true }), { number }, NEVER)).toEqual({
        kind: 'printed',
      });
      expect(timesWhole(printer, number)).toBe(1);
    }
    printer.set({ paper: 'out' });
    expect(await link.print(chitBytes(model, 3), { number: 3 }, NEVER)).toMatchObject({
      kind: 'refused',
      status: { kind: 'paper' },
    });
    printer.set({ paper: 'in' });
    printer.firmware.paperLeft = 60;
    expect(await link.print(chitBytes(model, 4), { number: 4 }, NEVER)).toMatchObject({ kind: 'unknown' });
    expect(isOnPaper(printer, 3)).toBe(false);
  });

  it('that takes nothing is given up on, and nothing else waits for it', async () => {
    const { printer, path } = await cabled(model);
    printer.isDeaf = true;
    const link = linkTo(path, model, HASTY);
    expect(await link.print(chitBytes(model, 1), { number: 1 }, NEVER)).toMatchObject({
      kind: 'refused',
      status: { kind: 'away' },
    });
  });
});

describe('a device that only takes', () => {
  it('gets the chit where the house says that it cannot answer: then nobody can say', async () => {
    const path = join(folder, 'lp0');
    execFileSync('mkfifo', [path]);
    const end = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const chit = chitBytes('epson', 1);
    const outcome = await linkTo(path, 'epson', HASTY, false).print(chit, { number: 1 }, NEVER);
    expect(outcome).toEqual({ kind: 'unknown', why: 'this printer cannot say what it printed' });
    const got = Buffer.alloc(20_000);
    expect(got.subarray(0, readSync(end, got)).includes(chit)).toBe(true);
    closeSync(end);
  });

  it('and takes no more: unknown at the deadline', async () => {
    const path = join(folder, 'lp0');
    execFileSync('mkfifo', [path]);
    const end = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const chit = chitBytes('epson', 1, { lines: 8_000 });
    const outcome = await linkTo(path, 'epson', HASTY, false).print(chit, { number: 1 }, NEVER);
    expect(outcome).toMatchObject({ kind: 'unknown', why: expect.stringContaining('not all taken') });
    closeSync(end);
  });

  it('is away when it is not there, nobody is behind it, or it has gone', async () => {
    const path = join(folder, 'lp0');
    expect(await linkTo(path, 'epson').status()).toMatchObject({ kind: 'away' });
    execFileSync('mkfifo', [path]);
    expect(
      await linkTo(path, 'epson', HASTY, false).print(chitBytes('epson', 1), { number: 1 }, NEVER),
    ).toMatchObject({
      kind: 'refused',
      status: { kind: 'away' },
    });
  });
});

it('a cable pulled in mid-chit: unknown', async () => {
  const { printer, path } = await cabled('epson');
  printer.firmware.mmPerSecond = 10;
  const outcome = linkTo(path, 'epson').print(chitBytes('epson', 1), { number: 1 }, NEVER);
  await until('it prints', () => isOnPaper(printer, 1));
  for (const cable of cables) cable.kill('SIGKILL');
  expect(await outcome).toMatchObject({ kind: 'unknown' });
});

it('a file that is no device is not made, and an ordinary one is not taken for a printer that answers', async () => {
  const path = join(folder, 'notes.txt');
  writeFileSync(path, '');
  expect(await linkTo(path, 'epson', HASTY).status()).toEqual({ kind: 'silent' });
});
