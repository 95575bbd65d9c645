import {
  type ChitLine,
  type ChitRun,
  type Columns,
  heightOf,
  widthOf,
} from '../../../shared/chits/chitLines.ts';
import { charColumns, RIGHT_TO_LEFT } from '../../../shared/chits/columns.ts';
import { type Bitmap, blank, CELL_HEIGHT, CELL_WIDTH, invert, magnified, stamp } from './bitmap.ts';
import { glyphOf } from './glyphs.ts';

type TextLine = Extract<ChitLine, { kind: 'text' }>;

/** A line of a layout in dots, cell by cell as the printer's own letters would stand. */
export function drawLine(line: TextLine, columns: Columns): Bitmap {
  const down = heightOf(line);
  const drawn = blank(columns * CELL_WIDTH, CELL_HEIGHT * down);
  let left = 0;
  for (const run of inReadingOrder(line.runs)) {
    const start = left;
    const across = widthOf(run.size);
    const high = run.size === 'normal' ? 1 : 2;
    // Small letters stand on the line of the large ones.
    const top = (down - high) * CELL_HEIGHT;
    let before = left;
    for (const char of run.text) {
      const glyph = magnified(glyphOf(char, run.isBold), across, high);
      const cells = charColumns(char);
      if (cells === 0) stamp(drawn, glyph, before, top);
      else {
        stamp(drawn, glyph, left, top);
        before = left;
        left += cells * CELL_WIDTH * across;
      }
    }
    if (run.isInverse) invert(drawn, start, left, drawn.height);
  }
  return drawn;
}

/** Hebrew and Arabic words stand from right to left; a printer's dots do not turn round by themselves. */
function inReadingOrder(runs: readonly ChitRun[]): ChitRun[] {
  return runs.map((run) => ({
    ...run,
    text: run.text.replace(RIGHT_TO_LEFT, (words) =>
      (words.match(/\P{Mn}\p{Mn}*/gu) ?? []).toReversed().join(''),
    ),
  }));
}
