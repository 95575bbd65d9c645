import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../main/store/openStore.ts';
import { Random } from '../../shared/demo/random.ts';
import { BarScreen, type Shown } from '../support/bar/BarScreen.ts';
import { launchBrowser } from '../support/browser.ts';
import { startService, type TestService } from '../support/service.ts';

/**
 * A grill worked by a bump bar alone while tickets come and tiles close up: it presses what is on the glass, and every bump that reaches the
 * hub is of the tile that showed the key. By hand: `HEARD_BAR_SECONDS=600 HEARD_BAR_SEED=3
 * HEARD_BAR_FLAGS="--night full --covers 300 --speed 20 --seed 3" npm run vitest -- run test/e2e/barNight`.
 */
const SECONDS = Number(process.env.HEARD_BAR_SECONDS ?? 25);
const SEED = Number(process.env.HEARD_BAR_SEED ?? 7);
const FLAGS = (process.env.HEARD_BAR_FLAGS ?? '--night hour --covers 60 --speed 60 --seed 7').split(' ');
/** Who stood on the glass this long before the end has gone by then: refusals are pressed again, at any load. */
const LEAVES_WITHIN_MS = 12_000;
/** The last answers are on their way. */
const LAST_ANSWERS_MS = 3_000;
const LEAST_BUMPS = 8;

let service: TestService;
let browser: Browser;
let screen: BarScreen;

beforeAll(async () => {
  service = await startService({ isBuilt: true, flags: ['--demo', '--cooks', 'help', ...FLAGS] });
  browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  screen = await BarScreen.open(page, `${service.url}/kitchen/grill`);
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

test(
  'an hour by keys alone: every ticket is bumped and none that was not meant',
  async () => {
    const random = new Random(SEED);
    const firstSeen = new Map<string, number>();
    const end = performance.now() + SECONDS * 1000;
    // The first key of a place shows the others.
    await screen.press('1');
    const bumpsSent = () => screen.sent.filter(({ type }) => type === 'ticket.bump');
    // On a machine busy with others it takes its time; the test's own limit ends it.
    while (performance.now() < end || bumpsSent().length <= LEAST_BUMPS) {
      const shown = await screen.shown();
      for (const { ticket, place } of shown)
        if (place !== 'undo' && !firstSeen.has(ticket)) firstSeen.set(ticket, performance.now());
      await work(shown, random);
    }
    const stop = performance.now();
    await sleep(LAST_ANSWERS_MS);

    const bumps = bumpsSent();
    const misplaced = notIntended(
      bumps.map(({ ticket }) => ticket),
      screen.intended(),
    );
    const said = `seed ${SEED}, flags ${FLAGS.join(' ')}: ${screen.pressed.length} keys, ${bumps.length} bumps`;
    console.log(said);
    expect(misplaced, said).toEqual([]);
    expect(bumps.length, said).toBeGreaterThan(LEAST_BUMPS);

    const inLog = ticketsInLog(new Set(bumps.map(({ id }) => id)));
    for (const { id, ticket } of bumps) expect(inLog.get(id) ?? ticket).toBe(ticket);
    expect(inLog.size, `${said}; in the log`).toBeGreaterThan(LEAST_BUMPS);

    const left = (await screen.shown()).filter(({ place, isBlocked }) => place !== 'undo' && !isBlocked);
    const late = left.filter(({ ticket }) => (firstSeen.get(ticket) ?? stop) < stop - LEAVES_WITHIN_MS);
    const bumped = new Set(bumps.map(({ ticket }) => ticket));
    expect(
      late.filter(({ ticket }) => !bumped.has(ticket)),
      said,
    ).toEqual([]);
  },
  60_000 + SECONDS * 2000,
);

/** One ticket, as a hand on a bar does it: now its digit twice, now BUMP, now dish by dish; at times it looks at another page. */
async function work(shown: readonly Shown[], random: Random): Promise<void> {
  const ready = shown.filter(({ place, isBlocked }) => (place === 'bump' || place === 'hear') && !isBlocked);
  const next = ready[Math.floor(random.between(0, Math.min(3, ready.length)))];
  if (next === undefined || random.chance(0.05)) {
    await screen.press('PageDown');
    await sleep(random.between(100, 500));
    return;
  }
  await screen.press(next.label);
  await sleep(random.between(10, 400));
  if (random.chance(0.15)) {
    await screen.press('ArrowDown');
    await screen.press('Enter');
    await sleep(random.between(10, 100));
  }
  await screen.press(random.chance(0.3) ? 'Space' : next.label);
  await sleep(random.between(10, 300));
}

/** Bumps that follow from no key, in the order of the keys: a hand that was refused leaves one out. */
function notIntended(bumps: readonly (string | null)[], intended: readonly string[]): (string | null)[] {
  let from = 0;
  return bumps.filter((ticket) => {
    const at = ticket === null ? -1 : intended.indexOf(ticket, from);
    if (at !== -1) from = at + 1;
    return at === -1;
  });
}

/** Of which ticket the log says that each of these commands made food ready. */
function ticketsInLog(commands: ReadonlySet<string>): Map<string, string> {
  const store = openStore({ dataDir: join(service.dataDir, 'demo'), as: 'tool' });
  try {
    const found = new Map<string, string>();
    for (const event of store.events.replay(0))
      if (commands.has(event.cmd) && 'ticket' in event) found.set(event.cmd, event.ticket);
    return found;
  } finally {
    store.close();
  }
}
