import type { CommandEnvelope } from '../../domain/commands/command.ts';
import { COMMAND_RULES } from '../../domain/commands/commandRules.ts';
import type { Event } from '../../domain/events/event.ts';
import { CommandId } from '../../lib/ids.ts';
import { type PendingCommand, Settled } from '../../protocol/screenMessages.ts';
import type { Follower } from './follower.ts';
import type { Refusal, SyncClientOptions } from './options.ts';
import { Outbox } from './outbox.ts';

/** A server repeats refusals in every `pending`; a person is told once. This many are remembered. */
const TOLD_REFUSALS = 200;
/** A hub that cannot take what was pressed while it was away is asked again at this pace. */
const POSTPONED_MS = 5_000;

export interface PressesDeps {
  readonly options: SyncClientOptions;
  readonly follower: Follower;
  readonly onRefused: (refusal: Refusal) => void;
  /** What is shown may differ now. */
  readonly onChanged: () => void;
}

/** Presses of this screen, and those its station still carries: sent in order, answered once, told when refused. */
export class Presses {
  private readonly deps: PressesDeps;
  private readonly outbox: Outbox;
  private readonly expiries = new Map<CommandId, () => void>();
  private readonly told = new Set<string>();
  private theirs: readonly PendingCommand[] = [];
  private isLoaded = false;
  private stopWaiting: (() => void) | null = null;

  constructor(deps: PressesDeps) {
    this.deps = deps;
    this.outbox = new Outbox(deps.options.outbox, (problem) => deps.options.onProblem?.(problem));
  }

  async load(): Promise<void> {
    await this.outbox.load();
    this.isLoaded = true;
    if (this.deps.follower.isLive) this.live();
    this.deps.onChanged();
  }

  end(): void {
    this.stopWaiting?.();
    for (const stop of this.expiries.values()) stop();
    this.expiries.clear();
  }

  /** Also what a station passes on for its screens: then it has stored it before. */
  press(envelope: CommandEnvelope): Promise<Settled> {
    const { follower, options, onChanged } = this.deps;
    const { offline, maxAgeMs } = COMMAND_RULES[envelope.command.type];
    const isHeard = follower.isLive && follower.watch.link().state !== 'lost';
    if (follower.siteId === null || (offline === 'refuse' && !isHeard)) {
      const settled = refused('unavailable', 'the hub does not hear this screen');
      this.tell(envelope, settled);
      return Promise.resolve(settled);
    }
    const entry = { siteId: follower.siteId, envelope };
    const adding = { isStored: offline === 'queue', isFromAway: !isHeard, onShown: onChanged };
    const result = this.outbox.add(entry, adding);
    if (offline === 'refuse') {
      // After its time it must not be carried out any more, so it is given up and never sent again.
      const expire = () => this.settle(envelope.id, refused('too_late', 'no answer from the hub in time'));
      this.expiries.set(envelope.id, options.timers.after(maxAgeMs, expire));
    }
    this.flush();
    onChanged();
    return result;
  }

  /** Sends once and keeps nothing: for what is only true now. */
  sendUnkept(envelope: CommandEnvelope): boolean {
    const { follower, options } = this.deps;
    if (!follower.isLive) return false;
    options.socket.send('command', { envelope });
    return true;
  }

  /** In step again. Presses made for another restaurant mean nothing here. */
  live(): void {
    const { siteId } = this.deps.follower;
    for (const entry of this.outbox.entries()) {
      if (entry.siteId !== siteId)
        this.settle(entry.envelope.id, refused('not_found', 'pressed for another hub'));
    }
    this.sendAgain();
  }

  /** The confirmed events answer a press as well as an ack does, and they come also when the ack was lost with its connection. */
  applied(events: readonly Event[]): void {
    if (this.outbox.size === 0) return;
    for (const { cmd, seq } of events) {
      if (this.outbox.has(cmd))
        this.settle(CommandId.parse(cmd), { state: 'decided', outcome: 'applied', seq });
    }
    this.outbox.reached(this.deps.follower.replica.state.seq);
  }

