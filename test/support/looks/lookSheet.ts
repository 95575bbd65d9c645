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

/** One look of a sheet that was written with the same `looks`. Throws where the sheet is of others. */
export function readLook(sheet: Buffer, looks: readonly LookSize[], name: string): SmallPicture {
  const { width: row, height: tall, data } = PNG.sync.read(sheet);
  const at = looks.findIndex((look) => look.name === name);
  const look = looks[at];
  const needed = looks.reduce((sum, { height }) => sum + height, 0);
  if (look === undefined || tall !== needed) throw new Error(`${name} is not on this sheet`);
  const top = looks.slice(0, at).reduce((sum, { height }) => sum + height, 0);
  const rgb = new Uint8Array(look.width * look.height * CHANNELS);
  for (let y = 0; y < look.height; y += 1)
    for (let x = 0; x < look.width; x += 1)
      for (let channel = 0; channel < CHANNELS; channel += 1)
        rgb[(y * look.width + x) * CHANNELS + channel] = data[((top + y) * row + x) * RGBA + channel] ?? 0;
  return { width: look.width, height: look.height, rgb };
}
