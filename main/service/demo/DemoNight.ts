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

/** Who plays: the till and the book, whose accounts are wanted, and who stands at the screens. */
type Player = 'till' | 'book' | 'cooks' | 'host';
const WITH_ACCOUNT: readonly Player[] = ['till', 'book'];
const AT_SCREENS: readonly Player[] = ['cooks', 'host'];

/** The processes that play a night against the service: the till, the book, and cooks and host where they are wanted. */
export class DemoNight {
  private readonly log: Logger;
  private readonly players = new Map<Player, ChildProcess>();
  /** Asked to end, from outside. */
  private isStopped = false;
  /** Cooks and host have been sent home. */
  private isClosing = false;

  constructor({ url, wish, folder, log }: DemoNightOptions) {
    this.log = log;
    const { seed, covers, speed, night, cooks, door } = wish;
    const { tokens } = folder;
    const flags = ['--url', url, '--seed', `${seed}`, '--covers', `${covers}`, '--speed', `${speed}`];
    const story = [...flags, '--night', night];
    this.start('till', 'demoPos', [...story, '--account', folder.account], tokens.pos);
    if (door !== 'none')
      this.start('book', 'demoBookings', [...story, '--account', folder.bookings], tokens.bookings);
    if (cooks !== 'none') this.start('cooks', 'cooks/demoCooks', [...flags, '--cooks', cooks], tokens.cooks);
    if (door === 'auto') this.start('host', 'cooks/demoHost', flags, tokens.host);
  }

  /**
   * Resolves when the last ticket of the night is over, nothing more is booked and both accounts are written. Where somebody watches, cooks
   * and host go on. `failed`: a process of the demo ended by itself before.
   */
  async played(stopsCooks: boolean): Promise<'written' | 'failed' | 'stopped'> {
    const gone = [...this.players.values()].map((child) => processEnded(child).then(() => false));
    const isOver = await Promise.race([this.saysOver(), ...gone]);
    if (this.isStopped || !isOver) return this.isStopped ? 'stopped' : 'failed';
    if (stopsCooks) await this.stopScreens();
    const codes = await Promise.all(
      this.those(WITH_ACCOUNT).map((child) => {
        child.send('finish');
        return processEnded(child);
      }),
    );
    if (this.isStopped) return 'stopped';
    return codes.every((code) => code === 0) ? 'written' : 'failed';
  }

  async end(): Promise<void> {
    this.isStopped = true;
    await Promise.all([this.stopScreens(), ...this.those(WITH_ACCOUNT).map(stopProcess)]);
  }

  private start(name: Player, program: string, flags: readonly string[], token: string): void {
    const child = startProcess(program, flags, token);
    this.players.set(name, child);
    child.once('exit', (code, signal) => this.gone(name, code, signal));
  }

  private those(names: readonly Player[]): ChildProcess[] {
    return names.flatMap((name) => this.players.get(name) ?? []);
  }

  private async stopScreens(): Promise<void> {
    this.isClosing = true;
    await Promise.all(this.those(AT_SCREENS).map(stopProcess));
  }

  private async saysOver(): Promise<boolean> {
    await Promise.all(
      this.those(WITH_ACCOUNT).map(
        (child) =>
          new Promise<void>((resolve) => {
            child.on('message', (message) => {
              if (typeof message === 'object' && message !== null && 'event' in message) resolve();
            });
          }),
      ),
    );
    return true;
  }

  private gone(name: Player, code: number | null, signal: string | null): void {
    if (!this.isStopped && !this.isClosing && code !== 0)
      this.log.error({ name, code, signal }, 'a process of the demo ended');
  }
}
