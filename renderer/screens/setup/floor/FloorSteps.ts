import type { FloorConfig } from '../../../../shared/config/floor.ts';

/** What was done, in words of the page's language: `setup.floor.step.KEY`. */
export interface StepWords {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

interface Step extends StepWords {
  readonly before: FloorConfig;
  readonly after: FloorConfig;
  /** Steps in a row of the same kind are one: ten arrow presses are one way. */
  readonly run: string | null;
}

/** So many can be taken back; a plan is drawn in some hundred. */
const MOST_STEPS = 200;

/** What was done to the plan since the section was opened, newest last. A value: each change is a new list. */
export type FloorSteps = readonly Step[];

/** Adds a step; the same list where nothing was changed. */
export function stepped(
  steps: FloorSteps,
  before: FloorConfig,
  after: FloorConfig,
  words: StepWords,
  run: string | null = null,
): FloorSteps {
  if (before === after) return steps;
  const last = steps.at(-1);
  if (last && run !== null && last.run === run && last.after === before)
    return [...steps.slice(0, -1), { ...last, after }];
  return [...steps, { ...words, before, after, run }].slice(-MOST_STEPS);
}

/** The step that UNDO would take back; null: there is none, or the plan was changed elsewhere since. */
export function undoable(steps: FloorSteps, now: FloorConfig): Step | null {
  const last = steps.at(-1);
  return last?.after === now ? last : null;
}
