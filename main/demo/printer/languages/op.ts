import type { CodePage } from '../paper/codePages.ts';

/** What a command of either language asks of the mechanism. Lengths are in dots: 8 a millimetre (203 dpi). */
export type Op =
  | { readonly kind: 'text'; readonly byte: number }
  | { readonly kind: 'lineFeed' }
  | { readonly kind: 'carriageReturn' }
  | { readonly kind: 'tab' }
  | { readonly kind: 'feedLines'; readonly lines: number }
  | { readonly kind: 'feedDots'; readonly dots: number }
  | { readonly kind: 'style'; readonly style: Partial<Style> }
  | { readonly kind: 'align'; readonly align: Align }
  | { readonly kind: 'codePage'; readonly page: CodePage }
  | { readonly kind: 'lineSpacing'; readonly dots: number | 'usual' }
  | { readonly kind: 'initialize' }
  | { readonly kind: 'raster'; readonly image: Image }
  /** An image as high as a line, put into the line as a character is. */
  | { readonly kind: 'inline'; readonly image: Image }
  | { readonly kind: 'code'; readonly symbology: Symbology; readonly data: string }
  | { readonly kind: 'storeCode'; readonly data: string }
  | { readonly kind: 'printCode'; readonly symbology: Symbology }
  | { readonly kind: 'cut'; readonly feedDots: number }
  | { readonly kind: 'drawer' }
  | { readonly kind: 'beep' }
  /** Answered when the printer comes to it, so after all that was sent before it is on paper. */
  | { readonly kind: 'answer'; readonly answer: InOrderAnswer }
  | { readonly kind: 'reports'; readonly isOn: boolean }
  /** Of a Star: its count of endings begins anew. */
  | { readonly kind: 'resetEnds' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown'; readonly why: string };

export type InOrderAnswer =
  | { readonly of: 'process'; readonly id: Buffer }
  | { readonly of: 'paper' }
  | { readonly of: 'drawer' }
  | { readonly of: 'end' };

export type Symbology = 'QR' | 'BARCODE' | 'PDF417';

export type Align = 'left' | 'centre' | 'right';

export interface Style {
  readonly isBold: boolean;
  readonly isUnderlined: boolean;
  readonly isInverse: boolean;
  readonly font: 'A' | 'B';
  /** 1 to 8 times. */
  readonly width: number;
  readonly height: number;
}

/** One byte a dot, 1 is black, row by row. */
export interface Image {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

/** A command and its length, or null while its end has not come. */
export type Read = { readonly length: number; readonly op: Op } | null;

/** Rows of bytes, the highest bit leftmost, each dot printed `across` times `down`. */
export function imageOfRows(data: Buffer, bytesPerRow: number, across = 1, down = 1): Image {
  const rows = Math.floor(data.length / bytesPerRow);
  return imageOf(bytesPerRow * 8, rows, across, down, (x, y) => {
    return ((data[y * bytesPerRow + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
  });
}

/** Columns of bytes, the highest bit topmost. */
export function imageOfColumns(data: Buffer, bytesPerColumn: number, across = 1, down = 1): Image {
  const columns = Math.floor(data.length / bytesPerColumn);
  return imageOf(columns, bytesPerColumn * 8, across, down, (x, y) => {
    return ((data[x * bytesPerColumn + (y >> 3)] ?? 0) >> (7 - (y & 7))) & 1;
  });
}

function imageOf(
  columns: number,
  rows: number,
  across: number,
  down: number,
  at: (x: number, y: number) => number,
): Image {
  const width = columns * across;
  const height = rows * down;
  const dots = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) dots[y * width + x] = at(Math.floor(x / across), Math.floor(y / down));
  }
  return { width, height, dots };
}
