import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openStationStore } from '../../../main/store/openStation.ts';
import { runAndKill } from '../../support/runAndKill.ts';

/** `HEARD_KILLS=100` kills more often. */
const ROUNDS = Number(process.env.HEARD_KILLS ?? 4);
const CHILD = fileURLToPath(new URL('./powerCutChild.ts', import.meta.url));

it('kill -9 at any moment: what was called kept is in the outbox or in the replica, never in both', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'heard-kill-'));
  let met = 0;
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const kept = await runAndKill([CHILD, dataDir, String(round)], 20 + Math.floor(Math.random() * 120));
      met += kept.length;
      const store = openStationStore(dataDir);
      try {
        const waiting = new Set<string>(store.outbox.all().map(({ envelope }) => envelope.id));
        const tail = store.tail();
        const done = new Set(tail.map(({ cmd }) => cmd));
        expect(kept.filter((id) => !waiting.has(id) && !done.has(id))).toEqual([]);
        expect([...waiting].filter((id) => done.has(id))).toEqual([]);
        const first = (store.snapshot()?.seq ?? 0) + 1;
        expect(tail.map(({ seq }) => seq)).toEqual(tail.map((_, index) => first + index));
      } finally {
        store.close();
      }
    }
    expect(met).toBeGreaterThan(40);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}, 120_000);
