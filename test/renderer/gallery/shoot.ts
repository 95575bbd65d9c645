import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { chromium } from 'playwright';
import { createServer } from 'vite';

/** Pictures of the fixtures for people to look at: `node test/renderer/gallery/shoot.ts [folder] [only]`. */
const [folder = '/tmp/shots', only = ''] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

const server = await createServer({
  configFile: false,
  root: join(import.meta.dirname, '../../..'),
  plugins: [react()],
  logLevel: 'error',
  server: { port: 0 },
});
await server.listen();
const base = `${server.resolvedUrls?.local[0] ?? ''}test/renderer/gallery/index.html`;

const GLASSES = [
  [1920, 1080],
  [1280, 800],
  [1080, 1920],
] as const;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const [width, height] of GLASSES) {
  const page = await browser.newPage({ viewport: { width, height } });
  page.on('pageerror', (error) => console.error(error));
  for (const lang of ['en', 'es']) {
    for (const [name, query] of [
      ['kitchen-3', 'count=3'],
      ['kitchen-12', 'count=12'],
      ['kitchen-40', 'count=40'],
      ['kitchen-40-lost', 'count=40&link=lost'],
      ['kitchen-0', 'count=0'],
      ['expo-12', 'count=12&screen=/expo'],
      ['expo-12-pass', 'count=12&screen=/expo&pass=expo'],
      ['later', 'screen=/host'],
    ] as const) {
      const file = `${name}-${lang}-${width}.png`;
      if (!file.includes(only)) continue;
      await page.goto(`${base}?${query}&lang=${lang}`);
      await page.evaluate(() => document.fonts.ready);
      await page.waitForTimeout(400);
      await page.screenshot({ path: join(folder, file) });
    }
  }
  await page.close();
}
await browser.close();
await server.close();
