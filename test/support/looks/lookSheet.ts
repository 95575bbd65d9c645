import { PNG } from 'pngjs';
import type { SmallPicture } from './smallPicture.ts';

/** One look's place on a sheet. */
export interface LookSize {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

const CHANNELS = 3;
const RGBA = 4;
const OPAQUE = 255;
/** So many steps of a channel are kept: what is finer is noise, and costs the most bytes. */
const KEPT_BITS = 5;
const LOST = 8 - KEPT_BITS;
/** In the middle of what was lost. */
const MIDDLE = (1 << LOST) >> 1;

/** All looks of a scene under each other in one picture, in the order of `looks`. Throws where one is missing. */
export function writeSheet(looks: readonly LookSize[], pictures: ReadonlyMap<string, SmallPicture>): Buffer {
  const sheet = new PNG({
    width: Math.max(...looks.map(({ width }) => width)),
    height: looks.reduce((sum, { height }) => sum + height, 0),
  });
  let top = 0;
  for (const { name, width, height } of looks) {
    const picture = pictures.get(name);
    if (picture?.width !== width || picture.height !== height) throw new Error(`no picture of ${name}`);
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1) {
        const [from, to] = [(y * width + x) * CHANNELS, ((top + y) * sheet.width + x) * RGBA];
        for (let channel = 0; channel < CHANNELS; channel += 1)
          sheet.data[to + channel] = (((picture.rgb[from + channel] ?? 0) >> LOST) << LOST) + MIDDLE;
        sheet.data[to + CHANNELS] = OPAQUE;
      }
    top += height;
  }
  return PNG.sync.write(sheet, { colorType: 2, deflateLevel: 9 });
}

/** The looks of a sheet that was written with the same `looks`, by name. Throws where the sheet is of others. */
export function readSheet(sheet: Buffer, looks: readonly LookSize[]): ReadonlyMap<string, SmallPicture> {
  const { width: row, height: tall, data } = PNG.sync.read(sheet);
  const needed = looks.reduce((sum, { height }) => sum + height, 0);
  if (tall !== needed) throw new Error(`a sheet of ${tall} lines has not these looks, of ${needed}`);
  let top = 0;
  return new Map(
    looks.map(({ name, width, height }) => {
      const rgb = new Uint8Array(width * height * CHANNELS);
      for (let y = 0; y < height; y += 1)
        for (let x = 0; x < width; x += 1)
          for (let channel = 0; channel < CHANNELS; channel += 1)
            rgb[(y * width + x) * CHANNELS + channel] = data[((top + y) * row + x) * RGBA + channel] ?? 0;
      top += height;
      return [name, { width, height, rgb }];
    }),
  );
}
