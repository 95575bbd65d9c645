import type { Image } from '../languages/op.ts';
import { GLYPH_HEIGHT, GLYPH_WIDTH, glyphDot } from './font.ts';
import {
  type Cell,
  CODE_DOTS,
  cellHeight,
  cellWidth,
  lineDots,
  type PaperLine,
  startOf,
  widthOf,
} from './paperLine.ts';

const MARGIN_DOTS = 24;
const CODE_STYLE = {
  isBold: false,
  isUnderlined: false,
  isInverse: false,
  font: 'A',
  width: 1,
  height: 1,
} as const;

type Paint = (x: number, y: number) => void;

/** The paper as the eye sees it, dot by dot, with a margin. */
export function paperPicture(lines: readonly PaperLine[], widthDots: number): Image {
  const width = widthDots + 2 * MARGIN_DOTS;
  const height = lines.reduce((sum, line) => sum + lineDots(line), 0) + 2 * MARGIN_DOTS;
  const dots = new Uint8Array(width * height);
  let top = MARGIN_DOTS;
  for (const line of lines) {
    const paint: Paint = (x, y) => {
      if (x >= 0 && x < widthDots) dots[(top + y) * width + MARGIN_DOTS + x] = 1;
    };
    paintLine(line, widthDots, paint);
    top += lineDots(line);
  }
  return { width, height, dots };
}

function paintLine(line: PaperLine, widthDots: number, paint: Paint) {
  switch (line.kind) {
    case 'cells': {
      const bottom = Math.max(0, ...line.cells.map(cellHeight));
      let x = startOf(line.align, widthDots - widthOf(line.cells));
      for (const cell of line.cells) {
        paintCell(cell, x, bottom - cellHeight(cell), paint);
        x += cellWidth(cell);
      }
      return;
    }
    case 'image':
      return paintImage(line.image, startOf(line.align, widthDots - line.image.width), 0, paint);
    case 'code':
      return paintCode(`${line.symbology} ${line.data}`, widthDots, paint);
    case 'feed':
      return;
    default:
      return line satisfies never;
  }
}

function paintCell(cell: Cell, left: number, top: number, paint: Paint) {
  if (cell.kind === 'image') return paintImage(cell.image, left, top, paint);
  const { character, style } = cell;
  const width = cellWidth(cell);
  const height = cellHeight(cell);
  const isInk = (x: number, y: number) => {
    const at = Math.floor((x * GLYPH_WIDTH) / width);
    const row = Math.floor((y * GLYPH_HEIGHT) / height);
    const isLetter =
      glyphDot(character, at, row) || (style.isBold && at > 0 && glyphDot(character, at - 1, row));
    return isLetter || (style.isUnderlined && y >= height - 2);
  };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (isInk(x, y) !== style.isInverse) paint(left + x, top + y);
    }
  }
}

function paintImage({ width, height, dots }: Image, left: number, top: number, paint: Paint) {
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) if (dots[y * width + x] === 1) paint(left + x, top + y);
  }
}

/** A frame with the code's words in it. */
function paintCode(text: string, widthDots: number, paint: Paint) {
  for (let x = 0; x < widthDots; x += 1) {
    paint(x, 2);
    paint(x, CODE_DOTS - 3);
  }
  let x = GLYPH_WIDTH;
  for (const character of text) {
    paintCell({ kind: 'character', character, style: CODE_STYLE }, x, GLYPH_HEIGHT * 1.5, paint);
    x += GLYPH_WIDTH;
  }
}
