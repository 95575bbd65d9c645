import { gunzipSync } from 'node:zlib';
import { SPLEEN_12X24 } from './spleen.ts';

export const GLYPH_WIDTH = 12;
export const GLYPH_HEIGHT = 24;

/** PSF2: a header of 32 bytes, the glyphs, then for each glyph the characters it stands for, ended by 0xff; after 0xfe come combinations. */
const HEADER = { size: 8, count: 16, bytes: 20 };
const BYTES_PER_ROW = 2;

const glyphs = new Map<string, Buffer>();

/** Whether a dot of a character is black. A character the font has no picture of is a hollow box. */
export function glyphDot(character: string, x: number, y: number): boolean {
  if (glyphs.size === 0) readFont();
  const rows = glyphs.get(character);
  if (rows === undefined) return isOnBox(character, x, y);
  return (((rows[y * BYTES_PER_ROW + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 1;
}

function isOnBox(character: string, x: number, y: number): boolean {
  if (character.trim() === '' || y < 4 || y > 19 || x < 1 || x > 10) return false;
  return y === 4 || y === 19 || x === 1 || x === 10;
}

function readFont(): void {
  const file = gunzipSync(Buffer.from(SPLEEN_12X24, 'base64'));
  const headerSize = file.readUInt32LE(HEADER.size);
  const count = file.readUInt32LE(HEADER.count);
  const bytes = file.readUInt32LE(HEADER.bytes);
  let at = headerSize + count * bytes;
  for (let glyph = 0; glyph < count; glyph += 1) {
    const end = file.indexOf(0xff, at);
    const combinations = file.subarray(at, end).indexOf(0xfe);
    const alone = file.toString('utf8', at, combinations < 0 ? end : at + combinations);
    const start = headerSize + glyph * bytes;
    for (const character of alone) glyphs.set(character, file.subarray(start, start + bytes));
    at = end + 1;
  }
}
