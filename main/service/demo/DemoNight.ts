import type { ChildProcess } from 'node:child_process';
import type { Logger } from 'pino';
import type { DemoFolder } from './demoFolder.ts';
import { processEnded, startProcess, stopProcess } from './demoProcess.ts';
import type { DemoWish } from './demoWish.ts';

export interface DemoNightOptions {
  readonly url: string;
  readonly wish: DemoWish;
  readonly folder: DemoFolder;
  readonly log: Logger;
}

/** The processes that play a night against the service: the till, and the cooks where they are wanted. */
export class DemoNight {
  private readonly log: Logger;
  private readonly till: ChildProcess;
  private readonly cooks: ChildProcess | null;
  /** Asked to end, from outside. */
  private isStopped = false;
  /** The cooks have been sent home. */
  private isClosing = false;

  constructor({ url, wish, folder, log }: DemoNightOptions) {
    this.log = log;
    const { seed, covers, speed, night, cooks } = wish;
    const flags = ['--url', url, '--seed', `${seed}`, '--covers', `${covers}`, '--speed', `${speed}`];
    const tillFlags = [...flags, '--night', night, '--account', folder.account];
    this.till = startProcess('demoPos', tillFlags, folder.tokens.pos);
    this.cooks =
      cooks === 'none'
        ? null
        : startProcess('cooks/demoCooks', [...flags, '--cooks', cooks], folder.tokens.cooks);
    for (const [name, child] of [
      ['till', this.till],
      ['cooks', this.cooks],
    ] as const) {
      child?.once('exit', (code, signal) => this.gone(name, code, signal));
    }
  }

  /**
   * Resolves when the last ticket of the night is over and the till has written its account. Where somebody watches, the cooks go on.
   * `failed`: a process of the demo ended by itself before.
   */
  async played(stopsCooks: boolean): Promise<'written' | 'failed' | 'stopped'> {
    const gone = [this.till, this.cooks].flatMap((child) =>
      child ? [processEnded(child).then(() => false)] : [],
    );
    const isOver = await Promise.race([this.saysOver(), ...gone]);
    if (this.isStopped || !isOver) return this.isStopped ? 'stopped' : 'failed';
    if (stopsCooks) await this.stopCooks();
    this.till.send('finish');
    const code = await processEnded(this.till);
    if (this.isStopped) return 'stopped';
    return code === 0 ? 'written' : 'failed';
  }

  async end(): Promise<void> {
    this.isStopped = true;
    await Promise.all([this.stopCooks(), stopProcess(this.till)]);
  }

  private async stopCooks(): Promise<void> {
    if (this.cooks === null) return;
    this.isClosing = true;
    await stopProcess(this.cooks);
  }

  private saysOver(): Promise<boolean> {
    return new Promise((resolve) => {
      this.till.on('message', (message) => {
        if (typeof message === 'object' && message !== null && 'event' in message) resolve(true);
      });
    });
  }

  private gone(name: string, code: number | null, signal: string | null): void {
    if (!this.isStopped && !this.isClosing && code !== 0)
      this.log.error({ name, code, signal }, 'a process of the demo ended');
  }
}
