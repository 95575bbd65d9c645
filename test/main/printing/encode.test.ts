import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { describe, expect, test } from 'vitest';
import type { Op, Read, Style } from '../../../main/demo/printer/languages/op.ts';
import { readEscPos } from '../../../main/demo/printer/languages/readEscPos.ts';
import { readStarLine } from '../../../main/demo/printer/languages/readStarLine.ts';
import { type CodePage, characterOf } from '../../../main/demo/printer/paper/codePages.ts';
import { type Cut, PaperRoll } from '../../../main/demo/printer/paper/PaperRoll.ts';
import type { PaperLine } from '../../../main/demo/printer/paper/paperLine.ts';
import { encodeChit } from '../../../main/printing/encode.ts';
import { pngOf } from '../../../main/printing/raster/chitPicture.ts';
import { drawLine } from '../../../main/printing/raster/drawLine.ts';
import { rasterBytes } from '../../../main/printing/raster/rasterBytes.ts';
import {
  type ChitLine,
  type ChitRun,
  type Columns,
  DOUBLE,
  NORMAL,
  run,
} from '../../../shared/chits/chitLines.ts';
import { goldenChits } from '../../support/chits/chitCases.ts';

type Model = 'epson' | 'star';
const READERS: Record<Model, (bytes: Buffer) => Read> = { epson: readEscPos, star: readStarLine };

interface Printed extends Cut {
  readonly pages: readonly CodePage[];
}

/** What a printer makes of the bytes: the strict decoder of the virtual printer, which shares nothing with the encoder. */
function printed(bytes: Buffer, model: Model, columns: Columns): Printed {
  const cuts: Cut[] = [];
  const pages: CodePage[] = [];
  const roll = new PaperRoll({
    widthDots: columns * 12,
    lineDots: model === 'epson' ? 30 : 32,
    onCut: (cut) => cuts.push(cut),
  });
  let rest = bytes;
  while (rest.length > 0) {
    const read = READERS[model](rest);
    if (read === null) throw new Error(`${rest.length} bytes are the beginning of a command`);
    const op: Op = read.op;
    if (op.kind === 'codePage') pages.push(op.page);
    roll.do(op);
    rest = rest.subarray(read.length);
  }
  const [cut, ...others] = cuts;
  if (cut === undefined || others.length > 0 || roll.uncut.length > 0)
    throw new Error(`${cuts.length} cuts and ${roll.uncut.length} lines after them`);
  return { ...cut, pages };
}

const looksOf = ({ isBold, isInverse, size }: ChitRun): Partial<Style> => ({
  isBold,
  isInverse,
  isUnderlined: false,
  font: 'A',
  width: size === 'double' ? 2 : 1,
  height: size === 'normal' ? 1 : 2,
});

function asText(line: PaperLine | undefined): { character: string; style: Style }[] | null {
  if (line?.kind !== 'cells' || line.align !== 'left') return null;
  return line.cells.map((cell) => {
    if (cell.kind !== 'character') throw new Error('a picture stands in a line of text');
    return { character: cell.character, style: cell.style };
  });
}

/** The dots of one or, on a Star, several bands that make one line. */
function dotsOf(lines: readonly PaperLine[]): number[] {
  return lines.flatMap((line) => {
    const image = line.kind === 'image' ? line.image : line.kind === 'cells' ? imageIn(line) : null;
    if (image === null) throw new Error(`a ${line.kind} stands in a picture`);
    return [...image.dots];
  });
}

function imageIn(line: Extract<PaperLine, { kind: 'cells' }>) {
  const [cell] = line.cells;
  return cell?.kind === 'image' && line.cells.length === 1 ? cell.image : null;
}

/** Every line of the layout is on the paper, in order, letter for letter and look for look, or dot for dot. */
function compare(lines: readonly ChitLine[], paper: Printed, columns: Columns, model: Model): number {
  expect(paper.errors).toEqual([]);
  expect(paper.pages).toHaveLength(1);
  const [page = 'cp437'] = paper.pages;
  const has = (char: string) =>
    (char >= ' ' && char <= '~') ||
    Array.from({ length: 128 }, (_, at) => characterOf(page, 128 + at)).includes(char);
  const left = [...paper.lines];
  let drawn = 0;
  for (const line of lines) {
    if (line.kind === 'cut') continue;
    const runs = line.kind === 'rule' ? [run(line.mark.repeat(columns), NORMAL)] : line.runs;
    const letters = runs.flatMap((one) =>
      [...one.text].map((character) => ({ character, style: looksOf(one) })),
    );
    if (letters.every(({ character }) => has(character))) {
      expect(asText(left.shift())).toEqual(letters);
      continue;
    }
    drawn += 1;
    const picture = drawLine({ kind: 'text', runs }, columns);
    const bands = model === 'star' ? picture.height / 24 : 1;
    const dots = dotsOf(left.splice(0, bands));
    expect(Buffer.from(dots.slice(0, picture.dots.length)).equals(Buffer.from(picture.dots))).toBe(true);
    expect(dots.slice(picture.dots.length).every((dot) => dot === 0)).toBe(true);
  }
  // On to the knife.
  expect(left.every(({ kind }) => kind === 'feed')).toBe(true);
  return drawn;
}

const golden = goldenChits();
const cases = golden.flatMap((one) => (['epson', 'star'] as const).map((model) => ({ ...one, model })));

describe('bytes of the golden chits', () => {
  test.each(cases)('$file for $model', ({ lines, columns, model }) => {
    const bytes = encodeChit(lines, { model, columns });
    compare(lines, printed(bytes, model, columns), columns, model);
  });

  test('a chit with the accents of the house is text alone, but for the one apostrophe no page before the euro has', () => {
    const accents = golden.find(({ file }) => file.includes('every-accent'));
    if (accents === undefined) throw new Error('no such golden chit');
    const { lines, columns } = accents;
    const paper = printed(encodeChit(lines, { model: 'epson', columns }), 'epson', columns);
    expect(compare(lines, paper, columns, 'epson')).toBeLessThanOrEqual(1);
  });

  test('what one code page lacks is drawn, and the page is chosen for the whole chit', () => {
    const cut: ChitLine = { kind: 'cut' };
    const say = (text: string): ChitLine => ({ kind: 'text', runs: [run(text)] });
    const russian = [say('Шашлык'), say('без лука'), say('€ 12'), cut];
    const bytes = encodeChit(russian, { model: 'epson', columns: 32 });
    const paper = printed(bytes, 'epson', 32);
    expect(paper.pages).toEqual(['cp866']);
    expect(compare(russian, paper, 32, 'epson')).toBe(1);
  });

  test('one chit is not in the bytes of the next', () => {
    const of = (text: string) =>
      encodeChit([{ kind: 'text', runs: [run(text)] }, { kind: 'cut' }], { model: 'epson', columns: 48 });
    of('FIRST');
    expect(of('SECOND').includes('FIRST')).toBe(false);
  });

  test('lines of dots are the bytes the library makes of the same picture', async () => {
    const drawn = drawLine({ kind: 'text', runs: [run('和牛 🌶 Шашлык', DOUBLE)] }, 32);
    for (const model of ['epson', 'star'] as const) {
      const type = model === 'epson' ? PrinterTypes.EPSON : PrinterTypes.STAR;
      const library = new ThermalPrinter({ type, interface: '' });
      await library.printImageBuffer(pngOf(drawn));
      expect(rasterBytes[model](drawn).equals(library.getBuffer())).toBe(true);
    }
  });
});
