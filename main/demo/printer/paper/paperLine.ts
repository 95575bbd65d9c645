import type { Align, Image, Style, Symbology } from '../languages/op.ts';
import { GLYPH_HEIGHT, GLYPH_WIDTH } from './font.ts';

/** What stands in a line: a character, or an image as wide as it is. */
export type Cell =
  | { readonly kind: 'character'; readonly character: string; readonly style: Style }
  | { readonly kind: 'image'; readonly image: Image };

export type PaperLine =
  | { readonly kind: 'cells'; readonly cells: readonly Cell[]; readonly align: Align; readonly feed: number }
  | { readonly kind: 'image'; readonly image: Image; readonly align: Align }
  | { readonly kind: 'code'; readonly symbology: Symbology; readonly data: string }
  | { readonly kind: 'feed'; readonly dots: number };

/** The space a code takes here: it is framed and named, not drawn. */
export const CODE_DOTS = 96;
/** Font B: 9 x 17 in place of 12 x 24. */
const SMALL = { width: 9, height: 17 };

export function cellWidth(cell: Cell): number {
  if (cell.kind === 'image') return cell.image.width;
  return (cell.style.font === 'A' ? GLYPH_WIDTH : SMALL.width) * cell.style.width;
}

export function cellHeight(cell: Cell): number {
  if (cell.kind === 'image') return cell.image.height;
  return (cell.style.font === 'A' ? GLYPH_HEIGHT : SMALL.height) * cell.style.height;
}

export const widthOf = (cells: readonly Cell[]): number =>
  cells.reduce((sum, cell) => sum + cellWidth(cell), 0);

/** How far a line moves the paper. */
export function lineDots(line: PaperLine): number {
  switch (line.kind) {
    case 'cells':
      return Math.max(line.feed, ...line.cells.map(cellHeight));
    case 'image':
      return line.image.height;
    case 'code':
      return CODE_DOTS;
    case 'feed':
      return line.dots;
    default:
      return line satisfies never;
  }
}

export const startOf = (align: Align, room: number): number =>
  align === 'left' ? 0 : Math.max(0, align === 'right' ? room : Math.floor(room / 2));
