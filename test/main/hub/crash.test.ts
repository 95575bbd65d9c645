import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readExits } from '../../../main/store/exitNotes.ts';
import { dataFolder, openTestHub } from './hubHarness.ts';

const ROUNDS = 6;
const CHILD = fileURLToPath(new URL('./crashChild.ts', import.meta.url));

it('kill -9 at any moment loses nothing acknowledged, stores nothing twice and leaves no gap', async () => {
  const dataDir = dataFolder();
  const acknowledged: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    acknowledged.push(...(await runAndKill(dataDir, round, 10 + Math.floor(Math.random() * 150))));
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

/** The ids acknowledged before the kill, which comes when `lines` were read: at whatever the child does then. */
function runAndKill(dataDir: string, round: number, lines: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--no-warnings', CHILD, dataDir, String(round)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let errors = '';
    child.stderr.on('data', (data) => {
      errors += data;
    });
    child.stdout.on('data', (data) => {
      out += data;
      if (out.split('\n').length > lines) child.kill('SIGKILL');
    });
    child.once('close', (_code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`the child ended by itself: ${errors}`));
      // The last line may be cut in half; a half line was not an acknowledgement anybody read.
      else resolve(out.split('\n').slice(1, -1));
    });
  });
}
