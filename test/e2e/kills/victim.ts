import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CrashPoint } from '../../support/crashPoints.ts';
import { type ServiceOptions, startService, type TestService } from '../../support/service.ts';
import type { Sends } from './sends.ts';

/** A start that goes well takes about half a second: a kill somewhere in it. */
const STARTING_MS = 700;
/** One kill of so many hits a process that has not said it is ready. */
const WHILE_STARTING = 6;
/** One kill of so many waits for somebody to say something, and comes while that is on its way through write, commit and answer. */
const AFTER_A_SEND = 2;
const AFTER_A_SEND_MS = 8;
const UP_MS = 800;
/** Long enough to be met by a station that tries again every two seconds. */
const UP_LONG_MS = 2_500;
const DOWN_MS = 500;
/** A thousand kills run beside everything else, at the lowest priority. */
const READY_MS = 120_000;
const A_SEND_WITHIN_MS = 200;
const CRASH_AT = join(import.meta.dirname, '..', '..', 'support', 'crashAt.ts');
/** Everybody is at work: a point that is passed at all is passed by then. */
const CRASH_WITHIN_MS = 30_000;

/** A real service on one folder and one port that is killed again and again. */
export class Victim {
  private readonly options: ServiceOptions;
  private service: TestService | null = null;
  private port = 0;
  kills = 0;

  constructor(options: ServiceOptions) {
    this.options = options;
  }

  /** Throws while it is down. */
  get running(): TestService {
    if (this.service === null) throw new Error('down at the moment');
    return this.service;
  }

  async start(): Promise<TestService> {
    const service = await startService(this.asItWas());
    this.port = Number(new URL(service.url).port);
    this.service = service;
    return service;
  }

  /** As often as `times` says; it runs when this returns. `below` plans the moments, the machine decides what they hit. */
  async killAtRandom(times: number, below: (bound: number) => number, sends: Sends): Promise<void> {
    const end = this.kills + times;
    while (this.kills < end) {
      await sleep(below(6) === 0 ? below(UP_LONG_MS) : below(UP_MS));
      if (below(AFTER_A_SEND) === 0) {
        await Promise.race([sends.next(), sleep(A_SEND_WITHIN_MS)]);
        await sleep(below(AFTER_A_SEND_MS));
      }
      await this.kill();
      if (below(3) === 0) await sleep(below(DOWN_MS));
      while (this.kills < end && below(WHILE_STARTING) === 0)
        await this.killWhileStarting(below(STARTING_MS));
      await this.start();
    }
  }

  /** Begun anew from its source for each point, with a crash waiting where it passes that the nth time; up again when this returns. */
  async crashAtEach(points: readonly CrashPoint[], nthOf: (point: CrashPoint) => number): Promise<void> {
    await this.kill();
    for (const point of points) await this.crashAt(point, nthOf(point));
    await this.start();
  }

  /** Killed, and begun again when the work is done. */
  async awayWhile(work: () => Promise<void>): Promise<void> {
    await this.kill();
    await work();
    await this.start();
  }

  /** SIGTERM. */
  async stop(): Promise<void> {
    await this.service?.kill('SIGTERM');
    this.service = null;
  }

  private async crashAt(point: CrashPoint, nth: number): Promise<void> {
    const env = {
      NODE_OPTIONS: `--import=${CRASH_AT}`,
      HEARD_CRASH_AT: point,
      HEARD_CRASH_NTH: String(nth),
    };
    const started: { child?: ChildProcess } = {};
    const onSpawn = (child: ChildProcess) => {
      started.child = child;
    };
    const service = await startService({ ...this.asItWas(), env, onSpawn });
    const { child } = started;
    if (!child) throw new Error('no process');
    const isUp = child.signalCode === null && child.exitCode === null;
    const gone = isUp ? once(child, 'close').then(() => true) : true;
    const isGone = await Promise.race([gone, sleep(CRASH_WITHIN_MS, false)]);
    if (!isGone) await service.kill('SIGKILL');
    if (!isGone || child.signalCode !== 'SIGKILL' || !service.log().includes(`crashed: ${point}`))
      throw new Error(`it did not end at "${point}": ${child.signalCode} ${service.log().slice(-500)}`);
    this.kills += 1;
  }

  private asItWas(): ServiceOptions {
    return { ...this.options, port: this.port, readyMs: READY_MS };
  }

  private async kill(): Promise<void> {
    const code = await this.running.kill('SIGKILL');
    if (code !== null) throw new Error(`it had ended with ${code} by itself: ${this.running.log()}`);
    this.service = null;
    this.kills += 1;
  }

  private async killWhileStarting(afterMs: number): Promise<void> {
    const started: { child?: ChildProcess } = {};
    const onSpawn = (child: ChildProcess) => {
      started.child = child;
    };
    const ending = startService({ ...this.asItWas(), onSpawn }).then(
      (service) => service.kill('SIGKILL'),
      () => null,
    );
    await sleep(afterMs);
    started.child?.kill('SIGKILL');
    await ending;
    const { child } = started;
    if (child?.signalCode !== 'SIGKILL') throw new Error(`it ended with ${child?.exitCode} while it started`);
    this.kills += 1;
  }
}
