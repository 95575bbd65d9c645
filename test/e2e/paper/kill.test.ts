import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chanceOf } from '../../support/chance.ts';
import { judgePaper } from '../../support/paper/judgePaper.ts';
import { until } from '../../support/wait.ts';
import { KillHouse } from './KillHouse.ts';

/** By hand: HEARD_PAPER_KILLS=100, with HEARD_PAPER_SEED to draw the same moments again. */
const KILLS = Number(process.env.HEARD_PAPER_KILLS ?? 5);
const SEED = Number(process.env.HEARD_PAPER_SEED ?? Date.now() % 1_000_000);
const PUT_EVERY_MS = 500;
/** Of so many kills one is at any moment, the others in mid-chit. */
const AT_ANY_MOMENT = 3;
const A_KILL_MS = 30_000;
const OUT_WITHIN_MS = 60_000;

let house: KillHouse;
beforeAll(async () => {
  house = await KillHouse.open();
}, 90_000);
afterAll(async () => {
  await house?.close();
}, 60_000);

it(
  `the hub is killed ${KILLS} times between the first byte and the printer's word (seed ${SEED}): no chit vanishes, nothing prints again by itself, and by a person's word as REPRINT`,
  async () => {
    const below = chanceOf(SEED);
    await house.orders.open(PUT_EVERY_MS);
    for (let kill = 0; kill < KILLS; kill += 1) {
      if (below(AT_ANY_MOMENT) === 0) {
        await sleep(below(1_500));
        await house.kill();
      } else {
        await sleep(below(1_000));
        await house.killInMidChit();
      }
      await sleep(below(400));
      await house.start();
    }
    await house.orders.pause();
    await house.printer.set({ mmPerSecond: 0 });
    const expo = house.asker();
    await expo.live();
    await until('all is printed', () => expo.isPrintedOut(), OUT_WITHIN_MS);

    const before = judgePaper({
      events: house.log(),
      slips: await house.printer.slips(),
      glasses: {},
      mayBeBroken: true,
    });
    expect(before.wrong).toEqual([]);
    const chits = Object.values(before.state.chits);
    expect(chits.filter(({ reprintOf }) => reprintOf !== null)).toEqual([]);
    const doubtful = chits.filter(({ state }) => state === 'unknown');
    expect(doubtful.length, 'kills that hit a chit').toBeGreaterThan(KILLS / 3);

    for (const { id } of doubtful) await expo.press({ type: 'chit.answer', chit: id, answer: 'again' });
    await until('all is printed', () => expo.isPrintedOut(), OUT_WITHIN_MS);
    expo.close();

    const { wrong, state, whole, needs, toldAfter } = judgePaper({
      events: house.log(),
      slips: await house.printer.slips(),
      glasses: {},
      mayBeBroken: true,
    });
    expect(wrong).toEqual([]);
    for (const { id, number } of doubtful) {
      const again = Object.values(state.chits).find(({ reprintOf }) => reprintOf === id);
      const slip = whole.find((one) => one.number === again?.number);
      expect(slip, `chit ${number} again`).toMatchObject({
        isReprint: true,
        names: expect.arrayContaining([number]),
      });
    }
    const orders = await house.orders.orders();
    expect(orders.filter(({ ackedAt }) => ackedAt === null)).toEqual([]);
    const nowhere = needs.filter((need) => need.goneAt === null && toldAfter(need) === null);
    const onReprint = new Set(
      Object.values(state.chits).flatMap(({ station, parts, reprintOf }) =>
        reprintOf === null
          ? []
          : parts.map(({ ticket }) => `${station} ${state.tickets.get(ticket)?.externalId}`),
      ),
    );
    expect(nowhere.filter(({ station, ticket }) => !onReprint.has(`${station} ${ticket}`))).toEqual([]);
    process.stderr.write(
      `paper: ${house.kills} kills, ${orders.length} orders, ${chits.length} chits and ${doubtful.length} in doubt, ${whole.length} slips; none vanished, none twice unmarked (seed ${SEED})\n`,
    );
  },
  KILLS * A_KILL_MS + 120_000,
);
