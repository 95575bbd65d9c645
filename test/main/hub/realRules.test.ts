import { expect, it } from 'vitest';
import { domainCore } from '../../../main/hub/core.ts';
import { stateToDocument } from '../../../shared/domain/model/state.ts';
import { checkPut, dataFolder, openTestHub, until } from './hubHarness.ts';

it('with the real rules: an empty folder opens, a check is kept, the day rolls, and a restart equals', async () => {
  const dataDir = dataFolder();
  let mono = 0;
  const clock = { wall: () => Date.UTC(2026, 2, 6, 12) + mono, mono: () => mono };
  const { hub, stop } = openTestHub({ dataDir, core: domainCore, clock });
  expect(await hub.submit(checkPut('c1'))).toMatchObject({ ok: true, outcome: 'applied' });
  expect(hub.state().day).toBe('2026-03-06');
  mono += 20 * 3_600_000;
  await until('the next day', () => hub.state().day === '2026-03-07');
  expect(hub.eventsAfter(0, 100).filter(({ type }) => type === 'day.opened')).toHaveLength(2);
  const before = stateToDocument(hub.state());
  stop();
  expect(stateToDocument(openTestHub({ dataDir, core: domainCore, clock }).hub.state())).toEqual(before);
});
