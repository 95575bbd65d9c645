import type { CodePage } from '../paper/codePages.ts';
import { type Align, imageOfColumns, imageOfRows, type Op, type Read, type Style } from './op.ts';
import { type Commands, fixed, ignored, type Parameters, readCommand, unknown, word } from './reading.ts';
import { readTwoDimensional } from './readTwoDimensional.ts';

/** ESC/POS as an Epson TM-T88 reads it (Epson's ESC/POS command reference). */
const PAGES: { readonly [n: number]: CodePage } = {
  0: 'cp437',
  2: 'cp850',
  3: 'cp860',
  4: 'cp863',
  5: 'cp865',
  15: 'iso8859_7',
  16: 'cp1252',
  17: 'cp866',
  18: 'cp852',
  19: 'cp858',
  39: 'iso8859_2',
  40: 'iso8859_15',
  45: 'cp1250',
  46: 'cp1251',
  47: 'cp1253',
  48: 'cp1254',
  49: 'cp1255',
  50: 'cp1256',
  51: 'cp1257',
  52: 'cp1258',
};
const ALIGNS: readonly Align[] = ['left', 'centre', 'right'];
/** A cut with feed first moves the last line past the blade: 15 mm. */
const TO_THE_BLADE_DOTS = 120;

const style = (part: Partial<Style>): Op => ({ kind: 'style', style: part });
const digit = (n: number): number => (n >= 48 ? n - 48 : n);

const COMMANDS: Commands = {
  '00': ignored(0),
  '09': fixed(0, () => ({ kind: 'tab' })),
  '0a': fixed(0, () => ({ kind: 'lineFeed' })),
  '0d': fixed(0, () => ({ kind: 'carriageReturn' })),
  // Real-time requests: answered on arrival, nothing when their turn comes.
  '1004': ignored(1),
  '1014': (rest) => realTimeRequest(rest),
  '1b20': fixed(1, (n) => (n === 0 ? { kind: 'nothing' } : unknown('a space right of characters'))),
  '1b21': fixed(1, (n = 0) =>
    style({
      font: n & 1 ? 'B' : 'A',
      isBold: (n & 8) > 0,
      height: n & 16 ? 2 : 1,
      width: n & 32 ? 2 : 1,
      isUnderlined: (n & 128) > 0,
    }),
  ),
  '1b2a': (rest) => bitImage(rest),
  '1b2d': fixed(1, (n = 0) => style({ isUnderlined: digit(n) > 0 })),
  '1b32': fixed(0, () => ({ kind: 'lineSpacing', dots: 'usual' })),
  '1b33': fixed(1, (n = 0) => ({ kind: 'lineSpacing', dots: n })),
  '1b3d': ignored(1),
  '1b40': fixed(0, () => ({ kind: 'initialize' })),
  '1b42': fixed(2, () => ({ kind: 'beep' })),
  '1b44': (rest) => tabStops(rest),
  '1b45': fixed(1, (n = 0) => style({ isBold: (n & 1) > 0 })),
  '1b47': fixed(1, (n = 0) => style({ isBold: (n & 1) > 0 })),
  '1b4a': fixed(1, (n = 0) => ({ kind: 'feedDots', dots: n })),
  '1b4d': fixed(1, (n = 0) => style({ font: digit(n) === 1 ? 'B' : 'A' })),
  '1b52': fixed(1, (n) => (n === 0 ? { kind: 'nothing' } : unknown(`the characters of country ${n}`))),
  '1b61': fixed(1, (n = 0) => {
    const align = ALIGNS[digit(n)];
    return align === undefined ? unknown(`alignment ${n}`) : { kind: 'align', align };
  }),
  '1b64': fixed(1, (n = 0) => ({ kind: 'feedLines', lines: n })),
  '1b70': fixed(3, () => ({ kind: 'drawer' })),
  '1b74': fixed(1, (n = 0) => {
    const page = PAGES[n];
    return page === undefined ? unknown(`code page ${n}`) : { kind: 'codePage', page };
  }),
  '1b7b': fixed(1, (n = 0) => ((n & 1) === 0 ? { kind: 'nothing' } : unknown('upside down printing'))),
  '1c2e': ignored(0),
  '1d21': fixed(1, (n = 0) => style({ width: (n >> 4) + 1, height: (n & 15) + 1 })),
  '1d2841': (rest) => counted(rest, () => unknown('a test print')),
  '1d2848': (rest) => counted(rest, processId),
  '1d286b': (rest) => readTwoDimensional(rest),
  '1d42': fixed(1, (n = 0) => style({ isInverse: (n & 1) > 0 })),
  '1d48': ignored(1),
  '1d4c': fixed(2, (l, h) => (word(l, h) === 0 ? { kind: 'nothing' } : unknown('a left margin'))),
  '1d56': (rest) => cut(rest),
  '1d57': ignored(2),
  '1d61': fixed(1, (n = 0) => ({ kind: 'reports', isOn: n !== 0 })),
  '1d66': ignored(1),
  '1d68': ignored(1),
  '1d6b': (rest) => barcode(rest),
  '1d72': fixed(1, (n = 0) => {
    if (digit(n) === 1) return { kind: 'answer', answer: { of: 'paper' } };
    return digit(n) === 2 ? { kind: 'answer', answer: { of: 'drawer' } } : unknown(`status ${n}`);
  }),
  '1d7630': (rest) => raster(rest),
  '1d77': ignored(1),
};

