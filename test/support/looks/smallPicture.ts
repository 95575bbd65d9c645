import { PNG } from 'pngjs';

/** Small pixels of red, green and blue, row by row, 0 to 255. */
export interface SmallPicture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** Glass pixels a side that become one: text is a texture then, bands, fills and lines of text stay where they are. */
export const SHRINK = 8;
const CHANNELS = 3;
const RGBA = 4;

/** Of a screenshot, each pixel the mean of a square of the glass; what is left over at the right and bottom edge is not looked at. */
export function smallPicture(screenshot: Buffer): SmallPicture {
  const { width: from, height: tall, data } = PNG.sync.read(screenshot);
  const [width, height] = [Math.floor(from / SHRINK), Math.floor(tall / SHRINK)];
  const rgb = new Uint8Array(width * height * CHANNELS);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      for (let channel = 0; channel < CHANNELS; channel += 1) {
        let sum = 0;
        for (let dy = 0; dy < SHRINK; dy += 1)
          for (let dx = 0; dx < SHRINK; dx += 1)
            sum += data[((y * SHRINK + dy) * from + x * SHRINK + dx) * RGBA + channel] ?? 0;
        rgb[(y * width + x) * CHANNELS + channel] = Math.round(sum / (SHRINK * SHRINK));
      }
    }
  }
  return { width, height, rgb };
}

export interface Changed {
  /** Glass pixels: where the square begins, and its side. */
  readonly x: number;
  readonly y: number;
  readonly side: number;
  /** Mean difference of its pixels in the channel that differs most, 0 to 255. */
  readonly by: number;
}

/** Small pixels a side of what is compared: 40 pixels of glass, a line or two of small text. */
const SQUARE = 5;

/** The squares in which two pictures of one size differ by more than `limit`, the most changed first. Throws where the sizes differ. */
export function changedSquares(one: SmallPicture, other: SmallPicture, limit: number): Changed[] {
  if (one.width !== other.width || one.height !== other.height)
    throw new Error(`${one.width}x${one.height} is no size of ${other.width}x${other.height}`);
  const changed: Changed[] = [];
  for (let y = 0; y < one.height; y += SQUARE) {
    for (let x = 0; x < one.width; x += SQUARE) {
      const by = differenceAt(one, other, x, y);
      if (by > limit) changed.push({ x: x * SHRINK, y: y * SHRINK, side: SQUARE * SHRINK, by });
    }
  }
  return changed.sort((first, second) => second.by - first.by);
}

function differenceAt(one: SmallPicture, other: SmallPicture, left: number, top: number): number {
  const sums = [0, 0, 0];
  let count = 0;
  for (let y = top; y < Math.min(top + SQUARE, one.height); y += 1) {
    for (let x = left; x < Math.min(left + SQUARE, one.width); x += 1) {
      const at = (y * one.width + x) * CHANNELS;
      for (let channel = 0; channel < CHANNELS; channel += 1)
        sums[channel] =
          (sums[channel] ?? 0) + Math.abs((one.rgb[at + channel] ?? 0) - (other.rgb[at + channel] ?? 0));
      count += 1;
    }
  }
  return Math.max(...sums) / count;
}
