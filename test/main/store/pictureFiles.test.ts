import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../../main/store/openStore.ts';
import {
  dropPictureFiles,
  keepPictureFile,
  readPictureFile,
  takeInPictureFiles,
} from '../../../main/store/pictureFiles.ts';
import { pictureIdOf } from '../../../main/store/pictureKind.ts';
import { aPicture } from '../../support/aPicture.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'heard-pictures-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const [first, second] = [aPicture(1), aPicture(2)];

test('what a station has fetched comes back as it was, under its own name alone', () => {
  expect(keepPictureFile(dataDir, first.id, first.bytes)).toBe(true);
  expect(keepPictureFile(dataDir, second.id, first.bytes)).toBe(false);
  expect(readdirSync(join(dataDir, 'pictures'))).toEqual([first.id]);
  expect(readPictureFile(dataDir, first.id)).toEqual({ bytes: first.bytes, type: 'image/png' });
  expect(readPictureFile(dataDir, second.id)).toBe(null);
});

test('what no room shows any more goes', () => {
  for (const { id, bytes } of [first, second]) keepPictureFile(dataDir, id, bytes);
  dropPictureFiles(dataDir, new Set([second.id]));
  expect(readdirSync(join(dataDir, 'pictures'))).toEqual([second.id]);
});

test('files of before, and of a station that is promoted, are in the one file once', () => {
  for (const { id, bytes } of [first, second]) keepPictureFile(dataDir, id, bytes);
  writeFileSync(join(dataDir, 'pictures', 'half.png.new'), 'cut short');
  const store = openStore({ dataDir, as: 'service' });
  takeInPictureFiles(dataDir, store.pictures, 5);
  takeInPictureFiles(dataDir, store.pictures, 6);
  expect(existsSync(join(dataDir, 'pictures'))).toBe(false);
  for (const { id, bytes } of [first, second])
    expect(store.pictures.read(id)?.bytes.equals(bytes)).toBe(true);
  store.close();
});

test('JPEG and WebP are pictures; a drawing that could run is none, nor what only begins like one', () => {
  mkdirSync(join(dataDir, 'pictures'));
  expect(pictureIdOf(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))).toMatch(/^[0-9a-f]{32}\.jpg$/u);
  expect(pictureIdOf(Buffer.from('RIFF\0\0\0\0WEBPVP8 '))).toMatch(/\.webp$/u);
  for (const other of ['<svg onload="x()"/>', 'RIFF\0\0\0\0WAVE', 'GIF89a', ''])
    expect(pictureIdOf(Buffer.from(other))).toBe(null);
});
