import { CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import type { ChitLine, ChitRun, Columns } from '../../shared/chits/chitLines.ts';
import { canPrint, type PageName, pageFor } from './codePage.ts';
import { blank, stamp } from './raster/bitmap.ts';
import { LINE_GAP } from './raster/chitPicture.ts';
import { drawLine } from './raster/drawLine.ts';
import { rasterBytes } from './raster/rasterBytes.ts';

export interface PrinterKind {
  readonly model: 'epson' | 'star';
  readonly columns: Columns;
}

/** What the library has no call for, as raw bytes. */
const RAW = {
  /** ESC @: whatever the last chit, or another program, has left behind. */
  initialize: Buffer.from([0x1b, 0x40]),
  /** ESC R 0: a printer sold for Spain or France otherwise prints a letter of its own for `#` and `[`. */
  noCountry: Buffer.from([0x1b, 0x52, 0]),
  /** FS .: an Epson made for Asia otherwise reads two accents as one square letter. */
  noSquareLetters: Buffer.from([0x1c, 0x2e]),
  /** GS V 66 0: on to the knife, however far away it is, and cut all but one point. */
  epsonCut: Buffer.from([0x1d, 0x56, 66, 0]),
} as const;

/**
 * A layout as the bytes of one chit. The library is made anew for each, because it never forgets what it has printed, and it only composes:
 * what it calls sending is not used (test/main/printing/librarySending.test.ts shows why). It is never given a letter that the chit's one
 * code page lacks: it would change the page in the middle of a line and stay there. Such a line goes as dots.
 */
export function encodeChit(lines: readonly ChitLine[], { model, columns }: PrinterKind): Buffer {
  const page = pageFor(lines);
  const printer = new ThermalPrinter({
    type: model === 'epson' ? PrinterTypes.EPSON : PrinterTypes.STAR,
    width: columns,
    interface: '',
  });
  printer.add(RAW.initialize);
  printer.add(RAW.noCountry);
  if (model === 'epson') printer.add(RAW.noSquareLetters);
  printer.setCharacterSet(CharacterSet[page]);
  for (const line of lines) encodeLine(printer, line, page, { model, columns });
  return printer.getBuffer();
}

function encodeLine(
  printer: ThermalPrinter,
  line: ChitLine,
  page: PageName,
  { model, columns }: PrinterKind,
): void {
  switch (line.kind) {
    case 'text':
      if (line.runs.every(({ text }) => canPrint(text, page))) {
        for (const run of line.runs) encodeRun(printer, run);
        printer.newLine();
      } else drawOnPaper(printer, line, { model, columns });
      return;
    case 'rule':
      printer.append(line.mark.repeat(columns));
      printer.newLine();
      return;
    case 'cut':
      if (model === 'epson') printer.add(RAW.epsonCut);
      // A Star feeds to its knife by itself.
      else printer.partialCut({ verticalTabAmount: 0 });
      return;
    default:
      line satisfies never;
  }
}

/** Each run says all of its looks and takes them back: an Epson's size command puts bold off, a Star's does not. */
function encodeRun(printer: ThermalPrinter, { text, isBold, isInverse, size }: ChitRun): void {
  if (size === 'tall') printer.setTextDoubleHeight();
  if (size === 'double') printer.setTextQuadArea();
  if (isBold) printer.bold(true);
  if (isInverse) printer.invert(true);
  printer.append(text);
  if (isInverse) printer.invert(false);
  if (isBold) printer.bold(false);
  if (size !== 'normal') printer.setTextNormal();
}

/** A Star prints dots in bands of 24; an Epson's image is as high as it is, with the gap that its own lines have. */
function drawOnPaper(
  printer: ThermalPrinter,
  line: Extract<ChitLine, { kind: 'text' }>,
  { model, columns }: PrinterKind,
): void {
  const drawn = drawLine(line, columns);
  if (model === 'star') {
    printer.add(rasterBytes.star(drawn));
    return;
  }
  const spaced = blank(drawn.width, drawn.height + LINE_GAP);
  stamp(spaced, drawn, 0, 0);
  printer.add(rasterBytes.epson(spaced));
}
