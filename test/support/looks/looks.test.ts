import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { readSheet, writeSheet } from './lookSheet.ts';
import { changedSquares, SHRINK, type SmallPicture, smallPicture } from './smallPicture.ts';

const [WIDTH, HEIGHT] = [400, 200];
/** Of `gallery.test.ts`. */
const LIMIT = 16;
const PINK = [255, 92, 184];

/** A tile with a header, a band and lines of text-like stripes, `draw`n over. */
function screenshot(
  draw: (fill: (x: number, y: number, w: number, h: number, rgb: readonly number[]) => void) => void,
) {
  const png = new PNG({ width: WIDTH, height: HEIGHT });
  const fill = (x: number, y: number, w: number, h: number, rgb: readonly number[]) => {
    for (let row = y; row < y + h; row += 1)
      for (let column = x; column < x + w; column += 1)
        png.data.set([...rgb, 255], (row * WIDTH + column) * 4);
  };
  fill(0, 0, WIDTH, HEIGHT, [22, 26, 32]);
  fill(20, 40, 160, 40, PINK);
  for (let line = 0; line < 3; line += 1)
    for (let stroke = 0; stroke < 20; stroke += 1)
      fill(20 + stroke * 8, 100 + line * 24, 3, 14, [245, 247, 249]);
  draw(fill);
  return smallPicture(PNG.sync.write(png));
}

const frozen = screenshot(() => undefined);

describe('what has changed of a look', () => {
  it('is nothing where edges of letters fall a little otherwise', () => {
    const again = screenshot((fill) => {
      for (let stroke = 0; stroke < 20; stroke += 1) fill(23 + stroke * 8, 100, 1, 14, [110, 112, 116]);
    });
    expect(changedSquares(frozen, again, LIMIT)).toEqual([]);
  });

  it('is a band in another colour, a line that is gone, a tile that has moved', () => {
    const teal = screenshot((fill) => fill(20, 40, 160, 40, [62, 198, 180]));
    expect(changedSquares(frozen, teal, LIMIT)[0]).toMatchObject({ y: 40, side: 40 });
    const gone = screenshot((fill) => fill(20, 100, 160, 14, [22, 26, 32]));
    expect(changedSquares(frozen, gone, LIMIT)).not.toEqual([]);
    const moved = screenshot((fill) => {
      fill(20, 40, 160, 40, [22, 26, 32]);
      fill(32, 40, 160, 40, PINK);
    });
    expect(changedSquares(frozen, moved, LIMIT)).not.toEqual([]);
  });

  it('cannot be said of two sizes', () => {
    const small: SmallPicture = { width: 1, height: 1, rgb: new Uint8Array(3) };
    expect(() => changedSquares(frozen, small, LIMIT)).toThrow('50x25 is no size of 1x1');
  });
});

describe('a sheet', () => {
  const looks = ['one', 'two'].map((name) => ({ name, width: WIDTH / SHRINK, height: HEIGHT / SHRINK }));

  it('gives each look back, but for shades nobody sees', () => {
    const other = screenshot((fill) => fill(0, 0, 90, 90, [62, 198, 180]));
    const sheet = writeSheet(
      looks,
      new Map([
        ['one', frozen],
        ['two', other],
      ]),
    );
    const [one, two] = [...readSheet(sheet, looks).values()];
    if (!one || !two) throw new Error('a look is missing');
    expect(changedSquares(one, frozen, 4)).toEqual([]);
    expect(changedSquares(two, other, 4)).toEqual([]);
    expect(changedSquares(two, frozen, LIMIT)).not.toEqual([]);
  });

  it('of other looks is refused, and so is one that lacks a picture', () => {
    const sheet = writeSheet(looks.slice(0, 1), new Map([['one', frozen]]));
    expect(() => readSheet(sheet, looks)).toThrow('has not these looks');
    expect(() => writeSheet(looks, new Map([['one', frozen]]))).toThrow('no picture of two');
  });
});
