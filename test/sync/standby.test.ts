import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { type OpenHub, openHub } from '../../main/hub/openHub.ts';
import { Standby } from '../../main/station/Standby.ts';
import { keyReceiver } from '../../main/store/handKey.ts';
import { dropStandby, hasStandby, openStandby, standbyFile } from '../../main/store/openStandby.ts';
import { hasKey, keepHandedKey } from '../../main/store/personalKey.ts';
import type { StandbyCopy } from '../../main/store/StandbyCopy.ts';
import { StandbyServer } from '../../main/sync/StandbyServer.ts';
import { type HelloRequest, PROTOCOL_VERSION } from '../../shared/protocol/screenMessages.ts';
import { answerHello } from '../../shared/sync/server/helloAnswer.ts';
import { SnapshotShelf } from '../../shared/sync/server/snapshotPages.ts';
import { FakeTimers } from '../support/fakeTimers.ts';
import { SocketPair } from '../support/socketPair.ts';

const silent = pino({ level: 'silent' });
const roomyDisk = { freeBytes: () => 1e12, warnBelow: 1, stopBelow: 1, everyMs: 3_600_000 };
const cleanups: Array<() => void> = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
});

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'heard-standby-'));
  cleanups.push(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A real hub and a standby with its real file; the line between them is the test's. */
class Bench {
  readonly timers = new FakeTimers();
  readonly dataDir = folder();
  readonly open: OpenHub;
  readonly tokenId: string;
  readonly pair: SocketPair;
  readonly standby: Standby;
  private copy: StandbyCopy | null = null;

  constructor(build = 'b1', hubBuild = 'b1') {
    this.open = openHub({ dataDir: folder(), build: hubBuild, disk: roomyDisk });
    const { hub } = this.open;
    this.tokenId = hub.tokens.create({ name: 'bar', scope: 'station', roles: [], source: null }).info.id;
    this.pair = new SocketPair((socket) => {
      new StandbyServer({ socket, hub, tokenId: this.tokenId, host: '10.0.0.9', onProblem: () => undefined });
    });
    this.standby = new Standby({
      socket: this.pair.client,
      timers: this.timers,
      receiver: keyReceiver(),
      build,
      port: () => 4680,
      addresses: () => [],
      log: silent,
      place: {
        existing: () => this.copy,
        make: () => {
          this.copy = openStandby(this.dataDir);
          return this.copy;
        },
        drop: () => {
          this.copy?.close();
          this.copy = null;
          dropStandby(this.dataDir);
        },
        hasKey: () => hasKey(this.dataDir),
        keepKey: (secret) => keepHandedKey(this.dataDir, secret),
      },
    });
    cleanups.push(() => {
      this.standby.end();
      this.copy?.close();
      this.open.stop();
    });
  }

  /** As set-up does. */
  async mark(isMarked: boolean): Promise<void> {
    const { hub } = this.open;
    const { version, config } = hub.config();
    const standbys = isMarked ? [this.tokenId] : [];
    const put = await hub.settings.put({
      base: version,
      config: { ...config, standbys },
      by: 'test',
      note: { kind: 'setup' },
    });
    expect(put.ok).toBe(true);
  }

  /** Everything under way arrives, and `ms` pass. */
  pass(ms: number): void {
    this.settle();
    for (let left = ms; left > 0; left -= 250) {
      this.timers.advance(Math.min(250, left));
      this.settle();
    }
  }

  private settle(): void {
    for (let moved = 1; moved > 0; ) moved = this.pair.deliver('up') + this.pair.deliver('down');
  }

  seen() {
    return this.open.hub.standbys.seen.all();
  }
}

describe('a standby and its hub', () => {
  it('gets nothing until it is marked, and then everything, with the key', async () => {
    const bench = new Bench();
    bench.pair.connect();
    bench.pass(1_000);
    expect(bench.standby.standing()).toMatchObject({ isStandby: false, obstacle: 'not_standby' });
    expect(existsSync(standbyFile(bench.dataDir))).toBe(false);
    await bench.mark(true);
    bench.pass(4_000);
    expect(bench.standby.standing()).toMatchObject({ isStandby: true, state: 'ready', obstacle: null });
    expect(bench.standby.standing().seq).toBe(bench.open.hub.state().seq);
    expect(bench.seen()).toMatchObject([{ state: 'ready', addresses: ['http://10.0.0.9:4680'] }]);
  });

  it('is told at once that there is more', async () => {
    const bench = new Bench();
    await bench.mark(true);
    bench.pair.connect();
    bench.pass(1_000);
    const { hub } = bench.open;
    const { version, config } = hub.config();
    await hub.settings.put({
      base: version,
      config: { ...config, hosts: ['heard.lan'] },
      by: 'test',
      note: { kind: 'setup' },
    });
    expect(bench.pair.waiting('down')).toContain('news');
    bench.pass(0);
    expect(bench.standby.standing().seq).toBe(hub.state().seq);
  });

  it('of another build is told so and holds what it held', async () => {
    const bench = new Bench('b2', 'b1');
    await bench.mark(true);
    bench.pair.connect();
    bench.pass(1_000);
    expect(bench.standby.standing()).toMatchObject({ state: 'other_build', hubBuild: 'b1' });
    expect(bench.standby.standing().obstacle).not.toBeNull();
    expect(bench.seen()).toMatchObject([{ state: 'other_build', build: 'b2' }]);
  });

  it('that is marked no longer holds nothing, neither names nor their key', async () => {
    const bench = new Bench();
    await bench.mark(true);
    bench.pair.connect();
    bench.pass(1_000);
    expect(hasKey(bench.dataDir)).toBe(true);
    await bench.mark(false);
    bench.pass(4_000);
    expect(hasStandby(bench.dataDir)).toBe(false);
    expect(hasKey(bench.dataDir)).toBe(false);
    expect(bench.seen()).toEqual([]);
  });

  it('keeps what it holds, and its address, while the line is down, and catches up when it is back', async () => {
    const bench = new Bench();
    await bench.mark(true);
    bench.pair.connect();
    bench.pass(1_000);
    bench.pair.cut();
    expect(bench.seen()).toMatchObject([{ state: 'away', addresses: ['http://10.0.0.9:4680'] }]);
    expect(bench.standby.standing()).toMatchObject({ state: 'away', obstacle: null });
    const { hub } = bench.open;
    const { version, config } = hub.config();
    await hub.settings.put({
      base: version,
      config: { ...config, hosts: ['a.lan'] },
      by: 'test',
      note: { kind: 'setup' },
    });
    bench.pair.connect();
    bench.pass(0);
    expect(bench.standby.standing()).toMatchObject({ state: 'ready', seq: hub.state().seq });
  });

  it('asks again when an answer was lost, and takes no page twice', async () => {
    const bench = new Bench();
    await bench.mark(true);
    bench.pair.connect();
    bench.pair.deliver('up');
    bench.pair.drop('down');
    bench.pass(11_000);
    expect(bench.standby.standing().state).toBe('ready');
  });

  it('gets nothing more from a hub that was replaced', async () => {
    const bench = new Bench();
    await bench.mark(true);
    bench.pair.connect();
    bench.pass(1_000);
    bench.open.hub.fencing.meet({ epoch: { n: 9, id: 'x' }, addresses: [], common: null });
    bench.pass(4_000);
    expect(bench.standby.standing().state).not.toBe('ready');
    expect(hasStandby(bench.dataDir)).toBe(true);
  });
});

describe('a screen that has followed a newer hub', () => {
  const ask = (followed: HelloRequest['followed']): HelloRequest => ({
    protocol: PROTOCOL_VERSION,
    build: 'b1',
    screen: 'tablet',
    station: null,
    cursor: null,
    page: null,
    ...(followed === undefined ? {} : { followed }),
  });

  it('stops the old one with its hello, before that answers; one of another site stops nobody', async () => {
    const { hub } = new Bench().open;
    const ctx = {
      source: hub,
      shelf: new SnapshotShelf(),
      roles: [],
      screenName: 'test',
      tokenId: null,
      open: null,
    };
    const hello = (followed?: HelloRequest['followed']) => answerHello(ask(followed), ctx).answer;
    expect(hello({ siteId: 'other', epoch: { n: 2, id: 'x' } })).toMatchObject({ ok: true });
    expect(hello({ siteId: hub.siteId, epoch: hub.epoch })).toMatchObject({ ok: true });
    expect(hello({ siteId: hub.siteId, epoch: { n: 2, id: 'x' } })).toMatchObject({
      ok: false,
      code: 'fenced',
    });
    expect(hub.health()).toMatchObject({ ok: false });
    const { version, config } = hub.config();
    const put = await hub.settings.put({
      base: version,
      config: { ...config, hosts: ['x.lan'] },
      by: 'test',
      note: { kind: 'setup' },
    });
    expect(put).toMatchObject({ ok: false, code: 'unavailable' });
  });
});
