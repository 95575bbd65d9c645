import { expect, it } from 'vitest';
import type { ScreenCommand } from '../../shared/domain/commands/command.ts';
import { expoBoard, stationBoard } from '../../shared/domain/selectors/stationBoard.ts';
import { benchWith } from '../support/benchPresses.ts';
import { grill } from '../support/house.ts';
import { type Screen, type SyncBench, textOf } from '../support/syncBench.ts';

/** A cook's screen and expo's, each on its own line to one hub. */
async function twoScreens() {
  const bench = benchWith();
  return { bench, cook: await bench.live(), expo: await bench.live({ roles: ['expo'] }) };
}

const idOf = (bench: SyncBench) => bench.hub.ticket('T1').id;
const boardOf = ({ client }: Screen, { hub }: SyncBench) =>
  stationBoard(client.view(), grill, hub.config().config, hub.now()).tiles[0];
const expoTileOf = ({ client }: Screen, { hub }: SyncBench) =>
  expoBoard(client.view(), hub.config().config, hub.now()).tiles[0];

async function press(bench: SyncBench, { client }: Screen, command: ScreenCommand) {
  const { result } = client.press(command);
  await bench.settle();
  return result;
}

it('[N2] HOW LONG? comes to the cook’s screen, and the answer to expo’s', async () => {
  const { bench, cook, expo } = await twoScreens();
  const ticket = idOf(bench);
  await press(bench, expo, { type: 'station.ask', ticket, at: grill });
  expect(boardOf(cook, bench)?.askedAt).toBeTypeOf('number');
  await press(bench, cook, { type: 'station.answer', ticket, station: grill, minutes: 5 });
  expect(boardOf(cook, bench)?.askedAt).toBeUndefined();
  expect(expoTileOf(expo, bench)?.howLong).toMatchObject([{ station: 'grill', minutes: 5 }]);
  expect(textOf(cook.client)).toBe(textOf(bench.hub));
});

it('[N1] a note comes with its words, card numbers taken out, and goes when the cook has seen it', async () => {
  const { bench, cook, expo } = await twoScreens();
  const ticket = idOf(bench);
  const words = ' pays with 4111 1111 1111 1111 ';
  await press(bench, expo, { type: 'station.note', ticket, at: grill, preset: null, words });
  const [note] = boardOf(cook, bench)?.notes ?? [];
  expect(note?.words).toBe('pays with [card removed]');
  const notes = [note?.id ?? ''];
  const { seq: seen } = cook.client.view();
  await press(bench, cook, {
    type: 'changes.see',
    ticket,
    station: grill,
    voids: [],
    changes: [],
    notes,
    seen,
  });
  expect(expoTileOf(expo, bench)).not.toHaveProperty('notes');
  expect(textOf(expo.client)).toBe(textOf(bench.hub));
});

it('[F12] a planned time is on every screen', async () => {
  const { bench, cook, expo } = await twoScreens();
  const fireAt = bench.hub.now() + 300_000;
  const planned = await press(bench, expo, { type: 'course.plan', ticket: idOf(bench), course: 2, fireAt });
  expect(planned).toMatchObject({ state: 'decided', outcome: 'applied' });
  const strip = boardOf(cook, bench)?.courses.find(({ number }) => number === 2);
  expect(strip).toMatchObject({ state: 'held', at: fireAt, isPlanned: true });
});
