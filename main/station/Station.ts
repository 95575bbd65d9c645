import type { Logger } from 'pino';
import { defaultConfig } from '../../shared/config/houseConfig.ts';
import type { CommandEnvelope, CommandOf } from '../../shared/domain/commands/command.ts';
import { COMMAND_RULES } from '../../shared/domain/commands/commandRules.ts';
import type { Role } from '../../shared/domain/events/actor.ts';
import type { Event } from '../../shared/domain/events/event.ts';
import type { State } from '../../shared/domain/model/state.ts';
import { CommandId, type PersonId, type StationId } from '../../shared/lib/ids.ts';
import type {
  ConfigDocument,
  Epoch,
  PendingCommand,
  PersonalBatch,
  PosLost,
} from '../../shared/protocol/screenMessages.ts';
import type { FollowedStep } from '../../shared/sync/client/keeper.ts';
import { SleepWatch } from '../../shared/sync/client/SleepWatch.ts';
import { SyncClient } from '../../shared/sync/client/syncClient.ts';
import type {
  HelloRefusal,
  SourceCommit,
  SourceRequest,
  SourceResult,
  SyncSource,
} from '../../shared/sync/server/source.ts';
import type { SocketLike } from '../../shared/sync/socketLike.ts';
import type { Timers } from '../../shared/sync/timers.ts';
import type { StationStore } from '../store/StationStore.ts';
import { Listeners } from './Listeners.ts';
import { RecentEvents } from './RecentEvents.ts';
import { resultOf } from './resultOf.ts';
import { StationDisk } from './StationDisk.ts';
import { stationReasons } from './stationReasons.ts';

/** After a kill the age on the glass is at most this much too high. */
const NOTE_HEARD_MS = 10_000;
/** How soon after waking it knows that it slept. */
const LOOK_MS = 1_000;
export type ReceiptReport = CommandOf<'receipt.report'>;

const NO_EPOCH: Epoch = { n: 0, id: '' };

export interface StationOptions {
  readonly store: StationStore;
  /** The line to the hub. */
  readonly socket: SocketLike;
  /** What this device is to the hub; its screens may be others too. */
  readonly station: StationId;
  readonly build: string;
  readonly timers: Timers;
  /** This device's clock, epoch ms: only for the time between two runs. */
  readonly wall: () => number;
  readonly newId: () => string;
  /** A window of this station is in sight. */
  readonly isVisible: () => boolean;
  /** Of which stations windows are in sight here. */
  readonly stationsInSight?: () => readonly StationId[];
  /** The hub said where it, and who may take over from it, is found. */
  readonly onHubs?: (hubs: readonly string[]) => void;
  readonly log: Logger;
}

/** Its windows have had time to come, and its hub to answer. */
const SETTLED_MS = 10_000;

/**
 * What stands between the hub and this device's screens: to the hub a screen, to the screens a hub. It decides nothing. It keeps the
 * replica and the presses through reload, reboot and the loss of the hub.
 */
export class Station implements SyncSource {
  readonly build: string;
  private readonly client: SyncClient;
  private readonly disk: StationDisk;
  private readonly recent: RecentEvents;
  private readonly log: Logger;
  private readonly committed = new Listeners<SourceCommit>();
  private readonly pendingChanged = new Listeners<void>();
  private readonly news = new Listeners<void>();
  private readonly aside = new Listeners<boolean>();
  private readonly receipts = new Listeners<ReceiptReport>();
  private readonly monotonic: () => number;
  private awakeSince: number;
  private stopNoting: (() => void) | null = null;
  private stopLooking: (() => void) | null = null;
  private wasAside = false;
  private shutOut = false;

