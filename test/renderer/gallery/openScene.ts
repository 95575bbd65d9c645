import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Page } from 'playwright';
import { createServer, type ViteDevServer } from 'vite';
import type { Scene } from './scenes.ts';

export const GLASSES = [
  [1920, 1080],
  [1280, 800],
  [1080, 1920],
] as const;

/** The gallery's pages, made from the sources as they are. */
export async function serveGallery(): Promise<{ base: string; server: ViteDevServer }> {
  const server = await createServer({
    configFile: false,
    root: join(import.meta.dirname, '../../..'),
    plugins: [react()],
    logLevel: 'error',
    server: { port: 0, watch: null, hmr: false },
  });
  await server.listen();
  return { base: `${server.resolvedUrls?.local[0] ?? ''}test/renderer/gallery/index.html`, server };
}

/** One scene on the glass, its steps pressed, its fonts there. */
export async function openScene(
  page: Page,
  base: string,
  scene: Scene,
  language: 'en' | 'es',
): Promise<void> {
  await page.goto(`${base}?scene=${scene.name}&in=${language}`);
  await page.locator('#root > *').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  for (const step of scene.steps ?? []) {
    // Tiles do not take presses in the first moments after they moved.
    await page.waitForTimeout(SETTLED_MS);
    await page.locator(step).first().click();
  }
  await page.waitForTimeout(PAINTED_MS);
}

const SETTLED_MS = 800;
const PAINTED_MS = 350;
