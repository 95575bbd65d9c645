import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../../support/browser.ts';
import { GLASSES, openScene, serveGallery } from './openScene.ts';
import { scenes } from './scenes.ts';

/**
 * Pictures of every screen in every state, in two languages and three sizes, for people to look at:
 * `node test/renderer/gallery/shoot.ts [folder] [only]`. The file is named `SCENE-LANGUAGE-WIDTH.png`; `only` is part of that name.
 */
const [folder = '/tmp/shots', only = ''] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const { base, stop } = await serveGallery();
const browser = await launchBrowser();
for (const [width, height] of GLASSES) {
  const page = await browser.newPage({ viewport: { width, height } });
  page.on('pageerror', (error) => console.error(error));
  for (const scene of scenes) {
    for (const language of ['en', 'es'] as const) {
      const file = `${scene.name}-${language}-${width}.png`;
      if (!file.includes(only)) continue;
      await openScene(page, base, scene, language).catch((error) => console.error(file, error));
      await page.screenshot({ path: join(folder, file) });
    }
  }
  await page.close();
}
await browser.close();
await stop();
