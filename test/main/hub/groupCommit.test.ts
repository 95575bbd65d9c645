import { expect, it } from 'vitest';
import { commitBatch } from '../../../main/hub/groupCommit.ts';
import { GuestKeeper } from '../../../main/hub/guests/GuestKeeper.ts';
import type { SubmitResult } from '../../../main/hub/port.ts';
import { SubmitQueue } from '../../../main/hub/submitQueue.ts';
import { openStore } from '../../../main/store/openStore.ts';
import { defaultConfig } from '../../../shared/config/houseConfig.ts';
import { emptyState } from '../../../shared/domain/model/state.ts';
import { fakeCore } from './fakeCore.ts';
import { checkPut, dataFolder } from './hubHarness.ts';

function setUp() {
  const store = openStore({ dataDir: dataFolder(), as: 'service' });
  const queue = new SubmitQueue();
  const answers: SubmitResult[] = [];
  for (const name of ['a', 'b', 'c']) {
    queue.push({ request: checkPut(name), note: {}, answer: (result) => answers.push(result) });
  }
  const live = { state: { ...emptyState, at: 5 }, config: { version: 0, config: defaultConfig } };
  const guests = new GuestKeeper({ store, newId: () => 'id', keepMs: () => 0 });
  const parts = { store, core: fakeCore, now: () => 10, newId: () => 'id', guests };
  return { store, queue, live, parts };
}

it('a transaction that cannot begin answers all that waited with unavailable and changes nothing', () => {
  const { store, queue, live, parts } = setUp();
  store.close();
  const batch = commitBatch(parts, live, queue);
  expect(batch.answered.map(({ result }) => !result.ok && result.code)).toEqual(Array(3).fill('unavailable'));
  expect(batch.standing).toBe(live);
  expect(batch.failure).toBeInstanceOf(Error);
  expect(queue.length).toBe(0);
});

it('a COMMIT that fails answers unavailable, stores none of the batch and leaves the state as it was', () => {
  const { store, queue, live, parts } = setUp();
  const { commit } = store;
  store.commit = () => {
    throw new Error('planted in COMMIT');
  };
  const batch = commitBatch(parts, live, queue);
  // On a slow machine the batch may be cut before the third.
  expect(batch.answered.length + queue.length).toBe(3);
  expect(new Set(batch.answered.map(({ result }) => !result.ok && result.code))).toEqual(
    new Set(['unavailable']),
  );
  expect(batch.events).toEqual([]);
  expect(batch.standing).toBe(live);
  expect(store.events.last()).toBeNull();
  store.commit = commit;
  queue.push({ request: checkPut('d'), note: {}, answer: () => undefined });
  expect(commitBatch(parts, live, queue).events[0]).toMatchObject({ seq: 1 });
  expect(store.events.last()?.seq).toBeGreaterThan(0);
  store.close();
});
