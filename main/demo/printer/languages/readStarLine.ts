import type { CodePage } from '../paper/codePages.ts';
import { type Align, imageOfColumns, imageOfRows, type Op, type Read, type Style } from './op.ts';
import { type Commands, fixed, ignored, type Parameters, readCommand, unknown, word } from './reading.ts';

/** Star line mode as a TSP650 or TSP700II reads it (Star's line mode command specifications). */
const PAGES: { readonly [n: number]: CodePage } = {
  0: 'cp437',
  1: 'cp437',
  3: 'cp437',
  4: 'cp858',
  5: 'cp852',
  6: 'cp860',
  8: 'cp863',
  9: 'cp865',
  10: 'cp866',
  32: 'cp1252',
  33: 'cp1250',
  34: 'cp1251',
};
const ALIGNS: readonly Align[] = ['left', 'centre', 'right'];
/** A feed in front of a cut: 13 mm to the blade. */
const TO_THE_BLADE_DOTS = 104;
/** Line feeds of 3 mm and of 4 mm. */
const NARROW_DOTS = 24;
const USUAL_DOTS = 32;
const ROWS_OF_A_LINE = 24;

const style = (part: Partial<Style>): Op => ({ kind: 'style', style: part });
const digit = (n: number): number => (n >= 48 ? n - 48 : n);
const nothing: Op = { kind: 'nothing' };

const COMMANDS: Commands = {
  '00': ignored(0),
  '07': fixed(0, () => ({ kind: 'drawer' })),
  '09': fixed(0, () => ({ kind: 'tab' })),
  '0a': fixed(0, () => ({ kind: 'lineFeed' })),
  '0d': fixed(0, () => ({ kind: 'carriageReturn' })),
  '0e': fixed(0, () => style({ width: 2 })),
  '14': fixed(0, () => style({ width: 1 })),
  '17': fixed(0, () => ({ kind: 'answer', answer: { of: 'end' } })),
  '18': fixed(0, () => ({ kind: 'initialize' })),
  '1a': fixed(0, () => ({ kind: 'drawer' })),
  '1b0601': ignored(0),
  '1b07': ignored(2),
  '1b1d03': ignored(3),
  '1b1d53': (rest) => raster(rest),
  '1b1d61': fixed(1, (n = 0) => {
    const align = ALIGNS[digit(n)];
    return align === undefined ? unknown(`alignment ${n}`) : { kind: 'align', align };
  }),
  '1b1d74': fixed(1, (n = 0) => {
    const page = PAGES[n];
    return page === undefined ? unknown(`code page ${n}`) : { kind: 'codePage', page };
  }),
  '1b1d7944': (rest) => storeQr(rest),
  '1b1d7950': fixed(0, () => ({ kind: 'printCode', symbology: 'QR' })),
  '1b1d7953': ignored(2),
  '1b1e43': ignored(1),
  '1b1e45': fixed(1, () => ({ kind: 'resetEnds' })),
  '1b1e46': fixed(1, (n = 0) => style({ font: digit(n) === 0 ? 'A' : 'B' })),
  '1b1e61': fixed(1, (n = 0) => ({ kind: 'reports', isOn: digit(n) !== 0 })),
  '1b2d': fixed(1, (n = 0) => style({ isUnderlined: digit(n) > 0 })),
  '1b30': fixed(0, () => ({ kind: 'lineSpacing', dots: NARROW_DOTS })),
  '1b34': fixed(0, () => style({ isInverse: true })),
  '1b35': fixed(0, () => style({ isInverse: false })),
  '1b3f0a00': fixed(0, () => ({ kind: 'initialize' })),
  '1b40': fixed(0, () => ({ kind: 'initialize' })),
  '1b45': fixed(0, () => style({ isBold: true })),
  '1b46': fixed(0, () => style({ isBold: false })),
  '1b49': fixed(1, (n = 0) => ({ kind: 'feedDots', dots: n })),
  '1b4a': fixed(1, (n = 0) => ({ kind: 'feedDots', dots: n * 2 })),
  '1b52': fixed(1, (n) => (n === 0 ? nothing : unknown(`the characters of country ${n}`))),
  '1b57': fixed(1, (n = 0) => style({ width: digit(n) + 1 })),
  '1b58': (rest) => columns(rest),
  '1b61': fixed(1, (n = 0) => ({ kind: 'feedLines', lines: n })),
  '1b62': (rest) => barcode(rest),
  '1b64': fixed(1, (n = 0) => {
    const m = digit(n);
    return m > 3 ? unknown(`cut ${n}`) : { kind: 'cut', feedDots: m < 2 ? 0 : TO_THE_BLADE_DOTS };
  }),
  '1b68': fixed(1, (n = 0) => style({ height: digit(n) + 1 })),
  '1b69': fixed(2, (h = 0, w = 0) => style({ height: digit(h) + 1, width: digit(w) + 1 })),
  '1b6b': (rest) => rows(rest),
  '1b7a': fixed(1, (n = 0) => ({ kind: 'lineSpacing', dots: digit(n) === 1 ? USUAL_DOTS : NARROW_DOTS })),
};

/** The first command or character of `bytes`, which are not empty. */
export function readStarLine(bytes: Buffer): Read {
  const first = bytes[0] ?? 0;
  if (first >= 0x20 && first !== 0x7f) return { length: 1, op: { kind: 'text', byte: first } };
  return readCommand(COMMANDS, bytes);
}

/** `m xL xH yL yH colour` and the rows. */
function raster(rest: Buffer): ReturnType<Parameters> {
  if (rest.length < 6) return null;
  const bytesPerRow = word(rest[1], rest[2]);
  const taken = 6 + bytesPerRow * word(rest[3], rest[4]);
  if (rest.length < taken) return null;
  if (bytesPerRow === 0) return { taken, op: unknown('a raster without columns') };
  return { taken, op: { kind: 'raster', image: imageOfRows(rest.subarray(6, taken), bytesPerRow) } };
}

/** 24 dots high, three bytes a column. */
function columns(rest: Buffer): ReturnType<Parameters> {
  if (rest.length < 2) return null;
  const taken = 2 + 3 * word(rest[0], rest[1]);
  if (rest.length < taken) return null;
  return { taken, op: { kind: 'inline', image: imageOfColumns(rest.subarray(2, taken), 3) } };
}

/** 24 rows of so many bytes. */
function rows(rest: Buffer): ReturnType<Parameters> {
  if (rest.length < 2) return null;
  const bytesPerRow = word(rest[0], rest[1]);
  const taken = 2 + ROWS_OF_A_LINE * bytesPerRow;
  if (rest.length < taken) return null;
  if (bytesPerRow === 0) return { taken, op: unknown('an image without columns') };
  return { taken, op: { kind: 'inline', image: imageOfRows(rest.subarray(2, taken), bytesPerRow) } };
}

/** `1 m nL nH` and the text. */
function storeQr(rest: Buffer): ReturnType<Parameters> {
  if (rest.length < 4) return null;
  const taken = 4 + word(rest[2], rest[3]);
  if (rest.length < taken) return null;
  return { taken, op: { kind: 'storeCode', data: rest.toString('utf8', 4, taken) } };
}

/** Four parameters and the data up to RS. */
function barcode(rest: Buffer): ReturnType<Parameters> {
  const end = rest.indexOf(0x1e, 4);
  if (end < 0) return null;
  return {
    taken: end + 1,
    op: { kind: 'code', symbology: 'BARCODE', data: rest.toString('latin1', 4, end) },
  };
}
