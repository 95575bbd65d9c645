import { describe, expect, test } from 'vitest';
import { emptyState, type State, stateToDocument } from '../../../shared/domain/model/state.ts';
import { reduceAll } from '../../../shared/domain/reducer/reduce.ts';
import { canonicalJson } from '../../../shared/lib/canonicalJson.ts';
import { KeyedNight } from '../../support/keyedNight.ts';
import { brokenPromises } from '../../support/promises.ts';

/** By hand: `HEARD_NIGHTS=300 HEARD_STEPS=600 HEARD_SEED=1 npm run vitest -- run test/shared/domain/keyedNight`. */
const NIGHTS = Number(process.env.HEARD_NIGHTS ?? 6);
const STEPS = Number(process.env.HEARD_STEPS ?? 150);
const FIRST_SEED = Number(process.env.HEARD_SEED ?? 1);

const text = (state: State) => canonicalJson(stateToDocument(state));

describe('nights on which the house keys by hand', () => {
  for (let seed = FIRST_SEED; seed < FIRST_SEED + NIGHTS; seed += 1) {
    test(`[Y1] [Y4] [Y6] [D2] keyed night of seed ${seed}, ${STEPS} steps: every promise after every step, and replay equals it`, () => {
      const night = new KeyedNight(seed);
      const { house } = night;
      for (let step = 0; step < STEPS; step += 1) {
        night.step();
        expect(brokenPromises(house.state), `seed ${seed} step ${step}`).toEqual([]);
      }
      expect(house.events('ticket.keyed').length).toBeGreaterThan(0);
      expect(text(reduceAll(emptyState, house.log))).toBe(text(house.state));
      const opening = house.log.findLastIndex(({ type }) => type === 'day.opened');
      expect(text(reduceAll(emptyState, house.log.slice(opening)))).toBe(text(house.state));
    });
  }
});
