/** Dots, row by row: 1 is black. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

export function blank(width: number, height: number): Bitmap {
  return { width, height, dots: new Uint8Array(width * height) };
}

/** 0 outside, so that neighbours may be asked for at the edge. */
export function dotAt({ width, height, dots }: Bitmap, x: number, y: number): number {
  return x < 0 || y < 0 || x >= width || y >= height ? 0 : (dots[y * width + x] ?? 0);
}

/** Draws over what is there; what lies outside is left out. */
export function stamp(onto: Bitmap, { width, height, dots }: Bitmap, left: number, top: number): void {
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [ox, oy] = [left + x, top + y];
      if (dots[y * width + x] === 1 && ox < onto.width && oy < onto.height)
        onto.dots[oy * onto.width + ox] = 1;
    }
  }
}

export function magnified(bitmap: Bitmap, across: number, down: number): Bitmap {
  if (across === 1 && down === 1) return bitmap;
  const large = blank(bitmap.width * across, bitmap.height * down);
  for (let y = 0; y < large.height; y += 1) {
    for (let x = 0; x < large.width; x += 1)
      large.dots[y * large.width + x] = dotAt(bitmap, Math.floor(x / across), Math.floor(y / down));
  }
  return large;
}

/** Each stroke one dot wider, as a printer makes its own bold. */
export function emboldened(bitmap: Bitmap): Bitmap {
  const bold = blank(bitmap.width, bitmap.height);
  for (let y = 0; y < bold.height; y += 1) {
    for (let x = 0; x < bold.width; x += 1)
      bold.dots[y * bold.width + x] = dotAt(bitmap, x, y) | dotAt(bitmap, x - 1, y);
  }
  return bold;
}

export function invert({ width, dots }: Bitmap, left: number, right: number, rows: number): void {
  for (let y = 0; y < rows; y += 1) {
    for (let x = left; x < right && x < width; x += 1)
      dots[y * width + x] = dots[y * width + x] === 1 ? 0 : 1;
  }
}

/**
 * To 24 dots of height and `width` across, from 16 of height: three times as large with rounded corners (the Scale3x rule of
 * scale2x.it/algorithm, made for drawings of single dots), then down again to what is asked for.
 */
export function fitted(bitmap: Bitmap, width: number): Bitmap {
  const large = scaled3(bitmap);
  const [across, down] = [large.width / width, large.height / CELL_HEIGHT];
  const small = blank(width, CELL_HEIGHT);
  for (let y = 0; y < CELL_HEIGHT; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let black = 0;
      for (let dy = 0; dy < down; dy += 1)
        for (let dx = 0; dx < across; dx += 1) black += dotAt(large, x * across + dx, y * down + dy);
      // Thin strokes must not vanish: less than half is enough.
      if (black * 5 >= across * down * 2) small.dots[y * width + x] = 1;
    }
  }
  return small;
}

/** Font A of every receipt printer. */
export const CELL_WIDTH = 12;
export const CELL_HEIGHT = 24;

function scaled3(bitmap: Bitmap): Bitmap {
  const large = blank(bitmap.width * 3, bitmap.height * 3);
  for (let y = 0; y < bitmap.height; y += 1) {
    for (let x = 0; x < bitmap.width; x += 1) {
      const nine = cornersOf(bitmap, x, y);
      for (let at = 0; at < 9; at += 1)
        large.dots[(y * 3 + Math.floor(at / 3)) * large.width + x * 3 + (at % 3)] = nine[at] ?? 0;
    }
  }
  return large;
}

/** The nine dots one dot `e` becomes; its neighbours are a b c / d f / g h i. */
function cornersOf(bitmap: Bitmap, x: number, y: number): number[] {
  const [a, b, c] = [dotAt(bitmap, x - 1, y - 1), dotAt(bitmap, x, y - 1), dotAt(bitmap, x + 1, y - 1)];
  const [d, e, f] = [dotAt(bitmap, x - 1, y), dotAt(bitmap, x, y), dotAt(bitmap, x + 1, y)];
  const [g, h, i] = [dotAt(bitmap, x - 1, y + 1), dotAt(bitmap, x, y + 1), dotAt(bitmap, x + 1, y + 1)];
  if (b === h || d === f) return [e, e, e, e, e, e, e, e, e];
  return [
    d === b ? d : e,
    (d === b && e !== c) || (b === f && e !== a) ? b : e,
    b === f ? f : e,
    (d === b && e !== g) || (d === h && e !== a) ? d : e,
    e,
    (b === f && e !== i) || (h === f && e !== c) ? f : e,
    d === h ? d : e,
    (d === h && e !== i) || (h === f && e !== g) ? h : e,
    h === f ? f : e,
  ];
}
