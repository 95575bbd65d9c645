import type { Bitmap } from './bitmap.ts';

/** Rows of eight dots a byte, the highest bit leftmost; widths are whole cells, 384 or 576 dots. */
function packed({ width, dots }: Bitmap, fromRow: number, rows: number): Buffer {
  const perRow = Math.ceil(width / 8);
  const bytes = Buffer.alloc(perRow * rows);
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (dots[(fromRow + y) * width + x] !== 1) continue;
      const at = y * perRow + (x >> 3);
      bytes[at] = (bytes[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return bytes;
}

/** GS v 0: the image as it is. */
function epsonBytes(bitmap: Bitmap): Buffer {
  const perRow = Math.ceil(bitmap.width / 8);
  const { height } = bitmap;
  const head = [0x1d, 0x76, 0x30, 48, perRow & 0xff, perRow >> 8, height & 0xff, height >> 8];
  return Buffer.concat([Buffer.from(head), packed(bitmap, 0, height)]);
}

const STAR_BAND = 24;

/** ESC k: bands of 24 rows, each a line of its own, with the feed of a line at their height meanwhile. */
function starBytes(bitmap: Bitmap): Buffer {
  const perRow = Math.ceil(bitmap.width / 8);
  const bands = Array.from({ length: bitmap.height / STAR_BAND }, (_, band) =>
    Buffer.concat([
      Buffer.from([0x1b, 0x6b, perRow, 0]),
      packed(bitmap, band * STAR_BAND, STAR_BAND),
      Buffer.from('\n'),
    ]),
  );
  return Buffer.concat([Buffer.from([0x1b, 0x30]), ...bands, Buffer.from([0x1b, 0x7a, 1])]);
}

/**
 * The bytes the printer library makes of the same picture (a test holds them against each other), without its way there: it wants a PNG and
 * makes an object of every dot, a tenth of a second for a slip in Japanese, in which the hub would answer nobody.
 */
export const rasterBytes = { epson: epsonBytes, star: starBytes } as const;
