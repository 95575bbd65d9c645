import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { describe, expect, it } from 'vitest';
import { paperPicture } from '../../../../main/demo/printer/paper/paperPicture.ts';
import { type Chit, VirtualPrinter } from '../../../../main/demo/printer/VirtualPrinter.ts';

/** What the printer makes of bytes that an encoder of others' wrote. */
const LANGUAGES = { epson: 'esc-pos', star: 'star-line' } as const;
const MODELS = ['epson', 'star'] as const;
type Model = (typeof MODELS)[number];

function paperOf(model: Model, bytes: Uint8Array, width: 58 | 80 = 80): { chits: Chit[]; uncut: string } {
  const printer = new VirtualPrinter({ model, width });
  printer.firmware.receive(Buffer.from(bytes));
  return { chits: printer.chits, uncut: printer.uncut };
}

function encoderOf(model: Model, imageMode: 'column' | 'raster' = 'column', columns = 48) {
  const options = { language: LANGUAGES[model], columns, imageMode, codepageMapping: model } as const;
  return new ReceiptPrinterEncoder(options).initialize();
}

function oneChit(model: Model, encoder: ReceiptPrinterEncoder, width: 58 | 80 = 80): Chit {
  const { chits } = paperOf(model, encoder.cut().encode(), width);
  const [chit] = chits;
  if (chit === undefined || chits.length > 1) throw new Error(`${chits.length} chits`);
  return chit;
}

const linesOf = ({ text }: Chit): string[] => text.split('\n').filter((line) => line !== '');

describe.each(MODELS)('the printer reads what another encoder writes (%s)', (model) => {
  it('a document with everything a chit has', () => {
    const encoder = encoderOf(model).codepage('cp858').line('Jalapeño, açaí, crème brûlée, 5 €');
    encoder.bold(true).line('GRILL').bold(false).invert(true).line(' ALLERGY ').invert(false);
    encoder
      .underline(true)
      .line('rare')
      .underline(false)
      .width(2)
      .height(2)
      .line('TABLE 12')
      .width(1)
      .height(1);
    encoder.align('center').line('centre').align('right').line('right').align('left').line('left');
    const chit = oneChit(model, encoder);
    expect(chit.errors).toEqual([]);
    expect(linesOf(chit)).toEqual([
      'Jalapeño, açaí, crème brûlée, 5 €',
      'GRILL',
      ' ALLERGY',
      'rare',
      'TABLE 12',
      `${' '.repeat(21)}centre`,
      `${' '.repeat(43)}right`,
      'left',
    ]);
  });

  it('each character in the style it is meant to have', () => {
    const encoder = encoderOf(model)
      .text('a')
      .bold(true)
      .text('b')
      .bold(false)
      .invert(true)
      .text('c')
      .invert(false);
    const chit = oneChit(
      model,
      encoder.underline(true).text('d').underline(false).width(2).height(3).line('e'),
    );
    const cells = chit.lines.flatMap((line) => (line.kind === 'cells' ? line.cells : []));
    const styles = cells.map((cell) => (cell.kind === 'character' ? cell.style : null));
    expect(styles.map((style) => style?.isBold)).toEqual([false, true, false, false, false]);
    expect(styles.map((style) => style?.isInverse)).toEqual([false, false, true, false, false]);
    expect(styles.map((style) => style?.isUnderlined)).toEqual([false, false, false, true, false]);
    expect(styles.map((style) => [style?.width, style?.height]).at(-1)).toEqual([2, 3]);
  });

  it.each(['cp437', 'cp858', 'cp852', 'cp860', 'windows1252'] as const)('the letters of %s', (page) => {
    const letters = page === 'cp852' ? 'Łódź ßöü' : 'ñ Ñ á é í ó ú ü ç ¿ ¡';
    const known = page === 'cp860' ? 'á é í ó ú ñ Ñ ç ¿ ¡' : letters;
    expect(linesOf(oneChit(model, encoderOf(model).codepage(page).line(known)))).toEqual([known]);
  });

  it('pages that change in mid-line', () => {
    const text = 'Łódź and Jalapeño and straße';
    expect(linesOf(oneChit(model, encoderOf(model).codepage('auto').line(text)))).toEqual([text]);
  });

  it.each(['column', 'raster'] as const)('pictures dot for dot (%s)', (mode) => {
    expectPicture(model, mode);
  });

  it('tables, boxes, rules and codes', () => {
    const encoder = encoderOf(model).codepage('cp437').rule();
    encoder.table([{ width: 20 }, { width: 10, align: 'right' }], [['Steak', '2']]);
    encoder
      .box({ width: 20, style: 'double' }, 'boxed')
      .qrcode('https://heard.example/t/12')
      .barcode('ABC-1', 'code128', 60);
    const lines = linesOf(oneChit(model, encoder));
    expect(lines[0]).toBe('─'.repeat(48));
    expect(lines).toContain(`Steak${' '.repeat(24)}2`);
    expect(lines).toContain(`║boxed${' '.repeat(13)}║`);
    expect(lines).toContain('[QR https://heard.example/t/12]');
    expect(lines.some((line) => line.includes('ABC-1'))).toBe(true);
  });

  it('a line that is full goes on in the next, on narrow paper sooner', () => {
    const long = 'x'.repeat(70);
    const wide = paperOf(model, Buffer.from(`${long}\n`));
    expect(wide.uncut).toBe(`${'x'.repeat(48)}\n${'x'.repeat(22)}\n`);
    const narrow = paperOf(model, Buffer.from(`${long}\n`), 58);
    expect(narrow.uncut.split('\n').map((line) => line.length)).toEqual([32, 32, 6, 0]);
  });

  it('whatever way the bytes are cut into pieces', () => {
    const encoder = encoderOf(model).codepage('cp858').bold(true).line('Jalapeño').qrcode('x');
    const bytes = Buffer.from(encoder.cut().encode());
    const whole = paperOf(model, bytes).chits;
    const printer = new VirtualPrinter({ model, width: 80 });
    for (const byte of bytes) printer.firmware.receive(Buffer.of(byte));
    expect(printer.chits.map(({ text, errors }) => ({ text, errors }))).toEqual(
      whole.map(({ text, errors }) => ({ text, errors })),
    );
  });

  it('and says what it does not know', () => {
    const cut = model === 'epson' ? [0x1d, 0x56, 0] : [0x1b, 0x64, 2];
    const { chits } = paperOf(model, Buffer.from([0x1b, 0x7e, 0x41, 0x0a, ...cut]));
    expect(chits[0]?.errors).toEqual([expect.stringContaining('a command nobody knows: 1b7e41')]);
  });
});

function expectPicture(model: Model, mode: 'column' | 'raster'): void {
  const size = 48;
  const data = new Uint8ClampedArray(size * size * 4).fill(255);
  const isBlack = (x: number, y: number) => (x * 7 + y * 13) % 5 === 0;
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1)
      if (isBlack(x, y)) data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
  }
  const encoder = encoderOf(model, mode).image({ width: size, height: size, data }, size, size, 'threshold');
  const chit = oneChit(model, encoder);
  expect(chit.errors).toEqual([]);
  const pictures = chit.lines.filter((line) => line.kind === 'image' || line.kind === 'cells');
  const { width, dots } = paperPicture(pictures, 576);
  const margin = 24;
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1)
      expect(dots[(y + margin) * width + x + margin]).toBe(isBlack(x, y) ? 1 : 0);
  }
}
