import type { Logger } from 'pino';
import { stationHub } from '../../store/openStation.ts';
import { promoteCopy } from '../../store/promoteCopy.ts';
import { findHub } from '../discovery/findHub.ts';
import { runService } from '../runService.ts';
import { AUTO, type JoinWish } from '../station/joinWish.ts';
import { runStation } from '../station/runStation.ts';

/** A hub is there for the others. */
export const EVERY_NETWORK = '0.0.0.0';

export interface StandbyRoleOptions {
  readonly wish: JoinWish;
  readonly port: number;
  readonly dataDir: string;
  readonly rendererDir: string;
  readonly build: string;
  readonly logger: Logger;
}

interface Running {
  readonly url: string;
  readonly port: number;
  readonly epoch: string;
  stop(): Promise<void>;
}

/** A device that is a station until a person makes it the hub, at the same port and in the same process: its windows stay open. */
export class StandbyRole {
  private options: StandbyRoleOptions;
  private running: Running | null = null;
  private turn: Promise<void> = Promise.resolve();

  constructor(options: StandbyRoleOptions) {
    this.options = options;
  }

  async start(): Promise<Running> {
    await this.findHub();
    this.running = await this.asStation(this.options.port);
    return this.running;
  }

  async stop(): Promise<void> {
    await this.turn;
    await this.running?.stop();
  }

  /** `--join auto`: where the hub was last, else where one answers. A station that has met its hub starts without it. */
  private async findHub(): Promise<void> {
    const { wish, dataDir, logger } = this.options;
    if (wish.hubUrl !== AUTO) return;
    const known = stationHub(dataDir);
    const hubUrl = known?.address ?? (await findHub(known?.siteId ?? null, logger));
    this.options = { ...this.options, wish: { ...wish, hubUrl } };
  }

  private asStation(port: number): Promise<Running> {
    return runStation({ ...this.options, port, promote: () => this.promote() });
  }

  private asHub(port: number, formerHub: readonly string[]): Promise<Running> {
    const { wish, dataDir, rendererDir, build, logger } = this.options;
    const promoted = { formerHub, token: wish.token };
    return runService({ host: EVERY_NETWORK, port, dataDir, rendererDir, build, logger, promoted });
  }

  private promote(): void {
    this.turn = this.turn.then(() => this.change()).catch((error: unknown) => this.hopeless(error));
  }

  /** What cannot be promoted after all goes on as the station it was. */
  private async change(): Promise<void> {
    const { running, options } = this;
    if (running === null) return;
    const { dataDir, build, logger } = options;
    const startedAt = performance.now();
    await running.stop();
    let formerHub: readonly string[];
    try {
      const promoted = promoteCopy({ dataDir, build, now: Date.now() });
      formerHub = [...promoted.of.addresses, options.wish.hubUrl];
      logger.warn(
        { seq: promoted.seq, epoch: promoted.epoch, formerHub },
        'this device takes the hub’s place',
      );
    } catch (error) {
      logger.error({ err: error }, 'this device could not become the hub');
      this.running = await this.asStation(running.port);
      return;
    }
    this.running = await this.asHub(running.port, formerHub);
    const ms = Math.round(performance.now() - startedAt);
    logger.warn({ ms, epoch: this.running.epoch }, 'this device is the hub now');
  }

  /** Neither hub nor station runs any more: whoever started this process starts it again, and the folder says as what. */
  private hopeless(error: unknown): void {
    this.options.logger.fatal({ err: error }, 'the service could not go on');
    throw error;
  }
}
