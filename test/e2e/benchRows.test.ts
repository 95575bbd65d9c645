import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

/** What cannot depend on how busy this machine is: that each row works, and what is counted and not timed. */
const ROOT = join(import.meta.dirname, '..', '..');
const ROW_MS = 240_000;

async function bench<T>(slug: string, figures: z.ZodType<T>, ...flags: string[]): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'heard-bench-figures-'));
  try {
    const file = join(folder, 'figures.json');
    const program = join(ROOT, 'test', 'bench', 'run.ts');
    const args = [program, '--quick', '--rounds', '1', '--row', slug, '--json', file, ...flags];
    await promisify(execFile)(process.execPath, args);
    const written: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const row = z.object({ rows: z.record(z.string(), figures) }).parse(written).rows[slug];
    if (row === undefined) throw new Error(`there are no figures of ${slug}`);
    return row;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const Percentiles = z.object({ p50: z.number().positive(), p99: z.number().positive() });

describe('npm run bench, its rows in small', () => {
  it(
    'bytes down per bump: as many with 300 open as with 10',
    async () => {
      const row = z.object({ measured: z.array(z.object({ median: z.number() })), ratio: z.number() });
      const { measured, ratio } = await bench('bytes-down-per-bump', row, '--bumps', '4');
      expect(measured).toHaveLength(2);
      expect(measured[0]?.median).toBeGreaterThan(100);
      expect(ratio).toBeLessThanOrEqual(1.1);
    },
    ROW_MS,
  );

  it(
    'sustained: a rate that any machine holds is held by thirty screens without a resync or a cut, and all is bumped',
    async () => {
      const Run = z.object({
        rate: z.number(),
        why: z.string().nullable(),
        resyncs: z.number(),
        cuts: z.number(),
        bumped: z.number(),
      });
      const Best = z.object({ rate: z.number(), run: Run });
      const row = z.object({ rounds: z.array(z.object({ floor: Best, heard: Best })) });
      const { rounds } = await bench('sustained', row, '--seconds', '1', '--most-rate', '10');
      for (const { floor, heard } of rounds) {
        for (const { run } of [floor, heard]) {
          expect(run).toMatchObject({ resyncs: 0, cuts: 0 });
          expect(run.bumped).toBeGreaterThanOrEqual(run.rate);
        }
      }
    },
    ROW_MS,
  );

  it(
    'put to painted: each put is seen on the glass and then in the feed',
    async () => {
      const Heard = z.object({ glass: Percentiles, receipt: Percentiles });
      const row = z.object({ rounds: z.array(z.object({ floor: Percentiles, heard: Heard })) });
      const { rounds } = await bench('put-to-painted', row, '--painted', '4');
      expect(rounds).toHaveLength(1);
      for (const { heard } of rounds) expect(heard.receipt.p50).toBeGreaterThan(heard.glass.p50);
    },
    ROW_MS,
  );

  it(
    'tap to painted: bumps and dishes are pressed on a full board and shown',
    async () => {
      const Round = z.object({
        kind: z.enum(['bump', 'item']),
        throttle: z.number(),
        presses: z.array(z.object({ ms: z.number().positive() })),
      });
      const { rounds } = await bench(
        'tap-to-painted',
        z.object({ rounds: z.array(Round) }),
        '--presses',
        '2',
      );
      expect(rounds.map(({ kind, throttle, presses }) => [kind, throttle, presses.length])).toEqual([
        ['bump', 4, 2],
        ['item', 4, 2],
        ['bump', 1, 2],
        ['item', 1, 2],
      ]);
    },
    ROW_MS,
  );

  it(
    'a long night: what the page holds does not grow with the tickets that went through it',
    async () => {
      const Ratio = z.object({ heap: z.number(), nodes: z.number() });
      const row = z.object({ ratio: Ratio, taps: z.number() });
      const { ratio } = await bench('a-long-night', row, '--night', '60');
      expect(ratio.heap).toBeLessThanOrEqual(1.3);
      expect(ratio.nodes).toBeLessThanOrEqual(1.3);
    },
    ROW_MS,
  );
});
