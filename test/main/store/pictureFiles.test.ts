import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepPicture, readPicture } from '../../../main/store/pictureFiles.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const NOBODY: ReadonlySet<string> = new Set();
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'heard-pictures-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const picture = (n: number) => Uint8Array.from([...PNG, n]);

test('a picture comes back as it was, under a name made of what is in it', () => {
  const id = keepPicture(dataDir, picture(1), NOBODY);
  expect(id).toMatch(/^[0-9a-f]{32}\.png$/u);
  expect(keepPicture(dataDir, picture(1), NOBODY)).toBe(id);
  expect(readdirSync(join(dataDir, 'pictures'))).toEqual([id]);
  const read = id === null ? null : readPicture(dataDir, id);
  expect(read && [...read.bytes]).toEqual([...picture(1)]);
  expect(read?.type).toBe('image/png');
});

test('JPEG and WebP are pictures; a drawing that could run is none, nor what only begins like one', () => {
  const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]);
  expect(keepPicture(dataDir, jpeg, NOBODY)).toMatch(/\.jpg$/u);
  expect(keepPicture(dataDir, Buffer.from('RIFF\0\0\0\0WEBPVP8 '), NOBODY)).toMatch(/\.webp$/u);
  for (const other of ['<svg onload="x()"/>', 'RIFF\0\0\0\0WAVE', 'GIF89a', ''])
    expect(keepPicture(dataDir, Buffer.from(other), NOBODY)).toBe(null);
});

test('the oldest go first, and never one that a room shows', () => {
  const first = keepPicture(dataDir, picture(0), NOBODY);
  if (first === null) throw new Error('not kept');
  utimesSync(join(dataDir, 'pictures', first), 0, 0);
  for (let n = 1; n <= 45; n += 1) keepPicture(dataDir, picture(n), new Set([first]));
  expect(readdirSync(join(dataDir, 'pictures'))).toHaveLength(41);
  expect(readPicture(dataDir, first)).not.toBe(null);
  expect(readPicture(dataDir, `${'0'.repeat(32)}.png`)).toBe(null);
});
