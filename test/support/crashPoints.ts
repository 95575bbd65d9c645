/** Where a process may be ended by `crashAt.ts`: the place, and whose process has it. */
export const HUB_POINTS = [
  'before an event is written',
  'an event written, its command not remembered',
  'the command remembered',
  'before the commit',
  'after the commit, nobody told',
  'told to some and not to others',
  'told to all, not acknowledged',
  'the acknowledgement on its way',
  'a feed cursor moved',
] as const;

/** At a station whose hub is away: nobody else has heard of the press. */
export const PRESS_POINTS = [
  'before a press is stored',
  'a press stored, not said to be kept',
  'a press said to be kept',
] as const;

export const STATION_POINTS = [
  'before what the hub said is written',
  'half of what the hub said is written',
  'what the hub said is written, the windows not told',
  'the windows told',
] as const;

export type CrashPoint =
  | (typeof HUB_POINTS)[number]
  | (typeof PRESS_POINTS)[number]
  | (typeof STATION_POINTS)[number];
