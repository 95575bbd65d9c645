import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chanceOf } from '../../support/chance.ts';
import { Kitchen } from '../../support/line/Kitchen.ts';
import { LineProxy } from '../../support/line/LineProxy.ts';
import { expectBalancedBooks } from '../../support/line/ledger.ts';
import { startService, type TestService } from '../../support/service.ts';

/** By hand: HEARD_LINE_SECONDS=600, with HEARD_LINE_SEED to see the same again. */
const SECONDS = Number(process.env.HEARD_LINE_SECONDS ?? 10);
const SEED = Number(process.env.HEARD_LINE_SEED ?? Date.now() % 1_000_000);
const PUT_EVERY_MS = 150;
/** Tickets on every glass before the first trouble: whatever it strikes, the cooks have something to bump in the midst of it. */
const STOCK = 60;
const STOCK_BUMPED_MS = 60_000;
const EQUAL_WITHIN_MS = 15_000;

/** What is done to a line; `n` is drawn. */
const TROUBLES: Readonly<Record<string, (line: LineProxy, n: number) => void>> = {
  delay: ({ up, down }, n) => {
    up.delayMs = n % 700;
    down.delayMs = (n * 7) % 900;
  },
  narrow: ({ up, down }, n) => {
    up.bytesPerSecond = 4_000 + (n % 20_000);
    down.bytesPerSecond = 8_000 + (n % 40_000);
  },
  'hears nothing': ({ down }) => {
    down.isStalled = true;
  },
  'is not heard': ({ up }) => {
    up.isStalled = true;
  },
  reset: (line) => line.reset(),
  'reset, and leads nowhere': (line) => {
    line.leadsNowhere = true;
    line.reset();
  },
  heal: (line) => line.heal(),
};

const folder = mkdtempSync(join(tmpdir(), 'heard-lines-'));
const kitchen = new Kitchen(join(folder, 'hub'));
const services: TestService[] = [];
const lines = new Map<string, LineProxy>();

beforeAll(async () => {
  const hub = await startService({ dataDir: join(folder, 'hub') });
  services.push(hub);
  const port = Number(new URL(hub.url).port);
  for (const name of ['pos', 'station', 'tablet', 'wall']) lines.set(name, await LineProxy.to(port));
  const url = (name: string) => lines.get(name)?.url ?? '';
  const token = hub.token('screen', '--role', 'kitchen');
  const flags = ['--join', url('station'), '--station', 'kitchen', '--token', hub.token('station')];
  const station = await startService({ dataDir: join(folder, 'station'), flags });
  services.unshift(station);
  kitchen.addTill({ url: url('pos'), token: hub.token('pos') });
  kitchen.addScreens({ name: 'station', url: station.url, token: null, count: 1 });
  for (const name of ['tablet', 'wall']) kitchen.addScreens({ name, url: url(name), token, count: 1 });
  await kitchen.equal(20_000);
}, 60_000);

afterAll(async () => {
  await kitchen.close();
  for (const line of lines.values()) await line.close();
  for (const service of services) await service.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

it(
  `${SECONDS} s of slow, narrow, stalled, reset and half-open lines (seed ${SEED}): everybody equal after, the books balanced`,
  async () => {
    const below = chanceOf(SEED);
    const story: string[] = [];
    const names = Object.keys(TROUBLES);
    await kitchen.puts(STOCK, 0);
    await kitchen.equal(EQUAL_WITHIN_MS);
    await kitchen.rush(PUT_EVERY_MS);
    const end = performance.now() + SECONDS * 1_000;
    while (performance.now() < end) {
      await sleep(100 + below(600));
      const [name, line] = [...lines][below(lines.size)] ?? [];
      const trouble = names[below(names.length)] ?? 'heal';
      if (!line) continue;
      story.push(`${name} ${trouble}`);
      TROUBLES[trouble]?.(line, below(100_000));
    }
    const meanwhile = (await kitchen.presses()).length;
    for (const line of lines.values()) line.heal();
    const pressed = async () => (await kitchen.presses()).length;
    await expect.poll(pressed, { timeout: STOCK_BUMPED_MS }).toBeGreaterThanOrEqual(STOCK);
    await kitchen.rest();
    const told = `seed ${SEED}: ${story.join(', ')}`;
    const tookMs = await kitchen.equal(EQUAL_WITHIN_MS).catch((error: unknown) => {
      throw new Error(`${told}: ${String(error)}`);
    });
    const { tickets, presses } = await expectBalancedBooks(kitchen);
    process.stderr.write(
      `lines: equal ${Math.round(tookMs)} ms after ${story.length} troubles; ${tickets} tickets, ${presses} presses, ${meanwhile} in the midst of them, each once (seed ${SEED})\n`,
    );
    expect(meanwhile).toBeGreaterThan(0);
  },
  SECONDS * 1_000 + STOCK_BUMPED_MS + 90_000,
);
