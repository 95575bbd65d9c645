import { describe, expect, it } from 'vitest';
import type { Settled } from '../../shared/protocol/screenMessages.ts';
import { chanceOf } from '../support/chance.ts';
import { fry, grill } from '../support/house.ts';
import { type Screen, SyncBench, textOf } from '../support/syncBench.ts';

/**
 * Screens, presses, puts and lines that break, in any order. What must hold after healing: every screen equals the hub, every press got
 * one answer, and each command reached `decide` once. `HEARD_FUZZ_SEEDS=500` runs more; a seed that failed once is pinned below.
 */
const SEEDS = Number(process.env.HEARD_FUZZ_SEEDS ?? 25);
const PINNED: readonly number[] = [];
const STEPS = 120;

interface Run {
  readonly bench: SyncBench;
  readonly below: (below: number) => number;
  readonly pressed: Array<{ readonly id: string; settled: Settled | null }>;
  readonly steps: string[];
}

function press({ bench, below, pressed }: Run, screen: Screen): void {
  const { client } = screen;
  const tickets = [...client.view().tickets.values()];
  const ticket = tickets[below(tickets.length || 1)];
  if (!ticket) return;
  const [item] = ticket.items;
  const batch = item?.batches[0];
  if (!item || !batch) return;
  const seen = client.view().seq;
  const station = bench.screens.indexOf(screen) % 2 === 0 ? grill : fry;
  const portions = [{ item: item.id, batch: batch.n, quantity: below(2) }];
  const made = [
    () => client.press({ type: 'item.bump', ticket: ticket.id, station, portions, seen }),
    () => client.press({ type: 'item.recall', ticket: ticket.id, station, portions, undo: false, seen }),
    () =>
      client.press({
        type: 'ticket.hear',
        ticket: ticket.id,
        station,
        version: ticket.versions[station] ?? 0,
      }),
    () => client.press({ type: 'course.fire', ticket: ticket.id, course: 2 }),
  ][below(4)]?.();
  if (!made) return;
  const entry: Run['pressed'][number] = { id: made.commandId, settled: null };
  pressed.push(entry);
  void made.result.then((settled) => {
    entry.settled = settled;
  });
}

function put({ bench, below }: Run): void {
  const items = Array.from({ length: 1 + below(3) }, (_, i) => ({
    id: `i${i}`,
    course: 1 + below(2),
    quantity: 1 + below(2),
  }));
  bench.hub.put({ id: `T${below(6)}`, items });
}

function frame({ bench }: Run, { client }: Screen): void {
  for (const { id, versions } of client.view().tickets.values()) {
    for (const version of Object.values(versions)) client.reportListed(id, version);
  }
  bench.timers.advance(40);
}

type Step = (run: Run, screen: Screen) => void | Promise<void>;

const STEPS_BY_NAME: Record<string, Step> = {
  put,
  press,
  frame,
  up: ({ below }, { pair }) => void pair.deliver('up', 1 + below(3)),
  down: ({ below }, { pair }) => void pair.deliver('down', 1 + below(3)),
  turn: () => new Promise((resolve) => setImmediate(resolve)),
  cut: (_run, { pair }) => pair.cut(),
  connect: (_run, { pair }) => pair.connect(),
  connectAll: ({ bench }) => {
    for (const { pair } of bench.screens) pair.connect();
  },
  drop: (_run, { pair }) => {
    // Only what the transport may lose without a word: an answer or a press lost on a standing line is no such thing.
    if (['down', 'beat'].includes(pair.waiting('down')[0] ?? '')) pair.drop('down');
  },
  duplicate: (_run, { pair }) => {
    if (['down', 'beat'].includes(pair.waiting('down')[0] ?? '')) pair.duplicate('down');
  },
  beat: ({ bench }) => bench.rooms.beat(),
  time: ({ bench, below }) => bench.timers.advance(below(4_000)),
  settle: ({ bench }) => bench.settle(),
};

async function play(seed: number): Promise<Run> {
  const below = chanceOf(seed);
  const run: Run = { bench: new SyncBench(), below, pressed: [], steps: [] };
  put(run);
  for (let i = 0; i < 3; i += 1) await run.bench.live({ station: i % 2 === 0 ? grill : fry });
  const names = Object.keys(STEPS_BY_NAME);
  for (let i = 0; i < STEPS; i += 1) {
    const name = names[below(names.length)] ?? 'put';
    const screen = run.bench.screens[below(3)];
    if (!screen) continue;
    run.steps.push(`${name}@${run.bench.screens.indexOf(screen)}`);
    await STEPS_BY_NAME[name]?.(run, screen);
  }
  await run.bench.heal();
  await run.bench.heal();
  return run;
}

describe('after any schedule', () => {
  const seeds = [...PINNED, ...Array.from({ length: SEEDS }, (_, i) => 1 + i)];
  it.each(seeds)('of seed %i every screen equals the hub and every press has one answer', async (seed) => {
    const { bench, pressed, steps } = await play(seed);
    const story = `seed ${seed}: ${steps.join(' ')}`;
    for (const { client, problems } of bench.screens) {
      expect(problems, story).toEqual([]);
      expect(client.status().phase, story).toBe('live');
      expect(client.pendingCount(), story).toBe(0);
      expect(client.view(), story).toBe(client.confirmed());
      expect(textOf(client), story).toBe(textOf(bench.hub));
    }
    for (const { id, settled } of pressed) {
      expect(settled, `${story} ${id}`).not.toBeNull();
      expect(bench.hub.decided.get(id) ?? 0, `${story} ${id}`).toBeLessThanOrEqual(1);
      if (settled?.state === 'decided') expect(bench.hub.decided.get(id), `${story} ${id}`).toBe(1);
    }
    expect(bench.thrown, story).toEqual([]);
    expect(Math.max(0, ...bench.hub.decided.values()), story).toBeLessThanOrEqual(1);
  });
});
