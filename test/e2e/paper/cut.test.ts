import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StationId } from '../../../shared/lib/ids.ts';
import { chanceOf } from '../../support/chance.ts';
import { grill } from '../../support/house.ts';
import { canMakeKitchenLan } from '../../support/line/kitchenLan.ts';
import { judgePaper } from '../../support/paper/judgePaper.ts';
import { until } from '../../support/wait.ts';
import { befall, type Fault } from '../cables/faults.ts';
import { CutHouse } from './CutHouse.ts';

/** By hand: HEARD_PAPER_CUTS=100, with HEARD_PAPER_SEED to draw the same moments again. */
const CUTS = Number(process.env.HEARD_PAPER_CUTS ?? 5);
const SEED = Number(process.env.HEARD_PAPER_SEED ?? Date.now() % 1_000_000);
const FAULTS: readonly Fault[] = ['pulled', 'pulled', 'swallowed', 'deaf', 'mute'];
const PUT_EVERY_MS = 300;
/** 8 s of the rule, and printing. */
const TOLD_WITHIN_MS = 10_000;
/** A station is known to be down 3 s after its last word. */
const SHORTEST_MS = 4_500;
const BACK_WITHIN_MS = 20_000;
const EQUAL_WITHIN_MS = 20_000;
/** `chitSeconds` of a house that says nothing. */
const RULE_MS = 8_000;
const A_MOMENT_MS = 500;
const STATIONS = [grill, 'fry', 'cold'] as StationId[];
const A_CUT_MS = 30_000;

if (canMakeKitchenLan()) {
  describe('paper while the grill is cut off', () => {
    let house: CutHouse;
    beforeAll(async () => {
      house = await CutHouse.open();
    }, 90_000);
    afterAll(async () => {
      await house?.close();
    }, 60_000);

    it(
      `${CUTS} cuts in mid-service (seed ${SEED}): each ticket is on glass or paper within 10 s, on paper once, and after it nothing is new`,
      async () => {
        const { lan, orders, printer, kitchen } = house;
        const below = chanceOf(SEED);
        const cook = house.glass('grill');
        const story: string[] = [];
        await orders.open(PUT_EVERY_MS);
        for (let cut = 0; cut < CUTS; cut += 1) {
          const fault = cut === 0 ? 'pulled' : (FAULTS[below(FAULTS.length)] ?? 'pulled');
          await sleep(below(600));
          const ms = SHORTEST_MS + below(1_500);
          story.push(`${fault} for ${ms} ms`);
          const end = befall(lan, 'grill', fault);
          await sleep(ms);
          end();
          await until('the grill is back', async () => (await cook.link()) === 'live', BACK_WITHIN_MS);
        }
        await orders.pause();
        // A long night is compared for longer than a cook pauses.
        await Promise.all([...house.glasses.values()].map((glass) => glass.rest()));
        const told = `seed ${SEED}: ${story.join(', ')}`;
        await house.equal(EQUAL_WITHIN_MS).catch((error: unknown) => {
          throw new Error(`${told}: ${String(error)}`);
        });
        const before = await printer.look();
        const frozen = await house.freeze('cold', TOLD_WITHIN_MS + A_MOMENT_MS);
        await house.equal(EQUAL_WITHIN_MS);
        const after = await printer.look();
        expect(after.slips, `after the cable was back, the frozen screen's alone, ${told}`).toBe(
          before.slips + 1,
        );

        const slips = await printer.slips();
        const evidence = { events: kitchen.log(), slips, glasses: await house.shown(), mayBeBroken: false };
        const { wrong, state, whole, needs, waits, toldAfter } = judgePaper(evidence);
        expect(wrong, told).toEqual([]);
        const late = needs.filter((need) => {
          const isReplaced = need.goneAt !== null && need.goneAt - need.since < TOLD_WITHIN_MS;
          return !isReplaced && (toldAfter(need) ?? Infinity) > TOLD_WITHIN_MS;
        });
        expect(late, `on neither glass nor paper in time, ${told}`).toEqual([]);
        const chits = Object.values(state.chits);
        expect(chits.filter(({ state: at }) => at !== 'printed' && at !== 'dropped')).toEqual([]);
        const others = chits.filter(({ station }) => station !== 'grill');
        expect(others).toMatchObject([{ station: 'cold', kind: 'ticket', reason: { kind: 'not_listed' } }]);
        expect(whole.at(-1)?.text).toContain(`Dish ${frozen} cold`);
        const wait = waits.at(-1) ?? 0;
        expect(wait).toBeGreaterThan(RULE_MS - A_MOMENT_MS);
        expect(wait).toBeLessThan(TOLD_WITHIN_MS);
        const unlisted = [...state.tickets.values()].flatMap(({ externalId, versions, receipts }) =>
          STATIONS.filter((at) => versions[at] !== receipts[at]?.version).map(
            (at) => `${externalId} at ${at}`,
          ),
        );
        // Others heard on as if nothing were; what came back to the grill is listed there too.
        expect(unlisted).toEqual([]);
        const sorted = waits.toSorted((a, b) => a - b);
        process.stderr.write(
          `paper: ${CUTS} cuts, ${state.tickets.size} tickets, ${whole.length} slips of ${waits.length} versions, 0 on neither, 0 twice unmarked; on paper after ${sorted[Math.floor(sorted.length / 2)]} ms, at most ${sorted.at(-1)} ms (${told})\n`,
        );
        expect(waits.length).toBeGreaterThan(3 * CUTS);
      },
      CUTS * A_CUT_MS + 90_000,
    );
  });
} else {
  it('paper cuts: DID NOT RUN HERE, because only root on Debian can make networks', () => {
    process.stderr.write('paper: no network could be made here: this run shows nothing about cut cables\n');
  });
}
