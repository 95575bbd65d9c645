import type { Logger } from 'pino';
import { setHubAside } from '../../store/formerHub.ts';
import { writeJoined } from '../../store/joinedFile.ts';
import { stationHub } from '../../store/openStation.ts';
import { promoteCopy } from '../../store/promoteCopy.ts';
import { findHub } from '../discovery/findHub.ts';
import { runService } from '../runService.ts';
import { AUTO, type JoinWish } from '../station/joinWish.ts';
import { runStation } from '../station/runStation.ts';
import { type StartRole, startedAs } from './startRole.ts';

/** A hub that took another's place is there for the others. */
const EVERY_NETWORK = '0.0.0.0';

export interface DeviceRoleOptions {
  /** What the flags say; null: a hub. */
  readonly flags: JoinWish | null;
  /** Where a hub listens that has always been one. */
  readonly host: string | null;
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

/**
 * What this device is, and how a person makes it something else: a standby the hub, a hub that was replaced a station. At the same port and in
 * the same process: its windows stay open.
 */
export class DeviceRole {
  private readonly options: DeviceRoleOptions;
  private role: StartRole;
  private running: Running | null = null;
  private turn: Promise<void> = Promise.resolve();

  constructor(options: DeviceRoleOptions, role: StartRole) {
    this.options = options;
    this.role = role;
  }

  async start(): Promise<Running> {
    if (this.role.as === 'station') this.role = { as: 'station', wish: await this.found(this.role.wish) };
    this.running = await this.run(this.options.port);
    return this.running;
  }

  async stop(): Promise<void> {
    await this.turn;
    await this.running?.stop();
  }

  /** `--join auto`: where the hub was last, else where one answers. A station that has met its hub starts without it. */
  private async found(wish: JoinWish): Promise<JoinWish> {
    const { dataDir, logger } = this.options;
    if (wish.hubUrl !== AUTO) return wish;
    const known = stationHub(dataDir);
    return { ...wish, hubUrl: known?.address ?? (await findHub(known?.siteId ?? null, logger)) };
  }

  private run(port: number): Promise<Running> {
    const { role, options } = this;
    const { dataDir, rendererDir, build, logger } = options;
    const own = { dataDir, rendererDir, build, logger, port };
    if (role.as === 'station')
      return runStation({ ...own, wish: role.wish, promote: () => this.change(() => this.becomeHub()) });
    const { promoted } = role;
    const becomeStation = (wish: JoinWish) => this.change(() => this.becomeStation(wish));
    // Whatever this device listened to as a station.
    const host = promoted === null ? options.host : EVERY_NETWORK;
    return runService({ ...own, host, promoted, becomeStation });
  }

  /** `become` changes the role where it can; what cannot be changed goes on as what it was. */
  private change(become: () => void): void {
    this.turn = this.turn
      .then(async () => {
        const { running } = this;
        if (running === null) return;
        const startedAt = performance.now();
        await running.stop();
        become();
        this.running = await this.run(running.port);
        const ms = Math.round(performance.now() - startedAt);
        this.options.logger.warn(
          { ms, epoch: this.running.epoch, role: this.role.as },
          'this device has changed',
        );
      })
      .catch((error: unknown) => this.hopeless(error));
  }

  private becomeHub(): void {
    const { dataDir, build, logger } = this.options;
    if (this.role.as !== 'station') return;
    const { hubUrl, token } = this.role.wish;
    try {
      const { of, seq, epoch } = promoteCopy({ dataDir, build, now: Date.now() });
      const formerHub = [...of.addresses, hubUrl];
      logger.warn({ seq, epoch, formerHub }, 'this device takes the hub’s place');
      this.role = { as: 'hub', promoted: { formerHub, token } };
    } catch (error) {
      logger.error({ err: error }, 'this device could not become the hub');
    }
  }

  /** From the first file on this folder is a station's; where the second step is cut short, the next start finishes it. */
  private becomeStation(wish: JoinWish): void {
    const { dataDir, flags, logger } = this.options;
    const at = Date.now();
    const aside = new Date(at).toISOString().slice(0, 19).replaceAll(':', '');
    try {
      writeJoined(dataDir, { ...wish, at, aside, startedAs: startedAs(flags) });
    } catch (error) {
      logger.error({ err: error }, 'this device could not become a station');
      return;
    }
    this.role = { as: 'station', wish };
    try {
      setHubAside(dataDir, aside);
      logger.warn(
        { aside, hubUrl: wish.hubUrl },
        'this device is a station now; what it held as the hub is kept',
      );
    } catch (error) {
      logger.error(
        { err: error },
        'what this device held as the hub lies where it was, until the next start',
      );
    }
  }

  /** Neither hub nor station runs any more: whoever started this process starts it again, and the folder says as what. */
  private hopeless(error: unknown): void {
    this.options.logger.fatal({ err: error }, 'the service could not go on');
    throw error;
  }
}