/** The first command or character of `bytes`, which are not empty. */
export function readEscPos(bytes: Buffer): Read {
  const first = bytes[0] ?? 0;
  if (first >= 0x20 && first !== 0x7f) return { length: 1, op: { kind: 'text', byte: first } };
  return readCommand(COMMANDS, bytes);
}

function realTimeRequest(rest: Buffer): ReturnType<Parameters> {
  if (rest.length === 0) return null;
  // Function 8 (clear the buffer) carries a password; the others two parameters.
  const taken = rest[0] === 8 ? 8 : 3;
  return rest.length < taken ? null : { taken, op: { kind: 'nothing' } };
}

/** `pL pH` and that many bytes. */
function counted(rest: Buffer, op: (data: Buffer) => Op): ReturnType<Parameters> {
  if (rest.length < 2) return null;
  const taken = 2 + word(rest[0], rest[1]);
  return rest.length < taken ? null : { taken, op: op(rest.subarray(2, taken)) };
}

function processId(data: Buffer): Op {
  const [fn, m, ...id] = data;
  const isPrintable = id.length === 4 && id.every((byte) => byte >= 32 && byte <= 126);
  if (fn === 48 && m === 48 && isPrintable)
    return { kind: 'answer', answer: { of: 'process', id: Buffer.from(id) } };
  return unknown(`a response request ${data.toString('hex')}`);
}

function tabStops(rest: Buffer): ReturnType<Parameters> {
  const end = rest.indexOf(0);
  return end < 0 ? null : { taken: end + 1, op: end === 0 ? { kind: 'nothing' } : unknown('tab stops') };
}

function cut(rest: Buffer): ReturnType<Parameters> {
  const m = rest[0];
  if (m === undefined) return null;
  if ([0, 1, 48, 49].includes(m)) return { taken: 1, op: { kind: 'cut', feedDots: 0 } };
  if (m !== 65 && m !== 66) return { taken: 1, op: unknown(`cut ${m}`) };
  const n = rest[1];
  return n === undefined ? null : { taken: 2, op: { kind: 'cut', feedDots: TO_THE_BLADE_DOTS + n } };
}

function raster(rest: Buffer): ReturnType<Parameters> {
  if (rest.length < 5) return null;
  const [m = 0, xL, xH, yL, yH] = rest;
  const bytesPerRow = word(xL, xH);
  const taken = 5 + bytesPerRow * word(yL, yH);
  if (rest.length < taken) return null;
  const mode = digit(m);
  if (bytesPerRow === 0 || mode > 3) return { taken, op: unknown(`a raster of mode ${m}`) };
  const image = imageOfRows(rest.subarray(5, taken), bytesPerRow, mode & 1 ? 2 : 1, mode & 2 ? 2 : 1);
  return { taken, op: { kind: 'raster', image } };
}

/** Modes: 8 or 24 dots high, single (twice as wide) or double density. An 8 dot image is printed three times as high. */
function bitImage(rest: Buffer): ReturnType<Parameters> {
  if (rest.length < 3) return null;
  const [m = 0, nL, nH] = rest;
  const isHigh = m === 32 || m === 33;
  if (!isHigh && m !== 0 && m !== 1) return { taken: 3, op: unknown(`a bit image of mode ${m}`) };
  const bytesPerColumn = isHigh ? 3 : 1;
  const taken = 3 + bytesPerColumn * word(nL, nH);
  if (rest.length < taken) return null;
  const across = m === 0 || m === 32 ? 2 : 1;
  const image = imageOfColumns(rest.subarray(3, taken), bytesPerColumn, across, isHigh ? 1 : 3);
  return { taken, op: { kind: 'inline', image } };
}

/** Form A ends with NUL, form B says its length. */
function barcode(rest: Buffer): ReturnType<Parameters> {
  const m = rest[0];
  if (m === undefined) return null;
  const isCounted = m >= 65;
  const end = isCounted ? (rest[1] === undefined ? -1 : 2 + rest[1]) : rest.indexOf(0, 1);
  if (end < 0 || rest.length < end) return null;
  const data = rest.subarray(isCounted ? 2 : 1, end).toString('latin1');
  return { taken: isCounted ? end : end + 1, op: { kind: 'code', symbology: 'BARCODE', data } };
}
