import type { Logger } from 'pino';
import type { Event } from '../../shared/domain/events/event.ts';
import type { State } from '../../shared/domain/model/state.ts';
import type { PersonId } from '../../shared/lib/ids.ts';
import type { ConfigDocument, Epoch, PersonalBatch } from '../../shared/protocol/screenMessages.ts';
import type { HelloRefusal } from '../../shared/sync/server/source.ts';
import { isWriteFailure } from '../store/database.ts';
import { randomOf } from '../store/randomPool.ts';
import type { Store } from '../store/Store.ts';
import { Alerts } from './alerts.ts';
import { CommitPace } from './commitPace.ts';
import { ConfigSettings } from './configSettings.ts';
import type { Core } from './core.ts';
import type { DiskGuard } from './diskGuard.ts';
import type { Fencing } from './Fencing.ts';
import { Feed } from './feed.ts';
import { followTicket } from './followTicket.ts';
import { type Batch, commitBatch, MAX_BATCH } from './groupCommit.ts';
import { GuestDesk } from './guests/GuestDesk.ts';
import type { GuestKeeper } from './guests/GuestKeeper.ts';
import type { HubClock } from './hubClock.ts';
import type { Standing } from './judge.ts';
import { picturesPort } from './pictures.ts';
import { Poison } from './poison.ts';
import type {
  Committed,
  FeedPort,
  Health,
  HubPort,
  PicturesPort,
  SettingsPort,
  StandbyPort,
  SubmitRequest,
  SubmitResult,
  Viewer,
} from './port.ts';
import { RecentEvents } from './recentEvents.ts';
import type { SnapshotWriter } from './snapshotWriter.ts';
import { standbyPort } from './standbys.ts';
import { type HouseNote, SubmitQueue } from './submitQueue.ts';
import { Tokens } from './tokens.ts';
import { cutFor } from './viewerCut.ts';

export interface HubParts {
  readonly store: Store;
  readonly core: Core;
  readonly clock: HubClock;
  readonly disk: DiskGuard;
  readonly fencing: Fencing;
  readonly snapshots: SnapshotWriter;
  readonly keeper: GuestKeeper;
  readonly log: Logger;
  readonly build: string;
  readonly standing: Standing;
  /** Why this run only reads; null for a usual one. */
  readonly readOnly: string | null;
  /** Ends the process: what listeners were to be told is stored, so only a new start makes them whole. */
  readonly fatal: (error: unknown) => void;
  readonly observe?: ObserveBatch | undefined;
}

/** `ms`: from the first decision to the end of the commit. */
export type ObserveBatch = (answered: Batch['answered'], ms: number) => void;

/** The one that decides. Order for every batch: COMMIT, take over the draft, tell the listeners, answer. */
export class Hub implements HubPort {
  readonly siteId: string;
  readonly epoch: Epoch;
  readonly build: string;
  readonly speed: number;
  readonly guests: GuestDesk;
  readonly tokens: Tokens;
  readonly feed: FeedPort;
  readonly settings: SettingsPort;
  readonly standbys: StandbyPort;
  readonly fencing: Fencing;
  readonly pictures: PicturesPort;
  readonly alerts: Alerts;
  readonly poison: Poison;
  private readonly parts: HubParts;
  private readonly queue = new SubmitQueue();
  private readonly pace = new CommitPace();
  private readonly recent: RecentEvents;
  private readonly listeners = new Set<(committed: Committed) => void>();
  private standing: Standing;
  private isDrainPlanned = false;
  private closed: string | null = null;

  constructor(parts: HubParts) {
    const { store, clock, log } = parts;
    this.parts = parts;
    this.siteId = store.siteId;
    this.epoch = store.epoch;
    this.build = parts.build;
    this.speed = clock.speed;
    this.standing = parts.standing;
    this.recent = new RecentEvents(store.events);
    this.tokens = new Tokens(store.tokens, store.codes, log);
    this.feed = new Feed({
      cursors: store.cursors,
      log: store.events,
      lineage: store.lineage,
      now: () => clock.now(),
    });
    this.settings = new ConfigSettings(store.config, {
      config: () => this.standing.config,
      state: () => this.standing.state,
      now: () => clock.now(),
      newId,
      submit: (request) => this.submit(request),
    });
    this.alerts = new Alerts({
      state: () => this.standing.state,
      now: () => clock.now(),
      submit: (request) => this.submit(request),
    });
    this.poison = new Poison(store, this.alerts, log);
    this.standbys = standbyPort(store, () => this.standing.config.config.standbys);
    this.fencing = parts.fencing;
    this.pictures = picturesPort(store, {
      config: () => this.standing.config.config,
      now: () => clock.now(),
    });
    this.guests = new GuestDesk({
      store,
      keeper: parts.keeper,
      state: () => this.standing.state,
      config: () => this.standing.config.config,
      now: () => clock.now(),
      told: (persons) => this.tellPersons(persons),
      log,
    });
  }

  state(): State {
    return this.standing.state;
  }

  config(): ConfigDocument {
    return this.standing.config;
  }

  now(): number {
    return this.parts.clock.now();
  }

  health(): Health {
    const refusing = this.refusing();
    const alerts = Object.values(this.standing.state.alerts).map(
      ({ code, message }) => `${code}: ${message}`,
    );
    return { ok: refusing === null, reasons: refusing === null ? alerts : [refusing, ...alerts] };
  }

  /** A hub that was replaced serves no screen: whoever asks goes on to the new one. */
  refusal(): HelloRefusal | null {
    const message = this.fencing.reason();
    return message === null
      ? null
      : { ok: false, code: 'fenced', message, hubs: [...(this.fencing.by()?.addresses ?? [])] };
  }

  hubs(): readonly string[] {
    return this.standbys.seen.addresses();
  }

