import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openStore } from '../../main/store/openStore.ts';
import { NightAccount } from '../../shared/demo/account.ts';
import { auditNight } from '../../shared/demo/audit/auditNight.ts';
import { SATURDAY } from '../../shared/demo/night/planSaturday.ts';
import type { Event } from '../../shared/domain/events/event.ts';
import { epochText } from '../../shared/protocol/screenMessages.ts';
import { launchBrowser } from '../support/browser.ts';
import { type DemoService, startDemo } from '../support/demoService.ts';
import { runHeard } from '../support/service.ts';
import { TouchHost } from '../support/touchHost.ts';

// The host's eyes are a screen of this process: to the built hub they must be of its build, which is read before anything is imported.
vi.hoisted(() => {
  const { readFileSync } = process.getBuiltinModule('node:fs');
  const stamp: unknown = JSON.parse(readFileSync(new URL('../../dist/build.json', import.meta.url), 'utf8'));
  const build = typeof stamp === 'object' && stamp !== null && 'build' in stamp ? stamp.build : 'dev';
  Object.assign(globalThis, { __BUILD__: build });
});

/**
 * A door worked by touch on /host in a browser, while book, till and cooks play. Here some seatings of a busy hour. By hand the Saturday of 60
 * bookings, 25 walk-ins, 12 no-shows, 8 late, 5 combinations and 6 moves after ordering, to its end:
 * `HEARD_SATURDAY=whole npm run vitest -- run --project e2e test/e2e/saturday.test.ts`, with `HEARD_SATURDAY_SEED=N`, `HEARD_SATURDAY_SPEED=N`.
 */
const IS_WHOLE = process.env.HEARD_SATURDAY === 'whole';
const SEED = process.env.HEARD_SATURDAY_SEED ?? '5';
const SPEED = process.env.HEARD_SATURDAY_SPEED ?? '20';
const NIGHT = IS_WHOLE ? ['--night', 'saturday'] : ['--night', 'hour', '--covers', '60'];
/** On an idle machine a slice has these within half a minute. */
const SEATINGS = 2;
const SLICE_MS = 240_000;
const WHOLE_MS = 3_600_000;
const LAST_WORDS_MS = 1_500;

describe(`a door by touch (seed ${SEED})`, () => {
  let demo: DemoService;
  let browser: Browser;
  let host: TouchHost;
  let events: Event[];
  let epoch: string;
  const dataDir = () => join(demo.place, 'demo');

  beforeAll(
    async () => {
      demo = await startDemo('--door', 'hand', '--speed', SPEED, '--seed', SEED, ...NIGHT);
      browser = await launchBrowser();
      const screen = ['token', 'create', '--scope', 'screen', '--role', 'host', '--name', 'eyes'];
      const token = runHeard(dataDir(), screen);
      const wishes = { chance: IS_WHOLE ? 0.6 : 0, most: SATURDAY.moves };
      host = await TouchHost.open(browser, { url: demo.url, token, seed: Number(SEED), wishes });
      let isOver = false;
      const ended = demo.ended.then(() => {
        isOver = true;
      });
      await host.work(() => isOver || (!IS_WHOLE && host.done.length >= SEATINGS));
      if (!IS_WHOLE) {
        await sleep(LAST_WORDS_MS);
        demo.child.kill('SIGTERM');
      }
      await ended;
      const store = openStore({ dataDir: dataDir(), as: 'tool' });
      events = [...store.events.replay(0)];
      epoch = epochText(store.epoch);
      store.close();
    },
    IS_WHOLE ? WHOLE_MS : SLICE_MS,
  );

  afterAll(async () => {
    await host?.close();
    await browser?.close();
    await demo?.stop();
  });

  test('whoever was touched sits where the book has put them, and the till was told to open the cover', () => {
    const seatings = host.done.filter(({ type }) => type === 'party.seat');
    expect(seatings.length).toBeGreaterThanOrEqual(SEATINGS);
    for (const { party, tables } of seatings) {
      const opened = events.filter((event) => event.type === 'cover.opened' && event.party === party);
      expect(opened).toHaveLength(1);
      expect(opened).toMatchObject([{ tables }]);
    }
  });

  if (IS_WHOLE)
    test('till, book, kitchen and host agree at the end, and every allergy of a booking was heard', () => {
      const read = (name: string) => {
        const said: unknown = JSON.parse(readFileSync(join(dataDir(), name), 'utf8'));
        return NightAccount.parse(said);
      };
      expect(existsSync(join(dataDir(), 'bookings.json'))).toBe(true);
      const { differences, counts } = auditNight(read('account.json'), events, epoch, read('bookings.json'));
      console.log(`seed ${SEED}: ${host.done.length} by touch, ${JSON.stringify(counts)}`);
      expect(differences).toEqual([]);
      expect(host.done.filter(({ type }) => type === 'party.move')).toHaveLength(SATURDAY.moves);
      expect(counts.no_show).toBe(SATURDAY.noShows);
    });
});
