import { describe, expect, test } from 'vitest';
import { isOff } from '../../../shared/domain/model/dish.ts';
import { isFired, isLive, isRun } from '../../../shared/domain/model/progress.ts';
import { emptyState, type State, stateToDocument } from '../../../shared/domain/model/state.ts';
import { reduceAll } from '../../../shared/domain/reducer/reduce.ts';
import { canonicalJson } from '../../../shared/lib/canonicalJson.ts';
import type { House } from '../../support/house.ts';
import { HouseNight } from '../../support/houseNight.ts';
import { brokenPromises } from '../../support/promises.ts';

/** By hand: `HEARD_NIGHTS=300 HEARD_STEPS=600 HEARD_SEED=1 npm run vitest -- run test/shared/domain/houseNight`. */
const NIGHTS = Number(process.env.HEARD_NIGHTS ?? 8);
const STEPS = Number(process.env.HEARD_STEPS ?? 150);
const FIRST_SEED = Number(process.env.HEARD_SEED ?? 1);

/** A recall, a void taken back and a dish sent elsewhere by the POS once left work at a station that had closed. */
const BAD_ONCE = [572, 578];
const STEPS_OF_BAD = 400;

const text = (state: State) => canonicalJson(stateToDocument(state));

/** [R3] Nothing waits where nobody works; [T1] what is held back is food, held, of a table that is away. */
function brokenByHouse({ state, config }: House): string[] {
  const broken: string[] = [];
  const closed = new Set<string>(
    config.stations.filter(({ state: is }) => is === 'closed').map(({ id }) => id),
  );
  for (const ticket of state.tickets.values()) {
    for (const item of ticket.items) {
      for (const batch of item.batches.filter((one) => isLive(one) && !isRun(one))) {
        const idle = batch.parts.filter((part) => closed.has(part.station) && part.ready < batch.quantity);
        if (idle.length > 0) broken.push(`${ticket.externalId}/${item.externalId}: left at a closed station`);
      }
    }
  }
  for (const { dish, count, kitchen, pos } of Object.values(state.dishes)) {
    if (count && (count.outAt !== null) !== (count.remaining === 0)) broken.push(`${dish.name}: out since ?`);
    if (!count && !kitchen && !pos) broken.push(`${dish.name}: a record that says nothing`);
  }
  return broken;
}

/** [E1] What the feed was told last of a dish is how it stands. */
function toldOtherwise(house: House): string[] {
  const told = new Map<string, boolean>();
  for (const event of house.log) {
    if (event.type === 'menu_item.86') told.set(event.standing.dish.name, true);
    if (event.type === 'menu_item.restored') told.set(event.standing.dish.name, false);
  }
  const isOffNow = new Map(Object.values(house.state.dishes).map((one) => [one.dish.name, isOff(one)]));
  return [...told].filter(([name, wasOff]) => wasOff !== (isOffNow.get(name) ?? false)).map(([name]) => name);
}

describe('nights on which the house moves', () => {
  const seeds = Array.from({ length: NIGHTS }, (_, n) => ({ seed: FIRST_SEED + n, steps: STEPS }));
  const bad = BAD_ONCE.map((seed) => ({ seed, steps: STEPS_OF_BAD }));
  for (const { seed, steps } of [...seeds, ...bad]) {
    test(`[D2] house night of seed ${seed}, ${steps} steps: every promise after every step, and replay equals it`, () => {
      const night = new HouseNight(seed);
      for (let step = 0; step < steps; step += 1) {
        night.step();
        const { house } = night;
        expect(
          [...brokenPromises(house.state), ...brokenByHouse(house)],
          `seed ${seed} step ${step}`,
        ).toEqual([]);
      }
      const { house } = night;
      expect(toldOtherwise(house)).toEqual([]);
      expect(text(reduceAll(emptyState, house.log))).toBe(text(house.state));
      const opening = house.log.findLastIndex(({ type }) => type === 'day.opened');
      expect(text(reduceAll(emptyState, house.log.slice(opening)))).toBe(text(house.state));
    });
  }

  test('[T3] when every table is back nothing waits that only its absence held', () => {
    const night = new HouseNight(FIRST_SEED + 1000);
    for (let step = 0; step < STEPS; step += 1) night.step();
    const { house } = night;
    const waiting = Object.values(house.state.holds).flatMap(({ heldBack }) => heldBack);
    for (const { table } of Object.values(house.state.holds))
      house.say({ type: 'table.resume', table }, { kind: 'house' });
    const left = waiting.filter(({ ticket, item, batch }) => {
      const found = house.state.tickets.get(ticket)?.items.find(({ id }) => id === item);
      const food = found?.batches.find(({ n }) => n === batch);
      return found && food && isLive(food) && !isFired(food) && !found.isHeldByPerson;
    });
    expect(left.filter(({ ticket, item }) => !isHeldCourse(house, ticket, item))).toEqual([]);
  });
});

function isHeldCourse(house: House, ticketId: string, itemId: string): boolean {
  for (const ticket of house.state.tickets.values()) {
    if (ticket.id !== ticketId) continue;
    const number = ticket.items.find(({ id }) => id === itemId)?.face.course;
    return ticket.courses.some((course) => course.number === number && course.isHeldByPerson);
  }
  return false;
}
