import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { THEMES } from '../../../renderer/theme/wearTheme.ts';
import { launchBrowser } from '../../support/browser.ts';
import { FAR_GLASSES, GLASSES, openScene, serveGallery } from './openScene.ts';
import { scenes } from './scenes.ts';

/**
 * Pictures of every screen in every state, in two languages (or `HEARD_LANGUAGES="fr en-US"`) and three sizes, for people to look at:
 * `node test/renderer/gallery/shoot.ts [folder] [only] [--themes] [--far]`. The file is named `SCENE-LANGUAGE-WIDTH.png`, and behind it the
 * theme that is not dark; `only` is part of that name. `--themes`: in all three; `--far`: on the smallest and the largest glass instead.
 */
const LANGUAGES = (process.env.HEARD_LANGUAGES ?? 'en es').split(' ');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { themes: { type: 'boolean', default: false }, far: { type: 'boolean', default: false } },
});
const [folder = '/tmp/shots', only = ''] = positionals;
mkdirSync(folder, { recursive: true });
const { base, stop } = await serveGallery();
const browser = await launchBrowser();
const glasses = values.far ? FAR_GLASSES : GLASSES.map((size) => ({ size, told: null }));
for (const { size, told } of glasses) {
  const [width, height] = size;
  const page = await browser.newPage({ viewport: { width, height } });
  page.on('pageerror', (error) => console.error(error));
  for (const scene of scenes)
    for (const language of LANGUAGES)
      for (const theme of values.themes ? THEMES : (['dark'] as const)) {
        const file = `${scene.name}-${language}-${width}${theme === 'dark' ? '' : `-${theme}`}.png`;
        if (!file.includes(only)) continue;
        const look = { language, theme, glass: told };
        await openScene(page, base, scene, look).catch((error) => console.error(file, error));
        await page.screenshot({ path: join(folder, file) });
      }
  await page.close();
}
await browser.close();
await stop();
