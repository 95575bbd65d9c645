import { DISTANCE_KEY, INCH_KEY, LEAST_INCH, MOST_INCH, ToldGlass } from '../../shared/protocol/toldGlass.ts';
import { type Glass, MM_PER_INCH, type Size } from './physical.ts';

/** Three digits: a tenth of a millimetre on a bank card. */
const HUNDREDTH = 100;

function aGlass(inch: number, distanceM: number): ToldGlass {
  const rounded = Math.round(inch * HUNDREDTH) / HUNDREDTH;
  return { inch: Math.min(MOST_INCH, Math.max(LEAST_INCH, rounded)), distanceM };
}

/** What a device of so many pixels is taken for now, in the words of who would tell it. */
export function assumedGlass({ widthPx, heightPx }: Size, { pxPerMm, distanceM }: Glass): ToldGlass {
  return aGlass(Math.hypot(widthPx, heightPx) / (pxPerMm * MM_PER_INCH), distanceM);
}

/** Everything on it `by` times as large: the same pixels on a smaller glass. */
export function rescaled({ inch, distanceM }: ToldGlass, by: number): ToldGlass {
  return aGlass(inch / by, distanceM);
}

/** The glass that an address tells of, `?inch=15.6&distance=1`, and the address without it. Numbers of no screen tell nothing. */
export function takeGlass(search: string): { glass: ToldGlass | null; search: string } {
  const asked = new URLSearchParams(search);
  const told = ToldGlass.safeParse({
    inch: Number(asked.get(INCH_KEY)),
    distanceM: Number(asked.get(DISTANCE_KEY)),
  });
  asked.delete(INCH_KEY);
  asked.delete(DISTANCE_KEY);
  const rest = asked.toString();
  return { glass: told.data ?? null, search: rest === '' ? '' : `?${rest}` };
}
