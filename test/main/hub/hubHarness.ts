import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { type HubOptions, type OpenHub, openHub } from '../../../main/hub/openHub.ts';
import type { SubmitRequest } from '../../../main/hub/port.ts';
import { roomyDisk } from '../../support/roomyDisk.ts';
import { fakeCore } from './fakeCore.ts';

const cleanups: Array<() => void> = [];

afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
});

/** A data folder that is gone after the test. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'heard-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A hub on the fake rules, stopped after the test. A fault after a commit fails the test unless it brings its own `fatal`. */
export function openTestHub(options: Partial<HubOptions> = {}): OpenHub {
  const open = openHub({
    dataDir: options.dataDir ?? dataFolder(),
    build: 'test',
    core: fakeCore,
    disk: roomyDisk,
    fatal: (error) => {
      throw error;
    },
    ...options,
  });
  let isStopped = false;
  const stop = () => {
    if (!isStopped) open.stop();
    isStopped = true;
  };
  cleanups.push(stop);
  return { hub: open.hub, stop };
}

let count = 0;

/** A check put by a POS: the smallest command that writes an event. What `externalId` begins with tells the fake core what to do. */
export function checkPut(externalId: string, over: Partial<SubmitRequest> = {}): SubmitRequest {
  count += 1;
  return {
    commandId: `command-${count}`,
    actor: { kind: 'pos', token: 'till' },
    claimedAt: 0,
    command: {
      type: 'check.put',
      check: {
        source: 'pos',
        externalId,
        state: 'paid',
        tickets: [],
        covers: null,
        totalCents: null,
        compsCents: null,
        currency: null,
        at: 1,
      },
    },
    ...over,
  };
}

const PATIENCE_MS = 8_000;

/** Resolves when `isSo`; a test that must never hang on a slow machine fails after a while with what it waited for. */
export async function until(what: string, isSo: () => boolean, patienceMs = PATIENCE_MS): Promise<void> {
  const since = performance.now();
  while (!isSo()) {
    if (performance.now() - since > patienceMs) throw new Error(`still not: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
}
