import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chitPicture } from '../../../main/printing/raster/chitPicture.ts';
import { layoutText } from '../../../shared/chits/layoutText.ts';
import { goldenChits } from './chitCases.ts';

/** `node test/support/chits/writeGoldenChits.ts`: writes the golden chits anew. Look at them, and at the diff, before they are kept. */
const FOLDER = join(import.meta.dirname, '..', '..', 'fixtures', 'chits');

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
for (const { file, lines, columns } of goldenChits()) {
  writeFileSync(join(FOLDER, `${file}.txt`), `${layoutText(lines, columns).join('\n')}\n`);
  writeFileSync(join(FOLDER, `${file}.png`), chitPicture(lines, columns));
}
