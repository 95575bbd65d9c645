import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { HouseConfig } from '../../shared/config/houseConfig.ts';
import { serviceDayOf } from '../../shared/lib/serviceDay.ts';
import { dropFile, UNFINISHED } from '../store/backupFile.ts';
import { backupInThread } from '../store/backupInThread.ts';
import { forgetInThread } from '../store/forgetInThread.ts';
import type { Store } from '../store/Store.ts';
import type { Alerts } from './alerts.ts';

const DAY_MS = 24 * 3_600_000;
/** A hub that is switched on in the morning is given to its kitchen first. */
const FIRST_LOOK_MS = 60_000;
const EVERY_MS = 60_000;
/** A full or missing disk is asked again, not hammered. */
const RETRY_MS = 10 * 60_000;

export interface BackupTimes {
  readonly firstLookMs: number;
  readonly everyMs: number;
}

export interface NightlyParts {
  readonly store: Store;
  readonly dataDir: string;
  readonly alerts: Alerts;
  readonly config: () => HouseConfig;
  /** Hub time. */
  readonly now: () => number;
  readonly log: Logger;
  readonly times?: BackupTimes | undefined;
}

/**
 * One checked copy of the data a night, at an hour of the venue's own time; a night that was missed because the hub was off is made up for soon
 * after the start. A copy is only dropped when a newer one has been made: a house whose backups fail keeps its old ones.
 */
export class NightlyBackup {
  private readonly parts: NightlyParts;
  private timer: NodeJS.Timeout | undefined;
  private stopWriting: (() => void) | null = null;
  private isStopped = false;
  private restsUntil = 0;

  constructor(parts: NightlyParts) {
    this.parts = parts;
  }

  start(): void {
    this.plan(this.parts.times?.firstLookMs ?? FIRST_LOOK_MS);
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
    this.stopWriting?.();
  }

  private plan(ms: number): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => {
      this.look().finally(() => this.plan(this.parts.times?.everyMs ?? EVERY_MS));
    }, ms);
    this.timer.unref();
  }

  private async look(): Promise<void> {
    const now = this.parts.now();
    if (now < this.restsUntil || !this.isDue(now)) return;
    try {
      await this.write(now);
      this.restsUntil = 0;
      this.parts.alerts.set('backup_failed', null);
    } catch (error) {
      if (this.isStopped) return;
      this.restsUntil = now + RETRY_MS;
      this.parts.log.error({ err: error }, 'the nightly backup failed');
      const why = error instanceof Error ? error.message : String(error);
      this.parts.alerts.set('backup_failed', `The nightly backup failed: ${why}`);
    }
  }

  /** Nothing is older than the last night in a house that opened today. */
  private isDue(now: number): boolean {
    const { events, backups } = this.parts.store;
    const since = backups.last()?.at ?? events.firstAt();
    return since !== null && this.nightOf(since) < this.nightOf(now);
  }

  /** The date on which the backup of an instant's night is made. */
  private nightOf(at: number): string {
    const { venue, backup } = this.parts.config();
    return serviceDayOf(at, venue.timeZone, backup.hour ?? (venue.dayRollHour + 1) % 24);
  }

  private async write(now: number): Promise<void> {
    const { store, dataDir, log } = this.parts;
    const folder = this.folder();
    const target = join(folder, nameOf(this.nightOf(now), store.siteId));
    this.dropUnfinished(folder);
    const { done, stop } = backupInThread(join(dataDir, 'heard.db'), target);
    this.stopWriting = stop;
    const { path, bytes, seq } = await done;
    this.stopWriting = null;
    if (this.isStopped) return;
    store.backups.put({ at: now, path, bytes, seq });
    log.info({ path, bytes, seq }, 'nightly backup');
    this.dropOld(folder, now);
    await this.forgetInOlder(folder, path, now);
  }

  /** Nobody stays in an older copy whom the house itself has erased, or kept long enough. Rule S77. */
  private async forgetInOlder(folder: string, newest: string, now: number): Promise<void> {
    const { store, dataDir, log, config } = this.parts;
    const own = (name: string) => nightOfName(name, store.siteId) !== null;
    const paths = [...filesIn(folder, own), ...filesIn(dataDir, isSetAside)].filter(
      (path) => path !== newest,
    );
    const { keepDays, partyDays } = config().guests;
    const { done, stop } = forgetInThread(paths, {
      erased: store.guestAudit.erased(),
      personsBefore: now - partyDays * DAY_MS,
      guestsBefore: now - keepDays * DAY_MS,
      kept: store.personal.ids(),
    });
    this.stopWriting = stop;
    for (const { path, rows, trouble } of await done) {
      if (trouble !== null)
        log.warn({ path, trouble }, 'an older copy could not be rid of people forgotten since');
      else if (rows > 0) log.info({ path, rows }, 'people forgotten since are gone from an older copy');
    }
    this.stopWriting = null;
  }

  /** A folder that a person named is not made: where its disk should be mounted and is not, the copy would lie on this one. */
  private folder(): string {
    const { folder } = this.parts.config().backup;
    if (folder === null) {
      const own = join(this.parts.dataDir, 'backups');
      mkdirSync(own, { recursive: true, mode: 0o700 });
      return own;
    }
    if (!existsSync(folder)) throw new Error(`the folder ${folder} is not there`);
    return folder;
  }

  private dropOld(folder: string, now: number): void {
    const oldest = this.nightOf(now - this.parts.config().backup.keepDays * DAY_MS);
    for (const name of readdirSync(folder)) {
      const night = nightOfName(name, this.parts.store.siteId);
      if (night !== null && night <= oldest) dropFile(join(folder, name));
    }
  }

  private dropUnfinished(folder: string): void {
    for (const name of readdirSync(folder)) {
      const whole = name.endsWith(UNFINISHED) ? name.slice(0, -UNFINISHED.length) : '';
      if (nightOfName(whole, this.parts.store.siteId) !== null) dropFile(join(folder, name));
    }
  }
}

function filesIn(folder: string, isMeant: (name: string) => boolean): string[] {
  return readdirSync(folder)
    .filter(isMeant)
    .map((name) => join(folder, name));
}

/** What a migration, a restore and a promotion put aside, whole. */
function isSetAside(name: string): boolean {
  return /^(?:before-migration-\d+\.db|heard\.db\.before-(?:restore|promotion)-[\dT-]+)$/u.test(name);
}

/** With the site's id: several hubs may share one folder, and none drops another's. */
function nameOf(night: string, siteId: string): string {
  return `heard-night-${night}-${siteId}.db`;
}

/** The night of a file that this made; null for anything else, which is never touched. */
function nightOfName(name: string, siteId: string): string | null {
  const night = /^heard-night-(\d{4}-\d\d-\d\d)-/u.exec(name)?.[1];
  return night !== undefined && name === nameOf(night, siteId) ? night : null;
}
