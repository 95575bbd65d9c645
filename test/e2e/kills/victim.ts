import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
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
    const service = await startService({
      ...this.options,
      isBuilt: true,
      port: this.port,
      readyMs: READY_MS,
    });
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

  /** SIGTERM. */
  async stop(): Promise<void> {
    await this.service?.kill('SIGTERM');
    this.service = null;
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
    const ending = startService({ ...this.options, isBuilt: true, port: this.port, onSpawn }).then(
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
