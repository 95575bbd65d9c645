import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readExits } from '../../../main/store/exitNotes.ts';
import { runAndKill } from '../../support/runAndKill.ts';
import { dataFolder, openTestHub } from './hubHarness.ts';

const ROUNDS = 6;
const CHILD = fileURLToPath(new URL('./crashChild.ts', import.meta.url));

it('kill -9 at any moment loses nothing acknowledged, stores nothing twice and leaves no gap', async () => {
  const dataDir = dataFolder();
  const acknowledged: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const lines = await runAndKill([CHILD, dataDir, String(round)], 10 + Math.floor(Math.random() * 150));
    // The first line only says that it runs.
    acknowledged.push(...lines.slice(1));
  }
  expect(acknowledged.length).toBeGreaterThan(50);

  const { hub } = openTestHub({ dataDir });
  const events = hub.eventsAfter(0, 1_000_000);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  const stored = events.filter(({ type }) => type === 'check.put').map(({ cmd }) => cmd);
  expect(new Set(stored).size).toBe(stored.length);
  const missing = acknowledged.filter((id) => !hub.state().checks.has(id));
  expect(missing).toEqual([]);
  // A kill is nobody's fault: it never leads to read-only.
  expect(readExits(dataDir)).toEqual([]);
}, 120_000);
