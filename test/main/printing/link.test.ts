import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type PrinterWish, VirtualPrinter } from '../../../main/demo/printer/VirtualPrinter.ts';
import type { LinkTimes } from '../../../main/printing/link/linkTimes.ts';
import { openLink } from '../../../main/printing/link/openLink.ts';
import type { PrinterLink } from '../../../main/printing/printerLink.ts';
import { chitBytes, HASTY, isOnPaper, QUICK, timesWhole } from '../../support/printedChits.ts';
import { until } from '../../support/wait.ts';

const MODELS = ['epson', 'star'] as const;
type Model = (typeof MODELS)[number];
const UNANSWERED = { kind: 'away', detail: 'it can be reached and does not answer' };
const NEVER = new AbortController().signal;
const open: VirtualPrinter[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((printer) => printer.stop()));
});

async function printerOf(model: Model, more: Partial<PrinterWish> = {}): Promise<VirtualPrinter> {
  const printer = new VirtualPrinter({ model, width: 80, ...more });
  open.push(printer);
  await printer.listen();
  return printer;
}

function linkTo(
  printer: VirtualPrinter,
  model: Model,
  times: LinkTimes = QUICK,
  canAnswer = true,
): PrinterLink {
  const link = { kind: 'network', host: '127.0.0.1', port: printer.port } as const;
  return openLink({ link, model, canAnswer }, times);
}

const print = (link: PrinterLink, model: Model, id: number, signal = NEVER) =>
  link.print(chitBytes(model, id), { number: id }, signal);

