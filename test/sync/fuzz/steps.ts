import type { ScreenCommand } from '../../../shared/domain/commands/command.ts';
import type { SocketPair } from '../../support/socketPair.ts';
import type { FuzzBench, FuzzScreen } from './fuzzBench.ts';
import { CRASH_POINTS } from './realHub.ts';

/** One thing that happens: what, at whom, and a number for how. */
export interface FuzzStep {
  readonly what: StepName;
  readonly who: number;
  readonly how: number;
}

type Act = (
  bench: FuzzBench,
  at: { readonly screen: FuzzScreen; readonly line: SocketPair; readonly how: number },
) => void | Promise<void>;

/** Only what a transport may lose, say twice or late without a word: an answer lost on a standing line is no such thing. */
const mayVanish = (line: SocketPair, at = 0) => ['down', 'beat'].includes(line.waiting('down')[at] ?? '');

const ACTS = {
  sell: ({ pos }, { how }) => pos.sell(how),
  change: ({ pos }, { how }) => pos.change(how),
  fire: ({ pos }, { how }) => pos.fire(how),
  posRepeats: ({ pos }, { how }) => pos.repeat(how),
  posAcks: ({ readers }) => {
    for (const reader of readers) reader.acknowledge();
  },
  press: (_bench, { screen, how }) => press(screen, how),
  frame: (bench, { screen }) => frame(bench, screen),
  read: (_bench, { screen: { client } }) =>
    client.haveRead(client.notDone().map(({ envelope }) => envelope.id)),
  up: (_bench, { line, how }) => void line.deliver('up', 1 + (how % 3)),
  down: (_bench, { line, how }) => void line.deliver('down', 1 + (how % 3)),
  turn: () => new Promise(setImmediate),
  settle: (bench) => bench.settle(),
  cut: (_bench, { line }) => line.cut(),
  connect: (_bench, { line }) => line.connect(),
  connectAll: ({ lines }) => {
    for (const line of lines) line.connect();
  },
  drop: (_bench, { line }) => {
    if (mayVanish(line)) line.drop('down');
  },
  duplicate: (_bench, { line }) => {
    if (mayVanish(line)) line.duplicate('down');
  },
  reorder: (_bench, { line }) => {
    if (mayVanish(line) && mayVanish(line, 1)) line.swap('down');
  },
  beat: (bench) => bench.beat(),
  time: ({ timers }, { how }) => timers.advance(how * 4),
  stationKilled: (bench) => bench.restartStation(),
  hubKilled: (bench, { how }) => {
    if (how % 2 === 0) bench.deliverLastWords();
    bench.hubBegins(() => bench.hub.killAndBegin(how % 3 === 0));
  },
  hubStopped: (bench) => bench.hubBegins(() => bench.hub.stopAndBegin()),
  hubCrash: ({ hub }, { how }) => {
    hub.armed = CRASH_POINTS[how % CRASH_POINTS.length] ?? null;
  },
  backup: ({ hub }) => hub.backUp(),
  restore: (bench) => bench.restore(),
} satisfies Record<string, Act>;

export type StepName = keyof typeof ACTS;

/** How often each comes, against the others. */
export const WEIGHTS: Record<StepName, number> = {
  sell: 5,
  change: 3,
  fire: 3,
  posRepeats: 3,
  posAcks: 1,
  press: 12,
  frame: 3,
  read: 1,
  up: 14,
  down: 14,
  turn: 8,
  settle: 4,
  cut: 4,
  connect: 6,
  connectAll: 4,
  drop: 2,
  duplicate: 2,
  reorder: 2,
  beat: 3,
  time: 3,
  stationKilled: 2,
  hubKilled: 2,
  hubStopped: 1,
  hubCrash: 2,
  backup: 1,
  restore: 1,
};

export async function take(bench: FuzzBench, { what, who, how }: FuzzStep): Promise<void> {
  bench.revive(how % 2 === 0);
  const screen = bench.everybody[who % bench.everybody.length];
  const line = bench.lines[who % bench.lines.length];
  if (!screen || !line) throw new Error('a house without screens');
  const act: Act = ACTS[what];
  await act(bench, { screen, line, how });
}

function press({ client, station, presses }: FuzzScreen, how: number): void {
  const tickets = [...client.view().tickets.values()];
  const ticket = tickets.at(-1 - (how % Math.min(tickets.length || 1, 4)));
  const item = ticket?.items[how % (ticket.items.length || 1)];
  const batch = item?.batches.at(-1);
  if (!ticket || !item || !batch) return;
  const common = { ticket: ticket.id, station, seen: client.view().seq };
  const portions = [{ item: item.id, batch: batch.n, quantity: Math.floor(how / 7) % 3 }];
  const commands: ScreenCommand[] = [
    { type: 'item.bump', ...common, portions },
    { type: 'item.bump', ...common, portions },
    { type: 'item.recall', ...common, portions, undo: how % 2 === 0 },
    { type: 'ticket.hear', ticket: ticket.id, station, version: ticket.versions[station] ?? 0 },
    { type: 'course.fire', ticket: ticket.id, course: 2 },
  ];
  const command = commands[how % commands.length];
  if (!command) return;
  const { commandId, result } = client.press(command);
  const pressed: FuzzScreen['presses'][number] = { id: commandId, settled: null };
  presses.push(pressed);
  void result.then((settled) => {
    pressed.settled = settled;
  });
}

function frame({ timers }: FuzzBench, { client, station }: FuzzScreen): void {
  for (const { id, versions } of client.view().tickets.values()) {
    const version = versions[station];
    if (version !== undefined) client.reportListed(id, version);
  }
  timers.advance(40);
}
