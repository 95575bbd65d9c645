// Draws assets/icon.{png,ico,icns} from assets/icon.svg, for installers and windows. Run it when the drawing has changed:
// node test/support/drawIcons.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from './browser.ts';

const ASSETS = join(import.meta.dirname, '..', '..', 'assets');
const PNG_SIZE = 1024;
/** What Windows shows in lists, task bar and installer. */
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];
/** Apple's names for PNGs of these sizes (Icon Services: ic07 to ic10). */
const ICNS_SIZES = { ic07: 128, ic08: 256, ic09: 512, ic10: 1024 };

const svg = `data:image/svg+xml,${encodeURIComponent(readFileSync(join(ASSETS, 'icon.svg'), 'utf8'))}`;
const browser = await launchBrowser();
const page = await browser.newPage();
await page.setContent(`<style>body{margin:0}img{display:block;width:100vw}</style><img src="${svg}">`);

async function draw(size: number): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size });
  return await page.screenshot({ omitBackground: true });
}

/** A directory of PNGs (the ICO file format since Windows Vista); 256 is written as 0. */
async function ico(): Promise<Buffer> {
  const pictures = await drawAll(ICO_SIZES);
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * index;
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

async function icns(): Promise<Buffer> {
  const pictures = await drawAll(Object.values(ICNS_SIZES));
  const parts = Object.keys(ICNS_SIZES).map((name, index) =>
    part(name, pictures[index]?.png ?? Buffer.alloc(0)),
  );
  return part('icns', Buffer.concat(parts));
}

/** A name of four letters, the length with this head, the content. */
function part(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32BE(8 + content.length, 4);
  return Buffer.concat([head, content]);
}

async function drawAll(sizes: readonly number[]) {
  const pictures: { readonly size: number; readonly png: Buffer }[] = [];
  for (const size of sizes) pictures.push({ size, png: await draw(size) });
  return pictures;
}

writeFileSync(join(ASSETS, 'icon.png'), await draw(PNG_SIZE));
writeFileSync(join(ASSETS, 'icon.ico'), await ico());
writeFileSync(join(ASSETS, 'icon.icns'), await icns());
await browser.close();
