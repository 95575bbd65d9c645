import { afterEach, describe, expect, it } from 'vitest';
import { VirtualPrinter } from '../../../main/demo/printer/VirtualPrinter.ts';
import { LINK_TIMES, type LinkTimes } from '../../../main/printing/link/linkTimes.ts';
import { openLink } from '../../../main/printing/link/openLink.ts';
import type { PrinterLink } from '../../../main/printing/printerLink.ts';
import { chitBytes, HASTY, isOnPaper, QUICK, timesWhole } from '../../support/printedChits.ts';
import { until } from '../../support/wait.ts';

const MODELS = ['epson', 'star'] as const;
type Model = (typeof MODELS)[number];
const UNANSWERED = { kind: 'away', detail: 'it can be reached and does not answer' };
const NEVER = new AbortController().signal;
/** What is asked before a chit is sent. */
const ASKED_BYTES = { epson: 6, star: 3 };
const EVERY_BYTES = 5;
let open: VirtualPrinter[] = [];

afterEach(async () => {
  await Promise.all(open.map((printer) => printer.stop()));
  open = [];
});

async function house(
  model: Model,
  times: LinkTimes = QUICK,
): Promise<{ printer: VirtualPrinter; link: PrinterLink }> {
  const printer = new VirtualPrinter({ model, width: 80 });
  open.push(printer);
  await printer.listen();
  const link = { kind: 'network', host: '127.0.0.1', port: printer.port } as const;
  return { printer, link: openLink({ link, model }, times) };
}

const print = (link: PrinterLink, model: Model, id: number, hasImage = false) =>
  link.print(chitBytes(model, id, { hasImage }), { number: id }, NEVER);

describe.each(MODELS)('a printer that breaks (%s)', (model) => {
  it.each(['close', 'reset'] as const)('(%s) after any byte is never said to have printed', async (how) => {
    const { printer, link } = await house(model);
    // The first chit brings the link to know what it can: what it sends then is the chit and its frame.
    expect(await print(link, model, 1)).toEqual({ kind: 'printed' });
    const before = printer.received;
    expect(await print(link, model, 2)).toEqual({ kind: 'printed' });
    const whole = printer.received - before;
    let id = 10;
    for (let at = 0; at < whole; at += EVERY_BYTES) {
      id += 1;
      printer.dieAfter({ afterBytes: at, how });
      const outcome = await print(link, model, id);
      const kind = at < ASKED_BYTES[model] ? 'refused' : 'unknown';
      expect({ at, ...outcome }).toMatchObject({ at, kind });
      if (kind === 'refused') expect(isOnPaper(printer, id)).toBe(false);
      await printer.powerCycle();
      // What follows is whole, whatever the printer was left with.
      expect(await print(link, model, id + 1_000)).toEqual({ kind: 'printed' });
      expect(timesWhole(printer, id + 1_000)).toBe(1);
    }
    expect(id).toBeGreaterThan(20);
  });

  it('by hanging is given up on at the deadline', async () => {
    const { printer, link } = await house(model, HASTY);
    await link.status();
    printer.dieAfter({ afterBytes: 60, how: 'hang' });
    expect(await print(link, model, 1)).toMatchObject({ kind: 'unknown' });
    expect(await print(link, model, 2)).toEqual({ kind: 'refused', status: UNANSWERED });
    await printer.powerCycle();
    expect(await print(link, model, 3)).toEqual({ kind: 'printed' });
    expect(isOnPaper(printer, 2)).toBe(false);
  });

  it('with an earlier chit still in its buffer: that one’s answer is not taken for the next', async () => {
    const { printer, link } = await house(model, { ...HASTY, troubleMs: 100 });
    expect(await print(link, model, 1)).toEqual({ kind: 'printed' });
    printer.firmware.paperLeft = 60;
    expect(await print(link, model, 2)).toMatchObject({ kind: 'unknown' });
    // The rest of chit 2 and its answers come out while chit 3 is sent; then the printer stops again, before chit 3 is through.
    printer.set({ paper: 'in' });
    printer.firmware.mmPerSecond = 100;
    const third = print(link, model, 3);
    await until('chit 3 is begun', () => isOnPaper(printer, 3));
    printer.set({ isCoverOpen: true });
    expect(timesWhole(printer, 2)).toBe(1);
    expect(await third).toMatchObject({ kind: 'unknown' });
    expect(timesWhole(printer, 3)).toBe(0);
  });

  it('in the middle of a picture swallows nothing of the next chit', async () => {
    const { printer, link } = await house(model);
    expect(await print(link, model, 1, true)).toEqual({ kind: 'printed' });
    const picture = chitBytes(model, 2, { hasImage: true });
    // The cable is out for a moment: the printer keeps its power and waits for the rest of the picture.
    printer.dieAfter({ afterBytes: ASKED_BYTES[model] + Math.floor(picture.length / 2), how: 'line' });
    expect(await link.print(picture, { number: 2 }, NEVER)).toMatchObject({ kind: 'unknown' });
    expect(await print(link, model, 3)).toEqual({ kind: 'printed' });
    expect(timesWhole(printer, 3)).toBe(1);
  });

  it('in the middle of a picture of a service before this one swallows nothing of the first chit', async () => {
    const { printer, link } = await house(model);
    const port = printer.port;
    printer.dieAfter({ afterBytes: ASKED_BYTES[model] + 4_096 + 300, how: 'line' });
    await link.print(chitBytes(model, 1, { hasImage: true }), { number: 1 }, NEVER);
    const next = openLink({ link: { kind: 'network', host: '127.0.0.1', port }, model }, QUICK);
    expect(await print(next, model, 2)).toEqual({ kind: 'printed' });
    expect(timesWhole(printer, 2)).toBe(1);
  });
});

it('an Epson without process ids: the answers of an earlier chit are not taken for the next', async () => {
  const { printer, link } = await house('epson', { ...HASTY, troubleMs: 100, totalMs: 4_000 });
  printer.firmware.ability = { status: true, process: false, inOrder: true };
  expect(await print(link, 'epson', 1)).toEqual({ kind: 'printed' });
  printer.firmware.paperLeft = 60;
  expect(await print(link, 'epson', 2)).toMatchObject({ kind: 'unknown' });
  printer.set({ paper: 'in' });
  printer.firmware.mmPerSecond = 100;
  const third = print(link, 'epson', 3);
  await until('chit 3 is begun', () => isOnPaper(printer, 3));
  printer.set({ isCoverOpen: true });
  expect(await third).toMatchObject({ kind: 'unknown' });
});

it('a printer that is gone is known within five seconds', () => {
  expect(LINK_TIMES.connectMs + LINK_TIMES.statusMs).toBeLessThan(5_000);
});