  follow(tokenId: string): string {
    return followTicket(tokenId, (text) => this.digest(text));
  }

  met(epoch: Epoch): void {
    this.fencing.meet({ epoch, addresses: [], common: null });
  }

  submit(request: SubmitRequest, note: HouseNote = {}): Promise<SubmitResult> {
    const refusing = this.refusing();
    if (refusing !== null) return Promise.resolve({ ok: false, code: 'unavailable', message: refusing });
    if (this.queue.isBusy(request.tokenId)) {
      return Promise.resolve({ ok: false, code: 'busy', message: '1000 messages of this token are waiting' });
    }
    return new Promise((answer) => {
      this.queue.push({ request, note, answer });
      this.pace.came(performance.now());
      this.planDrain();
    });
  }

  eventsAfter(after: number, limit: number): Event[] {
    return this.recent.after(after, limit);
  }

  onCommitted(listener: (committed: Committed) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  personal(ids: Iterable<PersonId>, viewer: Viewer): PersonalBatch {
    const batch: PersonalBatch = {};
    for (const id of ids) {
      const fields = this.parts.store.personal.get(id);
      batch[id] =
        fields === null ? null : cutFor(viewer, fields, () => this.parts.keeper.regular(id, fields));
    }
    return batch;
  }

  digest(text: string): string {
    return this.parts.store.sealing.digest(text);
  }

  newId(): string {
    return newId();
  }

  deadLetters(): number {
    return this.parts.store.deadLetters.count();
  }

  lastBackup(): number | null {
    return this.parts.store.backups.last()?.at ?? null;
  }

  deadLetter(entry: { readonly entrance: string; readonly reason: string; readonly payload: unknown }): void {
    this.poison.bury(entry, this.now());
  }

  /** Everything waiting is decided, then nothing is taken any more. */
  finish(): void {
    while (this.queue.length > 0 && this.closed === null) this.drain();
    this.closed ??= 'the hub is stopping';
    this.tokens.stop();
  }

  /** Decides one batch of what waits, now. */
  drain(): void {
    const refusing = this.refusing();
    if (refusing !== null) {
      for (const { answer } of this.queue.take(this.queue.length)) {
        answer({ ok: false, code: 'unavailable', message: refusing });
      }
      return;
    }
    const { store, core, log, clock, keeper: guests } = this.parts;
    const startedAt = performance.now();
    this.pace.began(startedAt);
    const batch = commitBatch(
      { store, core, now: () => clock.now(), newId, guests, speed: this.speed },
      this.standing,
      this.queue,
    );
    this.parts.observe?.(batch.answered, performance.now() - startedAt);
    if (batch.failure !== null) {
      log.error({ err: batch.failure, commands: batch.answered.length }, 'nothing of a batch was stored');
      if (isWriteFailure(batch.failure)) this.parts.disk.failed();
    } else if (!this.publish(batch)) return;
    for (const { waiting, result } of batch.answered) waiting.answer(result);
    for (const poisoned of batch.poisoned) this.poison.take(poisoned, clock.now());
    if (this.queue.length > 0) this.planDrain();
  }

  /** False when a listener threw: then what is stored and what was told differ, and this process must end without a word more. */
  private publish(batch: Batch): boolean {
    const { state, config } = batch.standing;
    const isNewConfig = config !== this.standing.config;
    this.standing = batch.standing;
    if (batch.events.length === 0 && batch.persons.length === 0) return true;
    this.recent.push(batch.events);
    if (batch.events.some(({ type }) => type === 'day.opened')) this.parts.clock.takeOver();
    const committed: Committed = {
      from: state.seq - batch.events.length + 1,
      to: state.seq,
      events: batch.events,
      state,
      persons: batch.persons,
      config: isNewConfig ? config : null,
    };
    if (!this.tell(committed)) return false;
    this.parts.snapshots.afterCommit(state.seq, () => this.standing.state);
    return true;
  }

  /** What is known of people changed beside the log. */
  private tellPersons(persons: readonly PersonId[]): void {
    const { state } = this.standing;
    if (persons.length > 0 && this.closed === null)
      this.tell({ from: state.seq + 1, to: state.seq, events: [], state, persons, config: null });
  }

  private tell(committed: Committed): boolean {
    try {
      for (const listener of this.listeners) listener(committed);
      return true;
    } catch (error) {
      this.closed = 'the hub has met a fault of its own and starts again';
      this.parts.fatal(error);
      return false;
    }
  }

  private refusing(): string | null {
    return this.closed ?? this.fencing.reason() ?? this.parts.readOnly ?? this.parts.disk.reason();
  }

  /** A turn of the event loop later: all that arrived with this turn's packets shares the commit. In a rush a few milliseconds later. */
  private planDrain(): void {
    if (this.isDrainPlanned) return;
    this.isDrainPlanned = true;
    const drain = () => {
      this.isDrainPlanned = false;
      if (this.queue.length > 0) this.drain();
    };
    const wait = this.queue.length < MAX_BATCH ? this.pace.wait(performance.now()) : 0;
    if (wait > 0) setTimeout(drain, wait);
    else setImmediate(drain);
  }
}

const ID_CLOCK_BYTES = 6;
const ID_RANDOM_BYTES = 6;

/**
 * Safe in URLs and file names. It begins with the time (48 bits of ms), so that rows made one after the other lie beside each other in the
 * file: wholly random ones made every commit write a page for each row. 48 random bits tell apart what one millisecond makes.
 */
export function newId(): string {
  const clock = Buffer.allocUnsafe(ID_CLOCK_BYTES);
  clock.writeUIntBE(Date.now(), 0, ID_CLOCK_BYTES);
  return clock.toString('base64url') + randomOf(ID_RANDOM_BYTES).toString('base64url');
}
