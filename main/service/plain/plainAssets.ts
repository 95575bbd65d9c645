import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { PLAIN_CSS } from './plainCss.ts';
import { PLAIN_SCRIPT } from './plainScript.ts';

export const CSS_PATH = '/plain/page.css';
export const SCRIPT_PATH = '/plain/page.js';
/** As the bundler names it, with its content's name behind. */
const FACE_FILE = /^atkinson-hyperlegible-next-latin-wght-normal.*\.woff2$/u;

/** What plain pages load: their own, because the page's policy runs nothing inline. The typeface is the bundle's, where that is there. */
export function addPlainAssets(app: FastifyInstance, rendererDir: string): void {
  const send = (path: string, type: string, text: string) =>
    app.get(path, (_request, reply) =>
      reply.header('cache-control', 'no-cache').type(`${type}; charset=utf-8`).send(text),
    );
  send(CSS_PATH, 'text/css', PLAIN_CSS);
  send(SCRIPT_PATH, 'text/javascript', PLAIN_SCRIPT);
  const face = faceOf(join(rendererDir, 'assets'));
  if (face === null) return;
  app.get('/plain/face.woff2', async (_request, reply) =>
    reply
      .header('cache-control', 'no-cache')
      .type('font/woff2')
      .send(await readFile(face)),
  );
}

function faceOf(folder: string): string | null {
  if (!existsSync(folder)) return null;
  const name = readdirSync(folder).find((file) => FACE_FILE.test(file));
  return name === undefined ? null : join(folder, name);
}
