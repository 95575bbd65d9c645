/** What a search knows: the highest rate that was held and the lowest that was not. */
interface Bracket {
  readonly held: number;
  readonly failed: number;
}

export interface Search {
  readonly from: number;
  /** No higher is tried. */
  readonly most: number;
  /** The search ends when what failed is at most this times what held. */
  readonly precision: number;
}

/** Below this a house is not served at all. */
const LEAST = 5;
const DOUBLE = 2;

/** Doubles, or halves, until one rate is held and one is not, then halves what lies between. 0: none was held. */
export async function highestRate(
  { from, most, precision }: Search,
  isHeld: (rate: number) => Promise<boolean>,
): Promise<number> {
  let { held, failed }: Bracket = { held: 0, failed: Number.POSITIVE_INFINITY };
  for (let rate = from; ; ) {
    if (await isHeld(rate)) held = rate;
    else failed = rate;
    if (held >= most || failed <= LEAST) return held;
    if (held === 0) rate = Math.max(LEAST, Math.round(failed / DOUBLE));
    else if (failed === Number.POSITIVE_INFINITY) rate = Math.min(most, held * DOUBLE);
    else if (failed / held <= precision) return held;
    else rate = Math.round(Math.sqrt(held * failed));
    if (rate === held || rate === failed) return held;
  }
}
