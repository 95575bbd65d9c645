import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { monotonicMs } from '../bench/monotonic.ts';
import { Kitchen } from '../support/line/Kitchen.ts';
import { canMakeKitchenLan, KitchenLan } from '../support/line/kitchenLan.ts';
import { expectBalancedBooks } from '../support/line/ledger.ts';
import { startService } from '../support/service.ts';

/** By hand: HEARD_RUSH_CUT_S=60 HEARD_RUSH_WITHIN_MS=2000 on an idle machine. Longer than the heartbeat's 5 s in any case. */
const CUT_S = Number(process.env.HEARD_RUSH_CUT_S ?? 8);
/** The aim is 2 s; a machine that does other things beside is given more. */
const WITHIN_MS = Number(process.env.HEARD_RUSH_WITHIN_MS ?? 8_000);
const STAYING = 20;
const AWAY = 10;
const PUT_EVERY_MS = 150;
const BEFORE_MS = 3_000;
const SLOW_MS = CUT_S * 1_000 + 120_000;

/** As the cut goes: the access point loses its power, or a firewall swallows all it says. */
const CUTS = {
  pulled: [(lan: KitchenLan) => lan.pull('wifi'), (lan: KitchenLan) => lan.plugIn('wifi')],
  swallowed: [(lan: KitchenLan) => lan.swallow('wifi'), (lan: KitchenLan) => lan.letThrough('wifi')],
} as const;
/** In CI the silent one alone. */
const KINDS =
  process.env.HEARD_RUSH_CUT_S === undefined ? (['swallowed'] as const) : (['pulled', 'swallowed'] as const);

interface House {
  readonly lan: KitchenLan;
  readonly kitchen: Kitchen;
}

async function inHouse(use: (house: House) => Promise<void>): Promise<void> {
  const lan = await KitchenLan.make(['hub', 'pos', 'wired', 'wifi']);
  const dataDir = mkdtempSync(join(tmpdir(), 'heard-rush-'));
  const kitchen = new Kitchen(dataDir);
  try {
    const hub = await startService({ namespace: lan.namespace('hub'), host: lan.address('hub'), dataDir });
    try {
      const { url } = hub;
      const token = hub.token('screen', '--role', 'kitchen');
      kitchen.addTill({ url, token: hub.token('pos') }, lan.namespace('pos'));
      kitchen.addScreens({ name: 'wired', url, token, count: STAYING }, lan.namespace('wired'));
      kitchen.addScreens({ name: 'wifi', url, token, count: AWAY }, lan.namespace('wifi'));
      await kitchen.equal(30_000);
      await use({ lan, kitchen });
    } finally {
      await kitchen.close();
      await hub.stop();
    }
  } finally {
    lan.remove();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** For each screen that was away: how long after `since` it was live and had the log up to `seq`. */
async function backAfter(kitchen: Kitchen, since: number, seq: number): Promise<number[]> {
  const away = kitchen.glasses.filter(({ name }) => name.startsWith('wifi'));
  for (;;) {
    const at = await Promise.all(away.map((glass) => kitchen.caughtUp(glass, seq)));
    const known = at.flatMap((one) => (one === null ? [] : [one - since]));
    if (known.length === away.length || monotonicMs() - since > 4 * WITHIN_MS) return known.map(Math.round);
    await sleep(50);
  }
}

if (canMakeKitchenLan()) {
  it.each(KINDS)(
    `30 screens in mid-rush, 10 of them %s for ${CUT_S} s: everybody equal again soon after`,
    async (name) => {
      const [cut, mend] = CUTS[name];
      await inHouse(async ({ lan, kitchen }) => {
        await kitchen.rush(PUT_EVERY_MS);
        await sleep(BEFORE_MS);
        cut(lan);
        await sleep(CUT_S * 1_000);
        const looks = [...(await kitchen.stands())];
        const lost = looks.filter(([, { link }]) => link === 'lost').map(([glass]) => glass);
        expect(lost).toEqual(looks.map(([glass]) => glass).filter((glass) => glass.startsWith('wifi')));
        await kitchen.forgetCaughtUp();
        const { seq } = kitchen.hubStands();
        const missed = seq - Math.min(...looks.map(([, look]) => look.seq));
        const since = monotonicMs();
        mend(lan);
        // The rush goes on.
        const back = await backAfter(kitchen, since, seq);
        await kitchen.rest();
        await kitchen.equal(WITHIN_MS);
        const { tickets, presses } = await expectBalancedBooks(kitchen);
        process.stderr.write(
          `rush: ${AWAY} of ${AWAY + STAYING} screens ${name} for ${CUT_S} s, ${missed} events missed; equal again after ` +
            `${back.join(', ')} ms; ${tickets} tickets and ${presses} presses, each once\n`,
        );
        expect(back).toHaveLength(AWAY);
        expect(Math.max(...back)).toBeLessThan(WITHIN_MS);
      });
    },
    SLOW_MS,
  );
} else {
  it('rush: DID NOT RUN HERE, because only root on Debian can make networks', () => {
    process.stderr.write('rush: no network could be made here: this run shows nothing about cuts\n');
  });
}
