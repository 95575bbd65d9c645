import type { NightLength } from './arrivals.ts';
import type { Absence } from './order.ts';
import { type Ingredient, MINUTE_MS, type PartyPlan, type Step } from './plan.ts';

/** When the first dish runs out: in the middle of the rush. */
const SOLD_OUT_MS: Record<NightLength, number> = { full: 185 * MINUTE_MS, hour: 22 * MINUTE_MS };
/** The other comes back when somebody has found another box of it. */
const BACK_AFTER_MS: Record<NightLength, number> = { full: 40 * MINUTE_MS, hour: 12 * MINUTE_MS };
/** Cheesecakes for every hundred covers: by the end of most nights the count has come to nothing. */
const CAKES_PER_HUNDRED = 4;

/** What runs out when, so that nobody orders it meanwhile. */
export function absencesOf(length: NightLength): Absence[] {
  const at = SOLD_OUT_MS[length];
  return [
    { dish: 'bass', fromMs: at, untilMs: Number.POSITIVE_INFINITY },
    { dish: 'octopus', fromMs: at + 3 * MINUTE_MS, untilMs: at + BACK_AFTER_MS[length] },
  ];
}

/** What the till does of its own: its menu, what is sold out, and a moment without a network. */
export function houseSteps(length: NightLength, covers: number): PartyPlan {
  const at = SOLD_OUT_MS[length];
  const step = (afterMs: number, act: Step['act'], why: Ingredient): Step => ({
    when: { on: 'night' },
    afterMs,
    act,
    why,
  });
  const remaining = Math.max(3, Math.round((covers * CAKES_PER_HUNDRED) / 100));
  const stock = (id: string, available: boolean, left?: number): Step['act'] => ({
    do: 'availability',
    items: [{ id, available, ...(left === undefined ? {} : { remaining: left }) }],
  });
  const steps = [
    step(0, { do: 'menu', revision: 1 }, 'service'),
    step(1, stock('cheesecake', true, remaining), 'eighty_six'),
    step(5 * MINUTE_MS, { do: 'menu', revision: 2 }, 'service'),
    step(at, stock('bass', false), 'eighty_six'),
    step(at + 3 * MINUTE_MS, stock('octopus', false), 'eighty_six'),
    step(at + BACK_AFTER_MS[length], stock('octopus', true), 'eighty_six'),
    step(at + 6 * MINUTE_MS, { do: 'dropLine' }, 'line_drop'),
  ];
  return { id: 'house', covers: 0, table: null, steps, has: ['eighty_six', 'line_drop'] };
}
