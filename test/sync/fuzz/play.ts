import fc from 'fast-check';
import { FuzzBench } from './fuzzBench.ts';
import { judgeEnd, judgeMoment, judgeReopened } from './judgeHouse.ts';
import type { Mutant } from './mutants.ts';
import type { Template } from './realHub.ts';
import { type FuzzStep, type StepName, take, WEIGHTS } from './steps.ts';

const MOST_STEPS = 150;
/** Longer than any press may wait to be sent again. */
const HEAL_S = 35;

const stepNames = Object.entries(WEIGHTS).map(([what, weight]) => ({
  weight,
  arbitrary: fc.constant(what as StepName),
}));

/** A night: things that happen, in an order that fast-check chooses and makes shorter when something breaks. */
export const nights = fc.array(
  fc.record({ what: fc.oneof(...stepNames), who: fc.nat(27), how: fc.nat(999) }),
  { minLength: 1, maxLength: MOST_STEPS, size: 'max' },
);

/** Throws with everything that is wrong. */
export async function playNight(
  template: Template,
  steps: readonly FuzzStep[],
  mutant: Mutant = null,
): Promise<void> {
  const bench = new FuzzBench(template, mutant);
  try {
    bench.pos.sell(0);
    await bench.heal(2);
    for (const step of steps) {
      await take(bench, step);
      orThrow(judgeMoment(bench), step);
    }
    await bench.heal(HEAL_S);
    orThrow(judgeEnd(bench), null);
    orThrow(judgeReopened(bench), null);
  } finally {
    bench.destroy();
  }
}

function orThrow(wrong: readonly string[], step: FuzzStep | null): void {
  if (wrong.length === 0) return;
  throw new Error(
    `${step ? `after ${JSON.stringify(step)}` : 'at the end'}: ${wrong.slice(0, 10).join('; ')}`,
  );
}