  replaced(): void {
    this.outbox.reached(Number.POSITIVE_INFINITY);
  }

  pending(pending: readonly PendingCommand[]): void {
    this.theirs = pending;
    for (const { envelope, settled } of pending)
      if (settled && this.isOurs(envelope)) this.tell(envelope, settled);
  }

  /** What the overlay draws: the station's first, because they were pressed first. */
  shown(): CommandEnvelope[] {
    // Asked at every change, and most of the time nobody has pressed.
    if (this.theirs.length === 0 && this.outbox.size === 0) return [];
    return [...this.theirsWaiting(), ...this.outbox.shown()];
  }

  /** Presses of this station, or of this page while it was away, that the hub has refused and nobody has read. */
  refused(): PendingCommand[] {
    const theirs = this.theirs.filter(
      ({ envelope, settled }) => settled?.state === 'refused' && this.isOurs(envelope),
    );
    // A station that died before it answered has such a press, and so has the page that sent it again.
    const ids = new Set(theirs.map(({ envelope }) => envelope.id));
    return [...theirs, ...this.outbox.left().filter(({ envelope }) => !ids.has(envelope.id))];
  }

  /** A device may show several stations: each is told of its own. */
  private isOurs({ station }: CommandEnvelope): boolean {
    return station === undefined || station === this.deps.options.station;
  }

  /** A person has read why. */
  read(ids: readonly CommandId[]): void {
    const { follower, options, onChanged } = this.deps;
    this.outbox.forget(ids);
    onChanged();
    if (follower.isLive && ids.length > 0) options.socket.send('told', { ids });
  }

  /** Presses the hub has not answered. */
  count(): number {
    return this.outbox.size + this.theirsWaiting().length;
  }

  private theirsWaiting(): CommandEnvelope[] {
    const isWaiting = ({ settled, envelope }: PendingCommand): boolean =>
      (settled === null || settled.state === 'queued') && !this.outbox.has(envelope.id);
    return this.theirs.filter(isWaiting).map(({ envelope }) => envelope);
  }

  private flush(): void {
    const { follower, options } = this.deps;
    if (!this.isLoaded || !follower.isLive) return;
    for (const { envelope } of this.outbox.takeUnsent(follower.connection)) {
      options.socket.send('command', { envelope }, (answer) => this.answered(envelope.id, answer));
    }
  }

  private answered(id: CommandId, answer: unknown): void {
    const settled = Settled.safeParse(answer);
    const isNotNow = settled.data?.state === 'refused' && settled.data.code === 'unavailable';
    if (isNotNow && this.outbox.postpone(id)) this.sendLater();
    else if (settled.success) this.settle(id, settled.data);
    else this.deps.options.onProblem?.(settled.error);
    this.flush();
  }

  private sendLater(): void {
    this.stopWaiting ??= this.deps.options.timers.after(POSTPONED_MS, () => this.sendAgain());
  }

  private sendAgain(): void {
    this.stopWaiting?.();
    this.stopWaiting = null;
    this.outbox.release();
    this.flush();
  }

  private settle(id: CommandId, settled: Settled): void {
    const { replica } = this.deps.follower;
    if (settled.state === 'decided') {
      for (const late of this.outbox.overtake(id))
        this.settle(late, refused('unavailable', 'the hub could not take it in its turn'));
    }
    const entry = this.outbox.settle(id, settled, replica.state.seq);
    this.expiries.get(id)?.();
    this.expiries.delete(id);
    if (!entry) return;
    this.tell(entry.envelope, settled);
    this.deps.onChanged();
  }

  private tell({ id, command }: CommandEnvelope, settled: Settled): void {
    if (settled.state !== 'refused' || this.told.has(id)) return;
    this.told.add(id);
    const [oldest] = this.told;
    if (this.told.size > TOLD_REFUSALS && oldest !== undefined) this.told.delete(oldest);
    this.deps.onRefused({ commandId: id, command, code: settled.code, message: settled.message });
  }
}

function refused(code: Refusal['code'], message: string): Settled {
  return { state: 'refused', code, message };
}
