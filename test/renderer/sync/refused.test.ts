import { expect, test } from 'vitest';
import type { RefusedPress } from '../../../renderer/app/screenPort.ts';
import { awayNotesOfTab } from '../../../renderer/sync/awayNotes.ts';
import { SyncPort } from '../../../renderer/sync/SyncPort.ts';
import type { ScreenCommand } from '../../../shared/domain/commands/command.ts';
import type { SyncClient } from '../../../shared/sync/client/syncClient.ts';
import { fakeStorage } from '../../support/fakeStorage.ts';
import { grill } from '../../support/house.ts';
import { SyncBench } from '../../support/syncBench.ts';

/** A bump of a dish that is no longer on the ticket. */
function stalePress(client: SyncClient): ScreenCommand {
  const [ticket] = [...client.confirmed().tickets.values()];
  const [item] = ticket?.items ?? [];
  if (!ticket || !item) throw new Error('no food on the bench');
  const portions = [{ item: item.id, batch: 7, quantity: 1 }];
  return { type: 'item.bump', ticket: ticket.id, station: grill, portions, seen: 1 };
}

test('a press of this page that is refused is told at its tile, not a second time in the footer', async () => {
  const bench = new SyncBench();
  bench.hub.put({ table: '12', items: [{ id: 'a' }] });
  const { client } = await bench.live();
  const port = new SyncPort(client, {
    place: grill,
    isVisible: () => true,
    awayNotes: awayNotesOfTab('wall/grill', fakeStorage()),
  });
  const told: RefusedPress[] = [];
  port.onRefused((refused) => told.push(refused));
  const answer = port.press(stalePress(client));
  await bench.settle();
  expect(await answer).toMatchObject({ state: 'refused', code: 'superseded' });
  expect(told).toEqual([]);
});

test('what the page before a reload had pressed, and the hub refuses now, is told with its table', async () => {
  const bench = new SyncBench();
  bench.hub.put({ table: '12', items: [{ id: 'a' }] });
  const before = await bench.live();
  before.pair.cut();
  void before.client.press(stalePress(before.client));
  await bench.settle();
  const after = bench.screen({ outbox: before.store });
  const port = new SyncPort(after.client, {
    place: grill,
    isVisible: () => true,
    awayNotes: awayNotesOfTab('wall/grill', fakeStorage()),
  });
  void after.client.start();
  after.pair.connect();
  await bench.settle();
  const told: RefusedPress[] = [];
  // Even though no screen stood when the answer came.
  port.onRefused((refused) => told.push(refused));
  expect(told).toMatchObject([{ title: '12', code: 'superseded' }]);
  port.onRefused((refused) => told.push(refused));
  expect(told).toHaveLength(1);
});
