import type { Slip } from './messages.ts';

/** Its foot, the last words of a whole chit. */
const FOOT = /^chit (\d+) · \d+ of \d+ /gmu;
const REPRINT = /^ *REPRINT *$/mu;
const AGAIN = /Chit (\d+) again: it may be here already\./gu;
const COPY = /^ *COPY *$/mu;
const CHANGE = /^CHANGE to chit (\d+) of /gmu;

/** One whole chit, as a person reads it. */
export interface ReadSlip {
  readonly number: number;
  readonly at: number;
  readonly text: string;
  readonly errors: readonly string[];
  readonly isReprint: boolean;
  readonly isCopy: boolean;
  /** Earlier chits it names: those it repeats, and those it changes. */
  readonly names: readonly number[];
}

/**
 * A hub that ended in mid-chit leaves the beginning of one on the roll, and the next chit is cut off with it: each whole one reaches from the
 * end of the one before to its own foot. `endless`: slips that were cut off without any foot.
 */
export function readSlips(slips: readonly Slip[]): { readonly whole: ReadSlip[]; readonly endless: Slip[] } {
  const endless: Slip[] = [];
  const whole = slips.flatMap((slip) => {
    const said = slip.text.replaceAll(/\s*\n */gu, '\n');
    const feet = [...said.matchAll(FOOT)];
    if (feet.length === 0) endless.push(slip);
    return feet.map((foot, n): ReadSlip => {
      const before = feet[n - 1];
      const text = said.slice(
        before === undefined ? 0 : before.index + before[0].length,
        foot.index + foot[0].length,
      );
      const flowing = text.replaceAll('\n', ' ');
      return {
        number: Number(foot[1]),
        at: slip.at,
        text,
        errors: slip.errors,
        isReprint: REPRINT.test(text),
        isCopy: COPY.test(text),
        names: [...flowing.matchAll(AGAIN), ...text.matchAll(CHANGE)].map((match) => Number(match[1])),
      };
    });
  });
  return { whole, endless };
}
