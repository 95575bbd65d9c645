import type { Timeline } from '../../../../shared/domain/selectors/timeline.ts';

const HOUR_MS = 60 * 60_000;
/** Every zone of the world has whole quarters; hours of the clock begin where the quarters of hub time do, or half of them. */
const HALF_MS = HOUR_MS / 2;

/** Where a stretch stands, as shares of the whole; what reaches over the edge is cut there. */
export function sharesOf(
  { from, to }: Pick<Timeline, 'from' | 'to'>,
  bar: { readonly from: number; readonly to: number },
): { left: number; width: number } {
  const share = (at: number) => Math.min(1, Math.max(0, (at - from) / (to - from)));
  return { left: share(bar.from), width: share(bar.to) - share(bar.from) };
}

/** Half hours that fit whole: their times stand above the rows. */
export function hoursIn({ from, to }: Pick<Timeline, 'from' | 'to'>): { at: number; left: number }[] {
  const first = Math.ceil(from / HALF_MS) * HALF_MS;
  const count = Math.max(0, Math.floor((to - HALF_MS - first) / HALF_MS) + 1);
  return Array.from({ length: count }, (_, index) => {
    const at = first + index * HALF_MS;
    return { at, left: (at - from) / (to - from) };
  });
}

/** Which line of its row each bar stands in: the first that is free, so that two promised the same table at once stand one under the other. */
export function lanesOf(bars: readonly { readonly from: number; readonly to: number }[]): number[] {
  const ends: number[] = [];
  return bars.map(({ from, to }) => {
    const free = ends.findIndex((end) => end <= from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = to;
    return lane;
  });
}