  constructor(options: StationOptions) {
    const { store, socket, station, build, timers, wall, newId, isVisible, log } = options;
    this.build = build;
    this.log = log;
    this.monotonic = () => timers.monotonic();
    this.awakeSince = this.monotonic();
    this.disk = new StationDisk({ store, log, wall, onPending: () => this.pendingChanged.tell() });
    this.recent = new RecentEvents(this.disk.tail);
    this.client = new SyncClient({
      socket,
      timers,
      newId,
      station,
      build,
      isVisible,
      ...(options.stationsInSight ? { stationsInSight: options.stationsInSight } : {}),
      screen: `station ${station}`,
      outbox: this.disk,
      onHubs: (hubs) => {
        this.disk.keepHubs(hubs);
        options.onHubs?.(hubs);
      },
      keeper: {
        kept: this.disk.kept,
        followed: (step) => this.followed(step),
        heard: () => this.news.tell(),
      },
      onProblem: (problem) => log.warn({ err: problem }, 'what the hub said could not be taken in'),
    });
    this.client.subscribe(() => this.lookAside());
    const note = (): void => {
      if (this.client.link().state === 'live') this.disk.heardAt(this.client.now());
      this.stopNoting = timers.after(NOTE_HEARD_MS, note);
    };
    note();
    const sleep = new SleepWatch(timers, wall);
    const look = (): void => {
      const sleptMs = sleep.look();
      if (sleptMs > 0) {
        this.client.slept(sleptMs);
        this.awakeSince = this.monotonic();
      }
      this.stopLooking = timers.after(LOOK_MS, look);
    };
    look();
  }

  async start(): Promise<void> {
    await this.client.start();
  }

  /** Nothing is lost: all of it is on the disk. */
  stop(): void {
    this.stopNoting?.();
    this.stopLooking?.();
    if (this.client.link().state === 'live') this.disk.heardAt(this.client.now());
    this.client.end();
  }

  /** What the line says of itself; null: connected. Who is not let in any more keeps no names. */
  lineTold(trouble: string | null): void {
    const isOut = trouble === 'unauthorized';
    if (isOut && !this.shutOut) this.client.forgetPeople();
    if (isOut || trouble === null) this.shutOut = isOut;
  }

  get siteId(): string {
    return this.client.siteId() ?? '';
  }

  get epoch(): Epoch {
    return this.client.epoch() ?? NO_EPOCH;
  }

  get speed(): number {
    return this.client.speed();
  }

  /** What the hub lets this station do, and its screens with it. */
  roles(): readonly Role[] {
    return this.client.roles();
  }

  /** What the hub calls this device, and with it what is pressed on its screens; null: it has not said since the start. */
  screenName(): string | null {
    return this.client.screenName();
  }

  state(): State {
    return this.client.confirmed();
  }

  config(): ConfigDocument {
    return this.client.config() ?? { version: 0, config: defaultConfig };
  }

  /** Hub time, whole ms; after a start without the hub an estimate by this device's clock. */
  now(): number {
    return Math.floor(this.client.now());
  }

  stationsDown(): readonly StationId[] {
    return this.client.stationsDown();
  }

  posLost(): PosLost | null {
    return this.client.posLost();
  }

  ageMs(): number {
    return this.client.link().ageMs ?? 0;
  }

  eventsAfter(after: number, limit: number): Event[] {
    return this.recent.after(after, limit);
  }

  onCommitted(listener: (committed: SourceCommit) => void): () => void {
    return this.committed.add(listener);
  }

  onPending(listener: () => void): () => void {
    return this.pendingChanged.add(listener);
  }

  onNews(listener: () => void): () => void {
    return this.news.add(listener);
  }

  /** True: this build may not follow that hub; its windows open the hub's own pages. */
  onAside(listener: (isAside: boolean) => void): () => void {
    return this.aside.add(listener);
  }

  /** What a screen of this device has shown, as it says so. */
  onReceipts(listener: (report: ReceiptReport) => void): () => void {
    return this.receipts.add(listener);
  }

  /** The hub that it follows does not speak to it, and that is no passing thing of a start or a sleep. */
  isCutOff(): boolean {
    const isReady = this.refusal() === null && !this.shutOut;
    const isSettled = this.monotonic() - this.awakeSince >= SETTLED_MS;
    return isReady && isSettled && this.client.link().state === 'lost';
  }

