import type { CommandEnvelope, ScreenCommand } from '../../domain/commands/command.ts';
import type { Role } from '../../domain/events/actor.ts';
import type { PersonFields } from '../../domain/model/put.ts';
import type { State } from '../../domain/model/state.ts';
import { CommandId, type PersonId, type StationId, type TicketId } from '../../lib/ids.ts';
import type {
  ConfigDocument,
  Epoch,
  PendingCommand,
  PosLost,
  Settled,
} from '../../protocol/screenMessages.ts';
import { domainCore } from './core.ts';
import { Follower } from './follower.ts';
import type { Link } from './linkWatch.ts';
import type { PreparedPress, Pressed, Refusal, ReloadReason, Status, SyncClientOptions } from './options.ts';
import { overlay } from './overlay.ts';
import { Presses } from './presses.ts';
import { type ReceiptKind, Receipts } from './receipts.ts';

/** A frame or two. */
const RECEIPT_DELAY_MS = 32;

/**
 * One screen's end of the line. It follows the hub's log without gaps, lays presses over it until the hub has answered them, and knows how
 * old what it shows is. It decides nothing and reads no wall clock.
 */
export class SyncClient {
  private readonly options: SyncClientOptions;
  private readonly follower: Follower;
  private readonly presses: Presses;
  private readonly receipts: Receipts | null;
  private readonly listeners = new Set<() => void>();
  private readonly refusalListeners = new Set<(refusal: Refusal) => void>();
  private readonly reloadListeners = new Set<(reason: ReloadReason) => void>();
  private cached: State | null = null;

  constructor(options: SyncClientOptions) {
    this.options = options;
    this.follower = new Follower(options, {
      linked: () => this.receipts?.reset(),
      applied: (events) => {
        this.presses.applied(events);
        this.receipts?.applied(events);
      },
      replaced: () => this.presses.replaced(),
      pending: (pending) => this.presses.pending(pending),
      live: () => {
        this.presses.live();
        this.changed();
      },
      inStep: () => {
        if (this.isVisible()) this.receipts?.lookAgain();
      },
      changed: () => this.changed(),
      reload: (reason) => {
        for (const listener of [...this.reloadListeners]) listener(reason);
      },
    });
    this.presses = new Presses({
      options,
      follower: this.follower,
      onRefused: (refusal) => {
        for (const listener of [...this.refusalListeners]) listener(refusal);
      },
      onChanged: () => this.changed(),
    });
    this.receipts = options.station === null ? null : this.receiptsOf(options.station);
  }

  /** Speaks to the hub as soon as there is a connection. Resolves when what an earlier page left in the outbox is read. */
  async start(): Promise<void> {
    this.follower.start();
    await this.presses.load();
  }

  /** The screen closes. Nothing is lost: the outbox is where it is. */
  end(): void {
    this.presses.end();
    this.receipts?.reset();
    this.follower.end();
  }

  /** Called after anything a screen may show has changed. Returns the way to stop, as the two below do. */
  subscribe(listener: () => void): () => void {
    return added(this.listeners, listener);
  }

  onRefused(listener: (refusal: Refusal) => void): () => void {
    return added(this.refusalListeners, listener);
  }

  /** This page is of another build than its hub, or the hub is another restaurant's: reload when no finger is down. */
  onReload(listener: (reason: ReloadReason) => void): () => void {
    return added(this.reloadListeners, listener);
  }

  /**
   * What to show: the confirmed state, and the same object, unless presses are under way. Its `seq` is always the hub's: what a press made
   * on it sends as `seen`.
   */
  view(): State {
    this.cached ??= this.overlaid();
    return this.cached;
  }

  /** What the hub has said, without presses. */
  confirmed(): State {
    return this.follower.replica.state;
  }

  config(): ConfigDocument | null {
    return this.follower.replica.config;
  }

  epoch(): Epoch | null {
    return this.follower.replica.epoch;
  }

  personal(id: PersonId): Partial<PersonFields> | null {
    return this.follower.replica.person(id);
  }

  /** The hub does not let this station in any more. */
  forgetPeople(): void {
    this.follower.forgetPeople();
  }

  /** Rises with every change of a person. */
  personalVersion(): number {
    return this.follower.replica.peopleVersion;
  }

  link(): Link {
    return this.follower.watch.link();
  }

  /** Time may have passed unnoticed: a page was hidden, a device slept. Tells if the link is another than was told. */
  lookAtLink(): void {
    this.follower.watch.look();
  }

