import { shown, tableText } from '../figures.ts';
import type { Flags } from '../flags.ts';
import { openHouse } from '../page/house.ts';
import { buildIn } from '../processes.ts';
import { atMost, type RowResult, say } from '../row.ts';
import { type Kept, keptBy } from './kept.ts';
import { Night } from './Night.ts';

/** A wall of glass: a bumped tile's place stays 4 s, so the more places, the quicker the night. */
const GLASS = { width: 3_840, height: 2_160 };
/** CONTRACT section 6 has 1.0 for the floor; a fifth more may be chance, compiled code and the shape of lists. */
const TARGET = 1.2;
/** As many stand open at both looks. */
const OPEN = 20;
/** Part of the night before the first look: code is compiled, lists have grown to their usual size. */
const WARM_UP_SHARE = 10;
const WARM_UP_LEAST = 40;
/**
 * A bumped ticket stays in memory for its recall window, by rule. 6 s instead of 60 min, so that what is left at the end is what was
 * forgotten to let go, and not the last hour.
 */
const RECALL_WINDOW_MINUTES = 0.1;

/** Thousands of tickets put, painted and bumped through one real screen: what its page keeps. */
export async function aLongNight(flags: Flags): Promise<RowResult> {
  const build = buildIn(flags.dist);
  const config = { thresholds: { recallWindowMinutes: RECALL_WINDOW_MINUTES } };
  const { profile } = flags;
  const house = await openHouse({ ...GLASS, build, profile, config, hasProbe: false });
  try {
    const night = new Night(house);
    await night.serve(Math.max(WARM_UP_LEAST, Math.round(flags.night / WARM_UP_SHARE)));
    await night.stand(OPEN);
    const start = await keptBy(house.board);
    await night.clear();
    say(`a long night: begins with ${shown(start.heapBytes / 1e6)} MB and ${start.nodes} nodes`);
    const startedAt = performance.now();
    await night.serve(flags.night);
    const minutes = (performance.now() - startedAt) / 60_000;
    await night.stand(OPEN);
    const end = await keptBy(house.board);
    const ratio = {
      heap: end.heapBytes / start.heapBytes,
      nodes: end.nodes / start.nodes,
      listeners: end.listeners / start.listeners,
    };
    const { taps } = night;
    const text = `${tableText([HEADER, line('start', start), line('end', end), ratioLine(ratio)])}\n${noteOf(flags.night, taps, minutes)}`;
    return {
      text,
      figures: { tickets: flags.night, taps, minutes, open: OPEN, start, end, ratio },
      judged: [
        atMost(`heap after ${flags.night} tickets over the start`, ratio.heap, TARGET),
        atMost(`DOM nodes after ${flags.night} tickets over the start`, ratio.nodes, TARGET),
      ],
    };
  } finally {
    await house.end();
  }
}

const noteOf = (tickets: number, taps: number, minutes: number) =>
  `${tickets} tickets in ${shown(minutes)} min, ${taps} of them bumped by hand on this glass, the others by another cook; ` +
  `${OPEN} open and none in its recall window at both looks (recall window ${RECALL_WINDOW_MINUTES * 60} s, so that the last hour does not count as kept).`;

const HEADER = ['', 'heap MB', 'DOM nodes', 'listeners'];

function line(when: string, { heapBytes, nodes, listeners }: Kept): string[] {
  return [when, shown(heapBytes / 1e6), String(nodes), String(listeners)];
}

function ratioLine(ratio: { readonly heap: number; readonly nodes: number; readonly listeners: number }) {
  return ['ratio', shown(ratio.heap), shown(ratio.nodes), shown(ratio.listeners)];
}
