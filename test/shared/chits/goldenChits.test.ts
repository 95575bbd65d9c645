import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { chitPicture } from '../../../main/printing/raster/chitPicture.ts';
import { layoutText } from '../../../shared/chits/layoutText.ts';
import { goldenChits } from '../../support/chits/chitCases.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'fixtures', 'chits');
const golden = goldenChits();

/** `node test/support/chits/writeGoldenChits.ts` writes them anew; look at the pictures before you keep them. */
describe('golden chits', () => {
  test('are 23, in both languages and on both papers, and none is left over', () => {
    expect(golden).toHaveLength(23);
    const files = golden.flatMap(({ file }) => [`${file}.png`, `${file}.txt`]);
    expect(readdirSync(FOLDER).sort()).toEqual(files.sort());
    expect(new Set(golden.map(({ file }) => file.slice(-5)))).toEqual(
      new Set(['en.48', 'en.32', 'es.48', 'es.32']),
    );
  });

  test.each(golden)('$file', ({ file, lines, columns }) => {
    const text = readFileSync(join(FOLDER, `${file}.txt`), 'utf8');
    expect(`${layoutText(lines, columns).join('\n')}\n`).toBe(text);
    const kept = PNG.sync.read(readFileSync(join(FOLDER, `${file}.png`)));
    const drawn = PNG.sync.read(chitPicture(lines, columns));
    expect([drawn.width, drawn.height]).toEqual([kept.width, kept.height]);
    expect(drawn.data.equals(kept.data)).toBe(true);
  });
});
