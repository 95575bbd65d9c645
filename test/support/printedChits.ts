import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import type { VirtualPrinter } from '../../main/demo/printer/VirtualPrinter.ts';
import type { LinkTimes } from '../../main/printing/link/linkTimes.ts';

/** Deadlines for tests: what must happen happens at once, what never happens ends soon. */
export const QUICK: LinkTimes = { connectMs: 3_000, statusMs: 1_000, totalMs: 6_000, troubleMs: 400 };
/** For printers that are known never to say that they are done. */
export const HASTY: LinkTimes = { ...QUICK, statusMs: 250, totalMs: 900 };

const SQUARE = 64;

/** A chit that says its number first and last, with a picture between where asked, by an encoder that is not ours. */
export function chitBytes(
  model: 'epson' | 'star',
  number: number,
  { lines = 3, hasImage = false }: { lines?: number; hasImage?: boolean } = {},
): Buffer {
  const language = model === 'epson' ? 'esc-pos' : 'star-line';
  const options = { language, columns: 48, imageMode: 'raster', codepageMapping: model } as const;
  const encoder = new ReceiptPrinterEncoder(options).initialize().codepage('cp858');
  encoder.line(`BEGIN ${number}`);
  for (let line = 1; line <= lines; line += 1) encoder.line(`${line} Jalapeño ${number}`);
  if (hasImage) encoder.image(picture(), SQUARE, SQUARE, 'threshold');
  return Buffer.from(encoder.line(`END ${number}`).cut().encode());
}

function picture(): ImageData {
  const data = new Uint8ClampedArray(SQUARE * SQUARE * 4).fill(255);
  for (let dot = 0; dot < SQUARE * SQUARE; dot += 3) data.fill(0, dot * 4, dot * 4 + 3);
  return { width: SQUARE, height: SQUARE, data, colorSpace: 'srgb' };
}

/**
 * How often a chit is on paper whole, cut off, with every line of it and no command that the printer did not know. `mayBeBroken`: a lost line may have
 * left half a command in front of it.
 */
export function timesWhole(printer: VirtualPrinter, number: number, lines = 3, mayBeBroken = false): number {
  const all = [
    `BEGIN ${number}`,
    ...Array.from({ length: lines }, (_, n) => `${n + 1} Jalapeño ${number}`),
    `END ${number}`,
  ];
  return printer.chits.filter(({ text, errors }) => {
    const said = text.split('\n').filter((line) => line !== '' && !line.startsWith('[image'));
    const from = said.indexOf(all[0] ?? '');
    return (
      (mayBeBroken || errors.length === 0) &&
      from >= 0 &&
      all.every((line, place) => said[from + place] === line)
    );
  }).length;
}

/** Whether anything of a chit is on paper, cut off or not. */
export function isOnPaper(printer: VirtualPrinter, number: number): boolean {
  const paper = [...printer.chits.map(({ text }) => text), printer.uncut].join('\n');
  return new RegExp(`(BEGIN|END|Jalapeño) ${number}\\b`, 'u').test(paper);
}
