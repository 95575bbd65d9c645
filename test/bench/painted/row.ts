import { setTimeout as sleep } from 'node:timers/promises';
import { benchTicket, ticketId } from '../benchTicket.ts';
import { median, type Percentiles, percentilesOf, shown, tableText } from '../figures.ts';
import type { Flags } from '../flags.ts';
import { monotonicMs } from '../monotonic.ts';
import { type House, openHouse } from '../page/house.ts';
import { until } from '../page/waits.ts';
import { type Build, buildIn } from '../processes.ts';
import { oneRun } from '../putToLast/oneRun.ts';
import { type RowResult, say } from '../row.ts';

const GLASS = { width: 1920, height: 1080 };
/** One frame of a 60 Hz glass. */
const FRAME_MS = 1_000 / 60;
/** A bumped tile's place stays 4 s: at this pace all that comes has room on the first page, where alone it is painted. */
const EVERY_MS = 900;
/** Drawn by chance, so that no put keeps step with the frames. */
const SPREAD_MS = 100;
/** So long a ticket stands before it is bumped: the next ones come to a board that is not empty. */
const STANDS_MS = 1_500;
const WARM_UP = 3;

interface Heard {
  /** Until the page's main thread had painted the frame with the tile. */
  readonly glass: Percentiles;
  /** Until the POS had the word of it in its feed. */
  readonly receipt: Percentiles;
  /** How far the page's clock may be off ours. */
  readonly clockWithinMs: number;
}

interface Round {
  readonly round: number;
  readonly floor: Percentiles;
  readonly heard: Heard;
}

/** From a put sent until a real screen has painted it: by its receipt, and by the page's own frames. */
export async function putToPainted(flags: Flags): Promise<RowResult> {
  const build = buildIn(flags.dist);
  const rounds: Round[] = [];
  for (let round = 1; round <= flags.longRounds; round += 1) {
    const floor = await floorOf(flags, build);
    const heard = await heardOf(flags, build);
    rounds.push({ round, floor, heard });
    say(
      `put to painted, round ${round}: glass ${shown(heard.glass.p50)} ms, receipt ${shown(heard.receipt.p50)} ms`,
    );
  }
  const ratio = {
    glass: median(rounds.map(({ floor, heard }) => heard.glass.p50 / floor.p50)),
    receipt: median(rounds.map(({ floor, heard }) => heard.receipt.p50 / floor.p50)),
  };
  const total = `median ratio at p50: glass ${shown(ratio.glass)}, receipt ${shown(ratio.receipt)}`;
  const clock = Math.max(...rounds.map(({ heard }) => heard.clockWithinMs));
  const note = `A receipt waits 16 to 50 ms by design, and both for the frame; the page's clock is known to ${shown(clock)} ms.`;
  return {
    text: `${tableText([HEADER, ...rounds.map(line)])}\n${total}\n${note}`,
    figures: { unit: 'ms', tickets: flags.painted, rounds, ratio },
    judged: [],
  };
}

/** A bare put to one screen at the same pace, and one frame. */
async function floorOf({ painted, profile }: Flags, build: Build): Promise<Percentiles> {
  const options = { screens: 1, tickets: painted, warmUp: WARM_UP, everyMs: EVERY_MS };
  const { p50, p95, p99 } = await oneRun({ ...options, kind: 'floor', build, profile });
  return { p50: p50 + FRAME_MS, p95: p95 + FRAME_MS, p99: p99 + FRAME_MS };
}

async function heardOf({ painted, profile }: Flags, build: Build): Promise<Heard> {
  const house = await openHouse({ ...GLASS, build, profile, hasProbe: true });
  try {
    return await measured(house, WARM_UP + painted);
  } finally {
    await house.end();
  }
}

async function measured({ pos, cook, board }: House, count: number): Promise<Heard> {
  const receiptAt = new Map<string, number>();
  await pos.listen(({ type, ticket }) => {
    if (type === 'ticket.painted' && ticket && !receiptAt.has(ticket.id))
      receiptAt.set(ticket.id, monotonicMs());
  });
  const clock = await board.clock();
  const sentAt: number[] = [];
  const bumps: Array<Promise<void>> = [];
  for (let n = 0; n < count; n += 1) {
    const put = benchTicket(n, { openedAt: new Date(), isAtOnce: true, lines: 2 });
    sentAt.push(monotonicMs());
    await pos.put(put);
    bumps.push(bumpLater(n));
    await sleep(EVERY_MS + Math.random() * SPREAD_MS);
  }
  async function bumpLater(n: number): Promise<void> {
    await until(`the receipt of ${ticketId(n)}`, () => receiptAt.has(ticketId(n)));
    await sleep(STANDS_MS);
    await cook.bump(n);
  }
  await Promise.all(bumps);
  const paintedAt = new Map(await board.page.evaluate(() => window.heardProbe.painted()));
  const since = (at: ReadonlyMap<string, number>, offset: number) =>
    percentilesOf(
      sentAt.slice(WARM_UP).map((sent, index) => {
        const seen = at.get(ticketId(WARM_UP + index));
        if (seen === undefined) throw new Error(`${ticketId(WARM_UP + index)} was never painted`);
        return seen + offset - sent;
      }),
    );
  return {
    glass: since(paintedAt, clock.offset),
    receipt: since(receiptAt, 0),
    clockWithinMs: clock.within,
  };
}

const FIELDS = ['p50', 'p95', 'p99'] as const;
const HEADER = [
  'round',
  ...['floor', 'glass', 'receipt'].flatMap((what) => FIELDS.map((at) => `${what} ${at}`)),
];

function line({ round, floor, heard }: Round): string[] {
  const cells = (figures: Percentiles) => FIELDS.map((field) => shown(figures[field]));
  return [String(round), ...cells(floor), ...cells(heard.glass), ...cells(heard.receipt)];
}
