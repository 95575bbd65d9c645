// node test/bench/tap/phases.ts --dist A --dist B: what a press costs the page's main thread, by phase, from the finger to the frame. CPU and not
// wall time, and the builds in turn, so that figures of two builds may be compared on a machine that others use as well.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median, shown, tableText } from '../figures.ts';
import { type House, openHouse } from '../page/house.ts';
import { buildIn } from '../processes.ts';
import { say } from '../row.ts';
import { Filler } from './Filler.ts';
import { CATEGORIES, MainThread, type Work } from './mainThread.ts';
import { type Press, pressBumps, pressItems, settled } from './presses.ts';
import { CONFIG, GLASS } from './row.ts';

const { values } = parseArgs({
  options: {
    dist: { type: 'string', multiple: true, default: ['dist'] },
    presses: { type: 'string', default: '8' },
    rounds: { type: 'string', default: '3' },
    /** Folder for the traces themselves. */
    traces: { type: 'string' },
  },
});
const PRESSES = Number(values.presses);
const LONGEST = 3;
/** Rows of less than this say nothing. */
const WORTH_A_ROW_MS = 0.05;

const KINDS = { bump: pressBumps, item: pressItems } as const;
type Kind = keyof typeof KINDS;

interface Measured {
  readonly dist: string;
  readonly kind: Kind;
  /** Of one press. */
  readonly perPress: Work;
  readonly longest: readonly number[];
}

async function opened(dist: string): Promise<{ house: House; filler: Filler }> {
  const house = await openHouse({
    ...GLASS,
    build: buildIn(dist),
    profile: null,
    config: CONFIG,
    hasProbe: true,
  });
  const filler = new Filler(house);
  await filler.fill();
  await pressItems(house.board, 2);
  await pressBumps(house.board, 2);
  await filler.fill();
  return { house, filler };
}

async function measured(dist: string, kind: Kind, { board }: House, file: string): Promise<Measured> {
  await settled(board);
  const browser = board.page.context().browser();
  if (browser === null) throw new Error('the page has no browser');
  await browser.startTracing(board.page, { categories: CATEGORIES });
  const presses: Press[] = [];
  presses.push(...(await KINDS[kind](board, PRESSES)));
  await settled(board);
  const text = (await browser.stopTracing()).toString('utf8');
  if (values.traces !== undefined) writeFileSync(join(values.traces, file), text);
  const thread = new MainThread(text);
  const ups = thread.pointerUps();
  const spans = presses.flatMap(({ paintedMs }, at) => {
    const fromUs = ups[at];
    return fromUs === undefined ? [] : [{ fromUs, toUs: fromUs + paintedMs * 1000 }];
  });
  const perPress = new Map([...thread.work(spans)].map(([name, ms]) => [name, ms / spans.length]));
  const longest = thread.longestTasks(LONGEST);
  for (const { ms, span } of longest)
    say(`${dist} ${kind} task of ${shown(ms)} ms: ${topOf(thread.work([span]))}`);
  return { dist, kind, perPress, longest: longest.map(({ ms }) => ms) };
}

const topOf = (work: Work) =>
  [...work]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 6)
    .map(([name, ms]) => `${name} ${shown(ms)}`)
    .join(', ');

const houses = await Promise.all(values.dist.map(async (dist) => ({ dist, ...(await opened(dist)) })));
const all: Measured[] = [];
try {
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    for (const { dist, house, filler } of houses) {
      for (const kind of ['item', 'bump'] as const) {
        all.push(
          await measured(
            dist,
            kind,
            house,
            `${kind}-${houses.findIndex((one) => one.house === house)}-${round}.json`,
          ),
        );
        if (kind === 'bump') await filler.fill();
      }
    }
    say(`round ${round} of ${values.rounds}`);
  }
} finally {
  for (const { house } of houses) await house.end();
}

for (const kind of ['item', 'bump'] as const) {
  const of = (dist: string) => all.filter((one) => one.kind === kind && one.dist === dist);
  const names = new Set(
    all.filter((one) => one.kind === kind).flatMap(({ perPress }) => [...perPress.keys()]),
  );
  const sumOf = ({ perPress }: Measured) => [...perPress.values()].reduce((sum, ms) => sum + ms, 0);
  const cell = (pick: (one: Measured) => number) => values.dist.map((dist) => median(of(dist).map(pick)));
  const rows = [...names]
    .map((name) => ({ name, ms: cell(({ perPress }) => perPress.get(name) ?? 0) }))
    .filter(({ ms }) => Math.max(...ms) >= WORTH_A_ROW_MS)
    .sort((a, b) => (b.ms[0] ?? 0) - (a.ms[0] ?? 0));
  const total = { name: 'all of it', ms: cell(sumOf) };
  const longest = { name: 'longest task', ms: cell(({ longest: tasks }) => tasks[0] ?? 0) };
  const table = [total, ...rows, longest].map(({ name, ms }) => [name, ...ms.map(shown)]);
  console.log(`\n${kind}: CPU ms a press\n${tableText([['', ...values.dist], ...table])}`);
}
