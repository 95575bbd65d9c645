import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../main/store/openStore.ts';
import type { Event } from '../../shared/domain/events/event.ts';
import { emptyState, type State } from '../../shared/domain/model/state.ts';
import { reduce } from '../../shared/domain/reducer/reduce.ts';
import { StationId } from '../../shared/lib/ids.ts';
import type { ConfigDocument } from '../../shared/protocol/screenMessages.ts';
import { launchBrowser } from '../support/browser.ts';
import { type Glass, readGlass } from '../support/glass.ts';
import { differences, type Moment } from '../support/glassRules.ts';
import { HubWatch } from '../support/hubWatch.ts';
import { startService, type TestService } from '../support/service.ts';

/**
 * The demo night watched in Chromium from two kitchens and the pass: what each shows at random moments equals what the rules say it must.
 * By hand: `HEARD_WATCH=50 HEARD_WATCH_FLAGS="--night full --covers 120 --speed 20 --seed 1" npm run vitest -- run test/e2e/watchedNight`.
 */
const MOMENTS = Number(process.env.HEARD_WATCH ?? 12);
const FLAGS = (process.env.HEARD_WATCH_FLAGS ?? '--night hour --covers 40 --speed 20 --seed 7').split(' ');
const SPEED = Number(FLAGS[FLAGS.indexOf('--speed') + 1] ?? 1);
const SEED = Number(FLAGS[FLAGS.indexOf('--seed') + 1] ?? 1);
const GAP_MS = Number(process.env.HEARD_WATCH_GAP_MS ?? 2_000);
/** A hole stands 4 s, and tiles close up in the frame after; under load frames are late. */
const HOLE_MS = 5_500;
/** A page looks every 2 s what time alone has brought; under load later. */
const LOOK_MS = 3_000;
/** BUMP comes back 700 ms after HEARD. */
const JUST_HEARD_MS = 2_000;
const PLACES = ['grill', 'saute', 'expo'] as const;

interface Capture {
  readonly place: (typeof PLACES)[number];
  readonly glass: Glass;
  /** Hub time before and after the page was read: what time alone brings on may stand as at either. */
  readonly from: number;
  readonly to: number;
}

let service: TestService;
let browser: Browser;
let watch: HubWatch;
const pages = new Map<(typeof PLACES)[number], Page>();

beforeAll(async () => {
  service = await startService({ isBuilt: true, flags: ['--demo', ...FLAGS] });
  browser = await launchBrowser();
  watch = await HubWatch.open(service.url);
  for (const place of PLACES) {
    const page = await (await browser.newContext({ viewport: { width: 1920, height: 1080 } })).newPage();
    await page.goto(`${service.url}/${place === 'expo' ? 'expo' : `kitchen/${place}`}`);
    await page.locator('[data-testid=link-state][data-state=live]').waitFor({ timeout: 15_000 });
    pages.set(place, page);
  }
}, 90_000);

afterAll(async () => {
  watch?.close();
  await browser?.close();
  await service?.stop();
});

test(
  `two kitchens and the pass show at ${MOMENTS} random moments what the rules say they must`,
  async () => {
    const captures: Capture[] = [];
    let chance = SEED;
    for (let n = 0; n < MOMENTS; n += 1) {
      chance = (Math.imul(chance, 1664525) + 1013904223) >>> 0;
      await sleep(GAP_MS * (0.5 + chance / 2 ** 32));
      for (const [place, page] of pages) {
        const from = watch.now();
        const glass = await readGlass(page);
        captures.push({ place, glass, from, to: watch.now() });
      }
    }
    const wrong = judged(captures);
    expect(
      wrong.slice(0, 20),
      `${wrong.length} of ${captures.length} pictures; flags ${FLAGS.join(' ')}`,
    ).toEqual([]);
    const tiles = captures.reduce((sum, { glass }) => sum + glass.places.length, 0);
    console.log(`${captures.length} pictures with ${tiles} tiles, flags ${FLAGS.join(' ')}`);
    expect(tiles).toBeGreaterThan(captures.length);
  },
  120_000 + MOMENTS * GAP_MS * 3,
);

/** The log is read beside the running hub, and each picture judged by the state at its own log number. */
function judged(captures: readonly Capture[]): string[] {
  const store = openStore({ dataDir: join(service.dataDir, 'demo'), as: 'tool' });
  try {
    const events = [...store.events.replay(0)];
    const configs = new Map<number, ConfigDocument>();
    const configOf = (state: State) => {
      const known = configs.get(state.configVersion) ?? store.config.get(state.configVersion);
      if (!known) throw new Error(`no configuration ${state.configVersion}`);
      configs.set(state.configVersion, known);
      return known.config;
    };
    const bySeq = [...captures].sort((a, b) => a.glass.seq - b.glass.seq);
    const wrong: string[] = [];
    let state = emptyState;
    let next = 0;
    for (const capture of bySeq) {
      for (let event = events[next]; event && event.seq <= capture.glass.seq; event = events[next]) {
        state = reduce(state, event);
        next += 1;
      }
      wrong.push(...wrongIn(capture, state, configOf(state), events.slice(Math.max(0, next - 400), next)));
    }
    return wrong;
  } finally {
    store.close();
  }
}

function wrongIn(
  { place, glass, from, to }: Capture,
  state: State,
  config: Moment['config'],
  recent: readonly Event[],
): string[] {
  const at = place === 'expo' ? place : StationId.parse(place);
  const since = (realMs: number) => from - realMs * SPEED;
  const named = recent.flatMap((event) => ('ticket' in event ? [{ event, ticket: event.ticket }] : []));
  const leaving = new Set(
    named.filter(({ event }) => event.at >= since(HOLE_MS)).map(({ ticket }) => ticket as string),
  );
  const justHeard = new Set(
    named.flatMap(({ event }) =>
      event.type === 'allergy.heard' && event.at >= since(JUST_HEARD_MS) ? [event.ref?.id ?? ''] : [],
    ),
  );
  const times = [from, to, since(LOOK_MS / 2), since(LOOK_MS)];
  const found = times.map((now) => differences(glass, { state, config, now, leaving, justHeard }, at));
  const least = found.reduce((a, b) => (b.length < a.length ? b : a));
  return least.map((what) => `${place} at ${glass.seq}: ${what}`);
}
