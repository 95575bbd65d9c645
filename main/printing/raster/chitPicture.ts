import { PNG } from 'pngjs';
import type { ChitLine, Columns } from '../../../shared/chits/chitLines.ts';
import { NORMAL, run } from '../../../shared/chits/chitLines.ts';
import { type Bitmap, blank, CELL_WIDTH, stamp } from './bitmap.ts';
import { drawLine } from './drawLine.ts';

/** A printer feeds 30 dots for a line of 24. */
export const LINE_GAP = 6;
/** Around what is printed: paper is wider than the head. */
const MARGIN = 24;

/** The whole chit as it comes out of the printer. */
export function chitPicture(lines: readonly ChitLine[], columns: Columns): Buffer {
  const drawn = lines.flatMap((line) => (line.kind === 'cut' ? [] : [drawAny(line, columns)]));
  const height = drawn.reduce((sum, line) => sum + line.height + LINE_GAP, 0);
  const paper = blank(columns * CELL_WIDTH + 2 * MARGIN, height + 2 * MARGIN);
  let top = MARGIN;
  for (const line of drawn) {
    stamp(paper, line, MARGIN, top);
    top += line.height + LINE_GAP;
  }
  return pngOf(paper);
}

function drawAny(line: Exclude<ChitLine, { kind: 'cut' }>, columns: Columns): Bitmap {
  if (line.kind === 'text') return drawLine(line, columns);
  return drawLine({ kind: 'text', runs: [run(line.mark.repeat(columns), NORMAL)] }, columns);
}

/** Black on white, a byte a dot before it is packed. */
export function pngOf({ width, height, dots }: Bitmap): Buffer {
  const png = new PNG({ width, height, colorType: 0, inputColorType: 0, bitDepth: 8, inputHasAlpha: false });
  png.data = Buffer.from(dots.map((dot) => (dot === 1 ? 0 : 255)));
  return PNG.sync.write(png, { colorType: 0, inputColorType: 0, bitDepth: 8, inputHasAlpha: false });
}
