import pino, { type Logger } from 'pino';
import { defaultConfig } from '../../shared/config/houseConfig.ts';
import { type House, quietHouse } from '../../shared/domain/commands/dueChits.ts';
import { WHAT_TO_DO } from '../store/backupFile.ts';
import { crashLoop, noteExit } from '../store/exitNotes.ts';
import { damageOf } from '../store/openReadOnly.ts';
import { openStore } from '../store/openStore.ts';
import { takeInPictureFiles } from '../store/pictureFiles.ts';
import { DataFault, Refusal } from '../store/refusal.ts';
import { readConfigFile } from './configFile.ts';
import { type Core, domainCore } from './core.ts';
import { DiskGuard, type DiskOptions, machineDisk } from './diskGuard.ts';
import { Fencing } from './Fencing.ts';
import { writeFirstOpening } from './firstOpening.ts';
import { GuestKeeper } from './guests/GuestKeeper.ts';
import { standingAtTable } from './guests/standingAtTable.ts';
import { Hub, newId, type ObserveBatch } from './Hub.ts';
import { type ClockSources, type DemoTime, HubClock, machineClock } from './hubClock.ts';
import { startKeeping, sweep } from './keeping.ts';
import { type BackupTimes, NightlyBackup } from './nightlyBackup.ts';
import type { HubPort } from './port.ts';
import { Scheduler } from './scheduler.ts';
import { SnapshotWriter } from './snapshotWriter.ts';
import { configInForce, takeConfigAtStart } from './startConfig.ts';
import { startState } from './startState.ts';

export interface HubOptions {
  readonly dataDir: string;
  readonly build: string;
  readonly core?: Core;
  readonly clock?: ClockSources;
  /** A demo hub's own evening. */
  readonly demo?: DemoTime;
  readonly disk?: DiskOptions;
  /** When the nightly backup is looked at. A demo has none. */
  readonly backup?: BackupTimes;
  readonly logger?: Logger;
  /** Which stations have no screen; absent: nobody knows. */
  readonly seen?: Pick<House, 'downSince' | 'isJustBack'>;
  /** Told of every batch that was decided, after its commit or failure. Must not throw. */
  readonly observe?: ObserveBatch;
  /** The secret of the personal table when it is not a file (the desktop's keychain). */
  readonly personalKey?: Uint8Array;
  /** What ends the process after a fault that was noted; tests give their own. */
  readonly fatal?: (error: unknown) => void;
}

export interface OpenHub {
  readonly hub: HubPort;
  /** Decides what waits, writes a snapshot and closes the file. */
  readonly stop: () => void;
}

/** The exit code of a fault of our own (sysexits: internal software error); a supervisor starts the service again. */
const FAULT_EXIT = 70;
const DAY_MS = 24 * 3_600_000;

/**
 * Opens the hub on a folder. Throws a `Refusal` when a person must act first; any other fault is noted before it is thrown, and after three
 * noted ones in a minute the hub starts read-only.
 */
export function openHub(options: HubOptions): OpenHub {
  try {
    return open(options);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    noteExit(options.dataDir, error, Date.now());
    const damage = damageOf(error);
    if (damage === null) throw error;
    throw new DataFault(`The data in ${options.dataDir} is damaged (${damage}). ${WHAT_TO_DO}`, error);
  }
}

function open(options: HubOptions): OpenHub {
  const { dataDir, build } = options;
  const core = options.core ?? domainCore;
  const log = options.logger ?? pino({ level: 'silent' });
  const { personalKey } = options;
  const store = openStore({ dataDir, as: 'service', ...(personalKey === undefined ? {} : { personalKey }) });
  try {
    const readOnly = readOnlyReason(dataDir);
    const started = startState(store, core.reduce, readOnly === null ? 'throw' : 'stop', log);
    const clock = new HubClock(options.clock ?? machineClock, store.events.last()?.at ?? 0, options.demo);
    const file = readConfigFile(dataDir);
    let { state } = started;
    if (state.seq === 0 && readOnly === null) {
      const config = file.kind === 'valid' ? file.config : defaultConfig;
      state = writeFirstOpening(store, core.reduceBatch, config, clock.now());
    }
    const snapshots = new SnapshotWriter(store, log, started.fromSnapshot);
    const diskOptions = options.disk ?? machineDisk(dataDir);
    const disk = new DiskGuard(diskOptions, () => store.probe(clock.now()));
    const fatal = (error: unknown) => {
      log.fatal({ err: error }, 'a fault after a commit: this process ends');
      noteExit(dataDir, error, Date.now());
      (options.fatal ?? (() => process.exit(FAULT_EXIT)))(error);
    };
    const standing = { state, config: configInForce(store, state, readOnly !== null) };
    const { observe } = options;
    const keeper = new GuestKeeper({
      store,
      newId,
      keepMs: () => hub.config().config.guests.keepDays * DAY_MS,
    });
    const hub: Hub = new Hub({
      store,
      core,
      clock,
      disk,
      fencing: new Fencing({ dataDir, own: store.epoch, log }),
      snapshots,
      keeper,
      log,
      build,
      standing,
      readOnly,
      fatal,
      observe,
    });
    const { seen = quietHouse } = options;
    const scheduler = new Scheduler(hub, core.due, log, {
      speed: hub.speed,
      downSince: (station) => seen.downSince(station),
      isJustBack: () => seen.isJustBack?.() ?? false,
    });
    const keeping = { hub, store, clock, disk, everyMs: diskOptions.everyMs, log };
    const stopKeeping = startKeeping(keeping);
    const nightly = new NightlyBackup({
      store,
      dataDir,
      alerts: hub.alerts,
      config: () => hub.config().config,
      now: () => clock.now(),
      log,
      times: options.backup,
    });
    if (readOnly === null) {
      takeInPictureFiles(dataDir, store.pictures, clock.now());
      takeConfigAtStart(hub, store, file, log);
      sweep(keeping);
      hub.poison.adopt(hub.state(), clock.now());
      scheduler.start();
      if (options.demo === undefined) nightly.start();
    }
    const stopStanding = readOnly === null ? standingAtTable(hub, log) : () => undefined;
    const stop = () => {
      stopStanding();
      scheduler.stop();
      nightly.stop();
      stopKeeping();
      hub.finish();
      if (readOnly === null) snapshots.write(hub.state());
      store.close();
    };
    return { hub, stop };
  } catch (error) {
    store.close();
    throw error;
  }
}

/** After a crash loop somebody has to look; until then the board is shown and nothing is taken. */
function readOnlyReason(dataDir: string): string | null {
  const last = crashLoop(dataDir, Date.now());
  if (last === null) return null;
  const fault = last.reason.split('\n', 1)[0];
  return `read-only after three faults within a minute (${fault}). Wait a minute and restart Heard; if it comes back, "npm run heard -- doctor" says what is wrong: update, or restore a backup`;
}
