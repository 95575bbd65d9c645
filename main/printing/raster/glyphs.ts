import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { charColumns } from '../../../shared/chits/columns.ts';
import { type Bitmap, blank, CELL_HEIGHT, CELL_WIDTH, emboldened, fitted, stamp } from './bitmap.ts';

/** From main/printing/raster as from the built dist/service: the assets lie beside both. */
const FOLDERS = [
  join(import.meta.dirname, '..', '..', '..', 'assets', 'fonts', 'print'),
  join(import.meta.dirname, '..', '..', 'assets', 'fonts', 'print'),
];

/** A font as lines of `CODE:ROWS`, both in hexadecimal (assets/fonts/print/README.md); read when first needed. */
class HexFont {
  private readonly file: string;
  private readonly height: number;
  private text: string | null = null;
  private readonly known = new Map<number, Bitmap | null>();

  constructor(file: string, height: number) {
    this.file = file;
    this.height = height;
  }

  glyph(code: number): Bitmap | null {
    const known = this.known.get(code);
    if (known !== undefined) return known;
    const glyph = this.find(code);
    this.known.set(code, glyph);
    return glyph;
  }

  private find(code: number): Bitmap | null {
    this.text ??= `\n${gunzipSync(readFont(this.file)).toString('latin1')}`;
    const name = `\n${code.toString(16).toUpperCase().padStart(4, '0')}:`;
    const at = this.text.indexOf(name);
    if (at === -1) return null;
    const rows = this.text.slice(at + name.length, this.text.indexOf('\n', at + 1));
    const perRow = rows.length / this.height;
    const glyph = blank(perRow * 4, this.height);
    for (let y = 0; y < this.height; y += 1) {
      const bits = Number.parseInt(rows.slice(y * perRow, (y + 1) * perRow), 16);
      for (let x = 0; x < glyph.width; x += 1)
        glyph.dots[y * glyph.width + x] = (bits >> (glyph.width - 1 - x)) & 1;
    }
    return glyph;
  }
}

function readFont(file: string): Buffer {
  for (const folder of FOLDERS) {
    try {
      return readFileSync(join(folder, file));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  throw new Error(`the font ${file} is not where the program was installed`);
}

const latin = new HexFont('latin-regular.hex.gz', CELL_HEIGHT);
const latinBold = new HexFont('latin-bold.hex.gz', CELL_HEIGHT);
const everything = new HexFont('unifont.hex.gz', 16);

/** One letter, 24 dots high and as many cells wide as the layout counts for it. */
export function glyphOf(char: string, isBold: boolean): Bitmap {
  const code = char.codePointAt(0) ?? 0;
  const columns = charColumns(char) || 1;
  const own = columns === 1 ? (isBold ? latinBold : latin).glyph(code) : null;
  if (own !== null) return own;
  const found = everything.glyph(code);
  if (found === null) return unknownBox(columns);
  const width = CELL_WIDTH * columns;
  const drawn =
    found.width === 8 && columns === 2 ? centred(fitted(found, CELL_WIDTH), width) : fitted(found, width);
  return isBold ? emboldened(drawn) : drawn;
}

function centred(glyph: Bitmap, width: number): Bitmap {
  const wide = blank(width, glyph.height);
  stamp(wide, glyph, Math.floor((width - glyph.width) / 2), 0);
  return wide;
}

/** A letter of no font: seen to be missing rather than left out. */
function unknownBox(columns: number): Bitmap {
  const box = blank(CELL_WIDTH * columns, CELL_HEIGHT);
  for (let y = 4; y < 20; y += 1) {
    for (let x = 1; x < box.width - 1; x += 1) {
      const isEdge = y === 4 || y === 19 || x === 1 || x === box.width - 2;
      if (isEdge) box.dots[y * box.width + x] = 1;
    }
  }
  return box;
}
