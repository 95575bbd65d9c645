import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bareApp } from '../../main/service/bareApp.ts';
import { addPlainAssets } from '../../main/service/plain/plainAssets.ts';
import { codeOf } from '../../main/service/standby/codeOf.ts';
import { fencedPage } from '../../main/service/standby/fencedPage.ts';
import { formerPage } from '../../main/service/standby/formerPage.ts';
import { speechOf } from '../../main/service/standby/tailList.ts';
import { HOUSE_KINDS, TAIL_KINDS, type Tail } from '../../shared/domain/selectors/tail.ts';
import { GLASSES } from '../renderer/gallery/openScene.ts';
import { axeFinds } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { englishLeft } from '../support/englishLeft.ts';

/**
 * The pages that stand without the bundle, each at one size and in both languages; `HEARD_PICTURES=all` plays every size,
 * `HEARD_SHOTS=/tmp/shots` keeps the pictures.
 */
const all = process.env.HEARD_PICTURES === 'all';
const SHOTS = process.env.HEARD_SHOTS ?? '';
const AT = Date.UTC(2026, 10, 20, 19, 30);
/** LOOK.md: no target is smaller. */
const TARGET_PX = 48;

/** Long names, everything that can have been done, and a ticket without a table. */
const tail: Tail = {
  tickets: [
    { number: '4711', table: '12', dishes: ['2 Soup', '1 Ribeye 300 g'], did: ['received', 'fired'], at: AT },
    {
      number: 'DELIVERY-2026-11-20-0000000000000000815',
      table: null,
      dishes: [],
      did: [...TAIL_KINDS],
      at: AT,
    },
  ],
  house: [...HOUSE_KINDS],
  from: AT,
  until: AT,
};
const nothing: Tail = { tickets: [], house: [], from: null, until: null };
const address = 'http://192.168.178.120:4680';
const stations = [
  { id: 'grill', name: 'Parrilla' },
  { id: 'cold', name: 'Cuarto frío y postres del restaurante' },
];
const folder = '/var/lib/heard/data/former-hub/2026-11-20T193000';

const pages: Record<string, (language: string) => string> = {
  fenced: (language) => fenced(language, { tail, stations }),
  'fenced-elsewhere': (language) => fenced(language, { tail: 'hidden', stations: null }),
  'fenced-unknown': (language) => fenced(language, { tail: null, stations, address: null }),
  'fenced-nothing': (language) => fenced(language, { tail: nothing, stations }),
  former: (language) =>
    formerPage(
      [
        { folder, at: AT, tail },
        { folder, at: AT, tail: null },
      ],
      speechIn(language),
    ),
  'former-done': (language) => formerPage([], speechIn(language)),
};

const speechIn = (language: string) => speechOf({ language, timeZone: 'Europe/Madrid' });

function fenced(language: string, over: Partial<Parameters<typeof fencedPage>[0]>): string {
  const speech = speechIn(language);
  const at = over.address === null ? null : address;
  const code = at === null ? null : codeOf(at, speech.words.fenced.code);
  return fencedPage({ speech, code, address: at, at: AT, tail: null, stations: null, ...over });
}

let browser: Browser;
let url: string;
const app = bareApp(pino({ level: 'silent' }));

beforeAll(async () => {
  addPlainAssets(app, join(import.meta.dirname, '..', '..', 'dist', 'renderer'));
  for (const [name, page] of Object.entries(pages)) {
    for (const language of ['en', 'es'])
      app.get(`/${name}-${language}`, (_request, reply) =>
        reply.type('text/html; charset=utf-8').send(page(language)),
      );
  }
  app.post('/api/standby/station', (_request, reply) => reply.code(409).send({ ok: false, why: 'refused' }));
  url = await app.listen({ host: '127.0.0.1', port: 0 });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await app.close();
});

describe.each(Object.keys(pages).map((name, index) => ({ name, index })))('$name', ({ name, index }) => {
  const glasses = GLASSES.filter((_glass, at) => all || at === index % GLASSES.length);
  test.each(glasses.map(([width, height]) => ({ width, height })))(
    'at $width x $height: nothing is cut off, too small, unreadable or in another language',
    async (viewport) => {
      const page = await browser.newPage({ viewport });
      const errors: unknown[] = [];
      page.on('pageerror', (error) => errors.push(error));
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      try {
        for (const language of ['en', 'es']) {
          await page.goto(`${url}/${name}-${language}`);
          for (const isAsked of [false, true]) {
            const ask = page.getByTestId('ask');
            if (isAsked && (await ask.count()) === 0) continue;
            if (isAsked) await ask.click();
            await keep(page, `${name}-${language}-${viewport.width}${isAsked ? '-asked' : ''}`);
            expect(await page.evaluate(outOfGlass, TARGET_PX)).toEqual([]);
            if (language === 'es')
              expect(englishLeft(await page.locator('main').evaluate(wordsIn))).toEqual([]);
            expect(await axeFinds(page)).toEqual([]);
          }
        }
        expect(errors).toEqual([]);
      } finally {
        await page.close();
      }
    },
  );
});

test('a refusal is said in words, and the question stands for another try', async () => {
  const page = await browser.newPage();
  await page.goto(`${url}/fenced-es`);
  await page.getByTestId('ask').click();
  await page.getByTestId('yes').click();
  await page.getByText(speechIn('es').words.fenced.joinRefused).waitFor();
  expect(await page.getByTestId('yes').isVisible()).toBe(true);
  await page.close();
});

async function keep(page: Awaited<ReturnType<Browser['newPage']>>, name: string): Promise<void> {
  if (!SHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}

/** Texts that stick out of the glass or their own box, and targets that a finger misses. Runs in the page. */
function outOfGlass(target: number): string[] {
  const wrong: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('main *')) {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || element.closest('svg')) continue;
    const says = `${element.tagName} ${element.textContent?.slice(0, 40)}`;
    if (box.right > window.innerWidth + 1 || box.left < -1) wrong.push(`out: ${says}`);
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) wrong.push(`cut: ${says}`);
    if (element.matches('button, select, a.press') && Math.min(box.height, box.width) < target)
      wrong.push(`small: ${says}`);
  }
  return wrong;
}

/** Runs in the page. */
function wordsIn(main: Element): string[] {
  const words: string[] = [];
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    words.push(node.textContent?.trim() ?? '');
  for (const element of main.querySelectorAll('[aria-label]'))
    words.push(element.getAttribute('aria-label') ?? '');
  return words.filter((text) => text !== '');
}