  /** This device was asleep for so long, and its monotonic clock with it. */
  slept(ms: number): void {
    this.follower.slept(ms);
  }

  status(): Status {
    return this.follower.status;
  }

  /** Presses the hub has not answered, this screen's and its station's. */
  pendingCount(): number {
    return this.presses.count();
  }

  /** Hub time, epoch ms; 0 before the first word from a hub. Never runs backwards. */
  now(): number {
    return this.follower.clock.now();
  }

  /** Of the hub's last hello. */
  /** As people called it; null: no hub has said yet. */
  screenName(): string | null {
    return this.follower.screenName;
  }

  roles(): readonly Role[] {
    return this.follower.roles;
  }

  /** Open stations that no screen answers for. */
  stationsDown(): readonly StationId[] {
    return this.follower.stationsDown;
  }

  /** null: a POS is there, or nobody knows of one. */
  posLost(): PosLost | null {
    return this.follower.posLost;
  }

  siteId(): string | null {
    return this.follower.siteId;
  }

  /** Hub milliseconds in one real one. */
  speed(): number {
    return this.follower.clock.speed;
  }

  /** Presses of this station, or of this page while it was away, that were not done, with why, until a person has read it. */
  notDone(): PendingCommand[] {
    return this.presses.refused();
  }

  haveRead(ids: readonly CommandId[]): void {
    this.presses.read(ids);
  }

  /** A press of a station's screen, with its own id. Never rejects. */
  forward(envelope: CommandEnvelope): Promise<Settled> {
    return this.presses.press(envelope);
  }

  /** Testimony of a station's screen. What the line swallows is told again while it still stands. */
  forwardReceipts(envelope: CommandEnvelope): void {
    const { command } = envelope;
    if (command.type !== 'receipt.report') return;
    if (command.station === this.options.station) {
      for (const ref of command.listed) this.receipts?.claim('listed', ref);
      for (const ref of command.painted) this.receipts?.claim('painted', ref);
    }
    this.presses.sendUnkept(envelope);
  }

  press(command: ScreenCommand): Pressed {
    const { commandId, send } = this.prepare(command);
    return { commandId, result: send() };
  }

  /** A press as it is made now, to be sent in a moment: its id and its time are those of the finger. */
  prepare(command: ScreenCommand): PreparedPress {
    const envelope = this.envelope(command);
    return { commandId: envelope.id, send: () => this.presses.press(envelope) };
  }

  /**
   * Testimony of a visible screen's glass, after the frame: `version` as the shown record has it for this station. Saying it again costs
   * nothing, and once is enough: what a broken line swallowed is told again while it still stands.
   */
  reportListed(ticket: TicketId, version: number): void {
    this.report('listed', ticket, version);
  }

  reportPainted(ticket: TicketId, version: number): void {
    this.report('painted', ticket, version);
  }

  private report(kind: ReceiptKind, ticket: TicketId, version: number): void {
    if (this.isVisible()) this.receipts?.report(kind, ticket, version);
  }

  private isVisible(): boolean {
    return this.options.isVisible?.() ?? true;
  }

  private receiptsOf(station: StationId): Receipts {
    return new Receipts({
      station,
      timers: this.options.timers,
      delayMs: this.options.receiptDelayMs ?? RECEIPT_DELAY_MS,
      confirmed: () => this.confirmed(),
      send: (listed, painted) => {
        const envelope = this.envelope({ type: 'receipt.report', station, listed, painted });
        return this.presses.sendUnkept(envelope) ? envelope.id : null;
      },
    });
  }

  private envelope(command: ScreenCommand): CommandEnvelope {
    return { id: CommandId.parse(this.options.newId()), claimedAt: Math.round(this.now()), command };
  }

  private overlaid(): State {
    const { state, config, epoch } = this.follower.replica;
    const commands = this.presses.shown();
    if (commands.length === 0 || config === null || epoch === null) return state;
    const { screen, station, core, onProblem } = this.options;
    return overlay(state, commands, {
      core: core ?? domainCore,
      actor: {
        kind: 'screen',
        roles: [...this.follower.roles],
        station,
        screen: this.follower.screenName ?? screen,
      },
      config,
      epoch,
      onProblem: (problem) => onProblem?.(problem),
    });
  }

  private changed(): void {
    this.cached = null;
    for (const listener of [...this.listeners]) listener();
  }
}

function added<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
