import type { Logger } from 'pino';
import type { HouseConfig } from '../../../shared/config/houseConfig.ts';
import type { StandbyStanding } from '../../../shared/protocol/standbyMessages.ts';
import { RovingLine } from '../../../shared/sync/rovingLine.ts';
import type { Timers } from '../../../shared/sync/timers.ts';
import { Standby } from '../../station/Standby.ts';
import { keyReceiver } from '../../store/handKey.ts';
import { dropStandby, hasStandby, openStandby } from '../../store/openStandby.ts';
import { hasKey, keepHandedKey } from '../../store/personalKey.ts';
import type { StandbyCopy } from '../../store/StandbyCopy.ts';
import { hubLine } from '../../sync/hubLine.ts';
import { STANDBY_NAMESPACE } from '../../sync/standbys.ts';
import { advertise } from '../discovery/mdns.ts';
import { deviceAddresses } from '../setup/addresses.ts';

export interface StandbyDeviceOptions {
  readonly dataDir: string;
  readonly hubUrl: string;
  readonly token: string;
  readonly build: string;
  readonly port: () => number;
  /** It is found by mDNS as what it is. */
  readonly isOnNetwork: boolean;
  readonly timers: Timers;
  readonly log: Logger;
}

/** The part of a station's device that stands by: its copy of the hub, and the line over which it is kept. */
export class StandbyDevice {
  private readonly options: StandbyDeviceOptions;
  private readonly line: RovingLine;
  private readonly standby: Standby;
  private copy: StandbyCopy | null = null;
  private isOpen = false;
  private stopAdvert: (() => void) | null = null;

  constructor(options: StandbyDeviceOptions) {
    this.options = options;
    const { dataDir, hubUrl, token, build, port, timers, log } = options;
    const ignore = (): void => undefined;
    this.line = new RovingLine({
      home: hubUrl,
      lineTo: (address) => hubLine(address, token, ignore, STANDBY_NAMESPACE),
      timers,
    });
    if (hasStandby(dataDir)) this.copy = openStandby(dataDir);
    this.standby = new Standby({
      socket: this.line,
      place: {
        existing: () => this.copy,
        make: () => {
          this.copy ??= openStandby(dataDir);
          return this.copy;
        },
        drop: () => this.drop(),
        hasKey: () => hasKey(dataDir),
        keepKey: (secret) => keepHandedKey(dataDir, secret),
      },
      receiver: keyReceiver(),
      timers,
      build,
      port,
      addresses: () => deviceAddresses(port(), []),
      log,
    });
  }

  /** A device asks only where a standby is wanted at all, or where it has been one. */
  look({ standbys }: HouseConfig): void {
    this.tellNetwork();
    if (this.isOpen || (standbys.length === 0 && this.copy === null)) return;
    this.isOpen = true;
    this.line.open();
  }

  setHubs(addresses: readonly string[]): void {
    this.line.setOthers(addresses);
  }

  standing(): StandbyStanding {
    return this.standby.standing();
  }

  stop(): void {
    this.stopAdvert?.();
    this.standby.end();
    this.line.close();
    this.copy?.close();
    this.copy = null;
  }

  private tellNetwork(): void {
    const { isOnNetwork, build, port, log } = this.options;
    const of = this.copy?.of() ?? null;
    if (!isOnNetwork || of === null || this.stopAdvert !== null) return;
    const { siteId, epoch } = of;
    this.stopAdvert = advertise({ siteId, epoch, role: 'standby', build, port: port() }, log);
  }

  private drop(): void {
    if (this.copy === null) return;
    this.stopAdvert?.();
    this.stopAdvert = null;
    this.copy.close();
    this.copy = null;
    dropStandby(this.options.dataDir);
  }
}
