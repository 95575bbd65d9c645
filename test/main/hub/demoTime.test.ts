import { describe, expect, it } from 'vitest';
import { domainCore } from '../../../main/hub/core.ts';
import type { SubmitRequest } from '../../../main/hub/port.ts';
import { BUILD } from '../../../shared/lib/build.ts';
import { PROTOCOL_VERSION } from '../../../shared/protocol/screenMessages.ts';
import { answerHello } from '../../../shared/sync/server/helloAnswer.ts';
import { SnapshotShelf } from '../../../shared/sync/server/snapshotPages.ts';
import { dataFolder, openTestHub } from './hubHarness.ts';

const FRIDAY = Date.parse('2026-05-15T17:00:00-04:00');
const LATE_MS = 31_000;
/** A machine whose clocks the test moves. */
const machine = () => {
  const at = { mono: 0 };
  return { at, clock: { wall: () => Date.parse('2027-01-01T00:00:00Z'), mono: () => at.mono } };
};

const hello = {
  protocol: PROTOCOL_VERSION,
  build: BUILD,
  screen: 'test',
  station: null,
  cursor: null,
  page: null,
};

/** A press as old as this, in hub time, that may be 30 s old. */
function expoFire(now: number, ageMs: number): SubmitRequest {
  return {
    commandId: `fire-${ageMs}`,
    actor: { kind: 'screen', roles: ['expo'], station: null, screen: 'pass' },
    claimedAt: now - ageMs,
    command: { type: 'course.fire', ticket: { source: 'till', id: 'nobody' }, course: 2 },
  };
}

describe('a demo hub', () => {
  it('begins on its Friday, runs at its speed and tells its screens so', () => {
    const { at, clock } = machine();
    const { hub } = openTestHub({ clock, demo: { startAt: FRIDAY, speed: 20 }, build: BUILD });
    expect(hub.now()).toBe(FRIDAY);
    at.mono = 3_000;
    expect(hub.now()).toBe(FRIDAY + 60_000);
    const { answer } = answerHello(hello, {
      source: hub,
      shelf: new SnapshotShelf(),
      roles: [],
      screenName: 'test',
      tokenId: null,
      open: null,
    });
    expect(answer).toMatchObject({ ok: true, speed: 20, now: FRIDAY + 60_000 });
    expect(hub.state().day).toBe('2026-05-15');
    expect(hub.health().reasons).toEqual([]);
  });

  it('goes on from the last instant of its log after a restart', () => {
    const { at, clock } = machine();
    const dataDir = dataFolder();
    const demo = { startAt: FRIDAY, speed: 60 };
    const first = openTestHub({ dataDir, clock, demo });
    at.mono = 60_000;
    void first.hub.submit({
      commandId: 'an-alert',
      actor: { kind: 'house' },
      claimedAt: first.hub.now(),
      command: { type: 'alert.raise', alert: { code: 'x', message: 'x' } },
    });
    first.stop();
    at.mono = 0;
    expect(openTestHub({ dataDir, clock, demo }).hub.now()).toBe(FRIDAY + 3_600_000);
  });

  it('judges the age of a press in real seconds', async () => {
    const { clock } = machine();
    const demo = { startAt: FRIDAY, speed: 20 };
    const { hub } = openTestHub({ clock, demo, core: domainCore });
    const inTime = await hub.submit(expoFire(hub.now(), LATE_MS));
    expect(inTime).toMatchObject({ ok: false, code: 'not_found' });
    const late = await hub.submit(expoFire(hub.now(), LATE_MS * 20));
    expect(late).toMatchObject({ ok: false, code: 'too_late' });
  });
});