describe.each(MODELS)('a network printer (%s)', (model) => {
  it('that is ready prints, and says so', async () => {
    const printer = await printerOf(model);
    const link = linkTo(printer, model);
    expect(await link.status()).toEqual({ kind: 'ready' });
    for (const id of [1, 2, 3]) {
      expect(await print(link, model, id)).toEqual({ kind: 'printed' });
      expect(timesWhole(printer, id)).toBe(1);
    }
  });

  it('is left as soon as its answer is there, for others who want it', async () => {
    const printer = await printerOf(model);
    const link = linkTo(printer, model);
    await print(link, model, 1);
    await until('the printer is free', () => !printer.isTaken);
  });

  it.each([
    ['paper', { paper: 'out' }],
    ['cover', { isCoverOpen: true }],
    ['offline', { isOffline: true }],
    ['error', { hasCutterError: true }],
  ] as const)('that cannot print (%s) gets not one byte of the chit, then or later', async (kind, body) => {
    const printer = await printerOf(model);
    printer.set(body);
    const link = linkTo(printer, model);
    expect(await link.status()).toMatchObject({ kind });
    expect(await print(link, model, 1)).toMatchObject({ kind: 'refused', status: { kind } });
    printer.set({ paper: 'in', isCoverOpen: false, isOffline: false, hasCutterError: false });
    expect(await print(link, model, 2)).toEqual({ kind: 'printed' });
    expect(isOnPaper(printer, 1)).toBe(false);
    expect(timesWhole(printer, 2)).toBe(1);
  });

  it('whose paper is near its end prints', async () => {
    const printer = await printerOf(model);
    printer.set({ paper: 'near' });
    expect(await print(linkTo(printer, model), model, 1)).toEqual({ kind: 'printed' });
  });

  it('whose paper ends in mid-chit: unknown, soon, and why', async () => {
    const printer = await printerOf(model);
    printer.firmware.paperLeft = 100;
    const outcome = await print(linkTo(printer, model), model, 1);
    expect(outcome).toEqual({ kind: 'unknown', why: 'it stopped in mid-chit: there is no paper' });
    expect(isOnPaper(printer, 1)).toBe(true);
    expect(timesWhole(printer, 1)).toBe(0);
  });

  it('whose paper ends in mid-chit and is replaced in time: printed', async () => {
    const printer = await printerOf(model);
    printer.firmware.paperLeft = 100;
    const outcome = print(linkTo(printer, model, { ...QUICK, troubleMs: 5_000 }), model, 1);
    await until('the paper is out', () => printer.firmware.body.paper === 'out');
    printer.set({ paper: 'in' });
    expect(await outcome).toEqual({ kind: 'printed' });
    expect(timesWhole(printer, 1)).toBe(1);
  });

  it('that is slow is done when the paper is cut, not when the bytes are sent', async () => {
    const printer = await printerOf(model);
    printer.firmware.mmPerSecond = 40;
    expect(await print(linkTo(printer, model), model, 1)).toEqual({ kind: 'printed' });
    expect(timesWhole(printer, 1)).toBe(1);
  });

  it('that is slower than the deadline: unknown', async () => {
    const printer = await printerOf(model);
    printer.firmware.mmPerSecond = 2;
    expect(await print(linkTo(printer, model, HASTY), model, 1)).toMatchObject({ kind: 'unknown' });
  });

  it('with a buffer smaller than the chit gets it as it takes it', async () => {
    const printer = await printerOf(model, { bufferBytes: 300 });
    printer.firmware.mmPerSecond = 400;
    const chit = chitBytes(model, 1, { lines: 40 });
    expect(chit.length).toBeGreaterThan(600);
    expect(await linkTo(printer, model).print(chit, { number: 1 }, NEVER)).toEqual({ kind: 'printed' });
    expect(timesWhole(printer, 1, 40)).toBe(1);
  });

  it('that takes nothing at all: nothing is sent', async () => {
    const printer = await printerOf(model);
    printer.isDeaf = true;
    const outcome = await print(linkTo(printer, model, HASTY), model, 1);
    expect(outcome).toEqual({ kind: 'refused', status: UNANSWERED });
    expect(printer.received).toBe(0);
  });

  it('that answers nothing gets nothing, unless the house says that it never answers: then nobody can say', async () => {
    const printer = await printerOf(model);
    printer.firmware.ability = { status: false, process: false, inOrder: false };
    const outcome = await print(linkTo(printer, model, HASTY), model, 1);
    expect(outcome).toEqual({ kind: 'refused', status: UNANSWERED });
    const link = linkTo(printer, model, HASTY, false);
    expect(await link.status()).toEqual({ kind: 'silent' });
    const why = 'this printer cannot say what it printed';
    expect(await print(link, model, 2)).toEqual({ kind: 'unknown', why });
    await until('it is on paper', () => timesWhole(printer, 2) === 1);
    expect(isOnPaper(printer, 1)).toBe(false);
  });

  it('that says how it is and never that it is done: unknown', async () => {
    const printer = await printerOf(model);
    printer.firmware.ability = { status: true, process: false, inOrder: false };
    expect(await print(linkTo(printer, model, HASTY), model, 1)).toMatchObject({ kind: 'unknown' });
    expect(timesWhole(printer, 1)).toBe(1);
  });

  it.each(['wait', 'refuse'] as const)('that another program holds (%s): nothing is sent', async (others) => {
    const printer = await printerOf(model);
    printer.others = others;
    const other = connect(printer.port, '127.0.0.1');
    await until('the other is connected', () => printer.isTaken);
    const outcome = await print(linkTo(printer, model, HASTY), model, 1);
    expect(outcome).toMatchObject({ kind: 'refused' });
    other.destroy();
    await until('the other is gone', () => !printer.isTaken);
    expect(await print(linkTo(printer, model), model, 2)).toEqual({ kind: 'printed' });
    expect(isOnPaper(printer, 1)).toBe(false);
  });

  it('that is not there is away', async () => {
    const printer = await printerOf(model);
    await printer.switchOff();
    const link = linkTo(printer, model);
    expect(await link.status()).toMatchObject({ kind: 'away' });
    expect(await print(link, model, 1)).toMatchObject({ kind: 'refused', status: { kind: 'away' } });
  });

  it('does one thing at a time', async () => {
    const printer = await printerOf(model);
    printer.others = 'refuse';
    const link = linkTo(printer, model);
    const outcomes = await Promise.all([1, 2, 3, 4].map((id) => print(link, model, id)));
    expect(outcomes).toEqual(Array(4).fill({ kind: 'printed' }));
    expect([1, 2, 3, 4].map((id) => timesWhole(printer, id))).toEqual([1, 1, 1, 1]);
  });

  it('called off before: nothing is sent; in mid-chit: unknown', async () => {
    const printer = await printerOf(model);
    const link = linkTo(printer, model);
    expect(await print(link, model, 1, AbortSignal.abort())).toMatchObject({ kind: 'refused' });
    expect(printer.connections).toBe(0);
    printer.firmware.mmPerSecond = 5;
    const off = new AbortController();
    const outcome = print(link, model, 2, off.signal);
    await until('some of it is on paper', () => isOnPaper(printer, 2));
    off.abort();
    expect(await outcome).toMatchObject({ kind: 'unknown', why: expect.stringContaining('called off') });
  });
});

it('an Epson without process ids is believed by its answer in order, after it had time for more the first time', async () => {
  const printer = await printerOf('epson');
  printer.firmware.ability = { status: true, process: false, inOrder: true };
  const link = linkTo(printer, 'epson');
  expect(await print(link, 'epson', 1)).toEqual({ kind: 'printed' });
  const before = performance.now();
  expect(await print(link, 'epson', 2)).toEqual({ kind: 'printed' });
  expect(performance.now() - before).toBeLessThan(1_500);
  expect(timesWhole(printer, 2)).toBe(1);
});
