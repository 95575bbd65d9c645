import { benchTicket } from '../benchTicket.ts';
import { median, shown, tableText } from '../figures.ts';
import type { Flags } from '../flags.ts';
import { startHeardHub } from '../hub/measuredHub.ts';
import { connectPos } from '../load/pos.ts';
import { until } from '../page/waits.ts';
import { type Build, buildIn } from '../processes.ts';
import { atMost, type RowResult, say } from '../row.ts';
import { type HeardScreen, openHeardScreen } from '../screens/heardScreen.ts';

const FEW = 10;
const MANY = 300;
/** 300 open over 10 open. */
const TARGET = 1.1;
/** Receipts wait up to 50 ms for something to ride along with: after this nothing of a bump is still to come. */
const QUIET_MS = 200;

interface Counted {
  readonly open: number;
  /** A bump's messages to a screen that did not press, with their frames; without the beat of every second. */
  readonly bytes: readonly number[];
  readonly median: number;
}

/** What a bump costs on the air, by how much else is open. Counted, not timed: one round says all. */
export async function bytesDownPerBump(flags: Flags): Promise<RowResult> {
  const build = buildIn(flags.dist);
  const few = await count(FEW, flags.bumps, build);
  const many = await count(MANY, flags.bumps, build);
  const ratio = many.median / few.median;
  const line = ({ open, bytes, median: middle }: Counted) => [
    String(open),
    shown(middle),
    shown(Math.min(...bytes)),
    shown(Math.max(...bytes)),
    String(bytes.length),
  ];
  return {
    text: `${tableText([HEADER, line(few), line(many)])}\n${MANY} over ${FEW}: ${shown(ratio)}`,
    figures: { unit: 'bytes', measured: [few, many], ratio },
    judged: [atMost(`bytes down per bump at ${MANY} open over ${FEW} open`, ratio, TARGET)],
  };
}

const HEADER = ['open', 'bytes, median', 'least', 'most', 'bumps'];

async function count(open: number, bumps: number, build: Build): Promise<Counted> {
  const hub = await startHeardHub(build, { profile: null });
  let got = 0;
  const screen = (name: string, onBytes?: (bytes: number, message: string) => void) =>
    openHeardScreen({
      url: hub.url,
      token: hub.screenToken,
      build: build.id,
      name,
      onTicket: () => undefined,
      ...(onBytes ? { onBytes } : {}),
    });
  const opened: Array<{ close(): void }> = [];
  try {
    const pos = await connectPos(hub.url, hub.posToken);
    opened.push(pos);
    const watcher = await screen('watcher', (bytes, message) => {
      if (message === 'down') got += bytes;
    });
    const cook = await screen('cook');
    opened.push(watcher, cook);
    const put = async (n: number) => {
      await pos.put(benchTicket(n, { openedAt: new Date(), isAtOnce: true }));
      await until(`ticket ${n}`, () => cook.ticket(n) !== undefined && watcher.ticket(n) !== undefined);
    };
    for (let n = 0; n < open; n += 1) await put(n);
    const bytes: number[] = [];
    for (let n = 0; n < bumps; n += 1) {
      await quiet(() => got);
      const before = got;
      await cook.bump(n);
      await until(`bump ${n}`, () => isDone(watcher, n));
      await quiet(() => got);
      bytes.push(got - before);
      // The same number stays open.
      await put(open + n);
    }
    say(`bytes down: ${shown(median(bytes))} a bump with ${open} open`);
    return { open, bytes, median: median(bytes) };
  } finally {
    for (const one of opened) one.close();
    await hub.end();
  }
}

const isDone = (screen: HeardScreen, n: number) => (screen.ticket(n)?.endedAt ?? null) !== null;

/** Until a whole while has passed without a message that counts. */
async function quiet(got: () => number): Promise<void> {
  for (let before = -1; before !== got(); ) {
    before = got();
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  }
}