  isLive(): boolean {
    return this.client.link().state === 'live';
  }

  /** As the hub cut it for this station; all windows of it have its roles. */
  personal(ids: Iterable<PersonId>): PersonalBatch {
    const batch: PersonalBatch = {};
    for (const id of ids) batch[id] = this.client.personal(id);
    return batch;
  }

  pending(): PendingCommand[] {
    return this.disk.pending();
  }

  told(ids: readonly CommandId[]): void {
    this.disk.haveRead(ids);
  }

  refusal(): HelloRefusal | null {
    if (this.isAside()) return { ok: false, code: 'build', message: 'this screen wants an update' };
    if (this.client.epoch() !== null && this.client.config() !== null) return null;
    const code = this.shutOut ? 'unauthorized' : 'unavailable';
    return { ok: false, code, message: 'this station has not met its hub yet' };
  }

  isAside(): boolean {
    const { phase, trouble } = this.client.status();
    return phase === 'refused' && trouble === 'build';
  }

  async submit({ commandId, actor, claimedAt, command }: SourceRequest): Promise<SourceResult> {
    const station = actor.kind === 'screen' ? actor.station : null;
    const envelope = { id: CommandId.parse(commandId), claimedAt, station, command };
    if (command.type === 'receipt.report') {
      this.client.forwardReceipts(envelope);
      this.receipts.tell(command);
      return { ok: true, outcome: 'noop', seq: this.state().seq };
    }
    if (COMMAND_RULES[command.type].offline === 'queue') return this.queue(envelope);
    return resultOf(await this.client.forward(envelope), this.state().seq);
  }

  /** What ails the link or the disk, in sentences. Empty: nothing. */
  reasons(): string[] {
    return stationReasons({
      status: this.client.status(),
      link: this.client.link(),
      isShutOut: this.shutOut,
      waiting: this.client.pendingCount(),
      disk: this.disk.trouble(),
    });
  }

  private queue(envelope: CommandEnvelope): SourceResult {
    const known = this.disk.find(envelope.id);
    if (known?.settled) return resultOf(known.settled, this.state().seq);
    const queued = { ok: true, outcome: 'queued', seq: this.state().seq } as const;
    if (known) return queued;
    try {
      this.disk.keep({ siteId: this.siteId, envelope });
    } catch (error) {
      this.log.error({ err: error }, 'a press could not be kept');
      return { ok: false, code: 'unavailable', message: 'this device cannot keep a press now' };
    }
    void this.client.forward(envelope);
    return queued;
  }

  private followed(step: FollowedStep): void {
    const { state, config } = { state: this.state(), config: this.config() };
    const changesDisk = step.isReplaced || step.events.length > 0 || step.config !== null;
    if (changesDisk) {
      const followed = {
        siteId: this.siteId,
        epoch: this.epoch,
        roles: [...this.roles()],
        speed: this.speed,
      };
      this.disk.write(step, { followed, state, config, hubAt: this.now() });
    }
    this.tell(step, changesDisk);
    // After the events they came to: a window that heard of the outbox first would take itself for behind, and say hello for every press.
    if (changesDisk) this.disk.tellLeft();
  }

  private tell(step: FollowedStep, changesDisk: boolean): void {
    if (step.isReplaced) {
      this.recent.forget();
      this.news.tell();
      return;
    }
    this.recent.push(step.events);
    const { seq } = this.state();
    const from = step.events[0]?.seq ?? seq + 1;
    const { events, persons } = step;
    if (changesDisk || persons.length > 0)
      this.committed.tell({ from, to: seq, events, persons, config: step.config });
  }

  private lookAside(): void {
    const isAside = this.isAside();
    if (isAside === this.wasAside) return;
    this.wasAside = isAside;
    if (isAside) this.log.warn('the hub is of another build: update this screen');
    this.aside.tell(isAside);
  }
}
