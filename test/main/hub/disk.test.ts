import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { roomyDisk } from '../../support/roomyDisk.ts';
import { checkPut, dataFolder, openTestHub, until } from './hubHarness.ts';

const MB = 1024 * 1024;

describe('the disk', () => {
  it('under 500 MB an alert, under 50 MB commands are refused and reading goes on; room brings all back by itself', async () => {
    let free = 1_000 * MB;
    const { hub } = openTestHub({
      disk: { freeBytes: () => free, warnBelow: 500 * MB, stopBelow: 50 * MB, everyMs: 5 },
    });
    await hub.submit(checkPut('a'));
    free = 400 * MB;
    await until('the alert', () => 'disk_low' in hub.state().alerts);
    expect(hub.health().ok).toBe(true);
    expect(await hub.submit(checkPut('b'))).toMatchObject({ ok: true });
    free = 40 * MB;
    await until('refusing', () => !hub.health().ok);
    expect(await hub.submit(checkPut('c'))).toMatchObject({ ok: false, code: 'unavailable' });
    expect(hub.state().checks.size).toBe(2);
    expect(hub.eventsAfter(0, 100).length).toBe(hub.state().seq);
    free = 1_000 * MB;
    await until('no alert', () => Object.keys(hub.state().alerts).length === 0);
    expect(await hub.submit(checkPut('c'))).toMatchObject({ ok: true });
    expect(hub.health()).toEqual({ ok: true, reasons: [] });
  });

  it('that the system lets nobody write to is known before a command fails, and goes on by itself', async () => {
    let isWritable = true;
    const { hub } = openTestHub({ disk: { ...roomyDisk, isWritable: () => isWritable, everyMs: 5 } });
    isWritable = false;
    await until('refusing', () => !hub.health().ok);
    expect(await hub.submit(checkPut('a'))).toMatchObject({ ok: false, code: 'unavailable' });
    isWritable = true;
    await until('taking commands', () => hub.health().ok);
    expect(await hub.submit(checkPut('a'))).toMatchObject({ ok: true });
  });

  // Only root may mount the tiny disk this needs; registered where it can run, so that nothing is counted as skipped.
  if (canMount()) {
    it('a disk that is really full loses nothing acknowledged, keeps serving, and recovers', async () => {
      const dataDir = join(dataFolder(), 'small');
      mkdirSync(dataDir);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', dataDir]);
      try {
        await fillAndMakeRoom(dataDir);
      } finally {
        execFileSync('umount', ['-l', dataDir]);
      }
    });
  }
});

async function fillAndMakeRoom(dataDir: string): Promise<void> {
  const ballast = join(dataDir, 'ballast');
  const { hub, stop } = openTestHub({ dataDir, disk: { ...roomyDisk, everyMs: 20 } });
  writeFileSync(ballast, Buffer.alloc(MB));
  const kept: string[] = [];
  let refused = 0;
  for (let i = 0; refused < 3 && i < 20_000; i += 1) {
    const id = `c${i}-${'x'.repeat(2_000)}`;
    const result = await hub.submit(checkPut(id));
    if (result.ok) kept.push(id);
    else {
      expect(result.code).toBe('unavailable');
      refused += 1;
    }
  }
  expect(refused).toBe(3);
  expect(hub.health().ok).toBe(false);
  expect(hub.state().checks.size).toBe(kept.length);
  expect(hub.eventsAfter(0, 100_000).length).toBe(hub.state().seq);

  rmSync(ballast);
  await until('taking commands', () => hub.health().ok);
  expect(await hub.submit(checkPut('room again'))).toMatchObject({ ok: true });
  stop();
  const again = openTestHub({ dataDir });
  expect(again.hub.state().checks.size).toBe(kept.length + 1);
  again.stop();
}

function canMount(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}
