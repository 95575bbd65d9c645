import type { Logger } from 'pino';
import type { HouseConfig } from '../../shared/config/houseConfig.ts';
import type { ChitCommand } from '../../shared/domain/commands/chits.ts';
import type { Command } from '../../shared/domain/commands/command.ts';
import { decide } from '../../shared/domain/commands/decide.ts';
import { dueChits, quietHouse } from '../../shared/domain/commands/dueChits.ts';
import type { Chit } from '../../shared/domain/model/chit.ts';
import type { State } from '../../shared/domain/model/state.ts';
import type { ChitId, StationId, TicketId } from '../../shared/lib/ids.ts';
import type { Timers } from '../../shared/sync/timers.ts';
import type { OwnPaperTable } from '../store/ownPaperTable.ts';
import { Listeners } from './Listeners.ts';
import { isSettled, ownHouse, ownState } from './ownState.ts';
import type { ReceiptReport } from './Station.ts';

const LOOK_MS = 250;
/** Beyond what a hub prints in a day: who calls out "I have 9004" says by that that the station printed it. */
const FIRST_NUMBER = 9_001;
/** So long a chit blocks its version from being printed again, and its number from another chit. */
const KEEP_MS = 24 * 3_600_000;

/** The station, as far as its paper is concerned. `Station` fits. */
export interface CutOffSide {
  state(): State;
  config(): { readonly config: HouseConfig };
  readonly epoch: { readonly n: number };
  readonly speed: number;
  now(): number;
  /** Not merely silent for the moment. */
  isCutOff(): boolean;
  /** The hub speaks to it. */
  isLive(): boolean;
}

export interface OwnPaperDeps {
  readonly station: StationId;
  readonly side: CutOffSide;
  readonly table: OwnPaperTable;
  /** Puts the report of a chit where nothing is lost; false: not now. The same chit twice is one report. */
  readonly report: (chit: Chit) => Promise<boolean>;
  readonly newId: () => string;
  readonly timers: Timers;
  readonly log: Logger;
}

/**
 * What a station with a printer of its own prints while it is cut off: fired food that none of its screens has listed within its seconds, by
 * the hub's own rules over its replica. A `PrintQueue` brings it to the printer. The hub is told of what came out, or may have; whatever else
 * waits is the hub's again as soon as that speaks.
 */
export class OwnPaper {
  private readonly deps: OwnPaperDeps;
  private readonly changed = new Listeners<void>();
  private readonly chits = new Map<ChitId, Chit>();
  private readonly unreported = new Set<ChitId>();
  private readonly listed: Map<TicketId, number>;
  private isListedKept = true;
  private made: { readonly base: State; readonly state: State } | null = null;
  private own: { readonly base: HouseConfig; readonly config: HouseConfig } | null = null;
  private stopTimer: (() => void) | null = null;

  constructor(deps: OwnPaperDeps) {
    this.deps = deps;
    for (const { chit, isReported } of deps.table.chits()) {
      this.chits.set(chit.id, chit);
      if (!isReported) this.unreported.add(chit.id);
    }
    this.listed = deps.table.listed();
  }

  /** The queue has said of every chit that it found half sent that it is unknown. */
  start(): void {
    this.look();
    this.stopTimer = this.deps.timers.after(LOOK_MS, () => this.start());
  }

  stop(): void {
    this.stopTimer?.();
  }

  /** The replica with what its screens and its printer did since it was cut off. */
  state(): State {
    const base = this.deps.side.state();
    if (this.made?.base !== base) this.made = { base, state: this.stateOver(base) };
    return this.made.state;
  }

  /** The house as this device sees it: one station and one printer. */
  config(): HouseConfig {
    const { config: base } = this.deps.side.config();
    if (this.own?.base !== base) this.own = { base, config: ownHouse(base, this.deps.station) };
    return this.own.config;
  }

  onCommitted(listener: () => void): () => void {
    return this.changed.add(listener);
  }

  /** What the queue says of a chit, and what is due. It is on the disk when this answers true. */
  async submit(command: ChitCommand): Promise<boolean> {
    // Not a byte has gone, and the hub speaks again: it prints what is still owed.
    if (command.type === 'chit.send' && !this.deps.side.isCutOff()) return false;
    return this.decided(command);
  }

  /** A window of this device has shown it. Until the replica says so too, because the line may break on the way there or back. */
  sawReceipts({ station, listed }: ReceiptReport): void {
    if (station !== this.deps.station) return;
    for (const { ticket, version } of listed) this.listed.set(ticket, version);
    this.isListedKept = false;
    this.made = null;
  }

  /** Chits that wait for the printer, and what keeps it. */
  waiting(): { readonly count: number; readonly trouble: string | null } {
    const queued = [...this.chits.values()].filter(({ state }) => state === 'queued');
    return { count: queued.length, trouble: queued.find(({ trouble }) => trouble !== null)?.trouble ?? null };
  }

  private look(): void {
    try {
      if (this.deps.side.isCutOff() && this.config().printers.length > 0) this.printDue();
      else if (this.deps.side.isLive()) this.handBack();
      this.report();
      this.forgetOld();
    } catch (error) {
      this.deps.log.error({ err: error }, 'the paper of this station could not be looked after');
    }
  }

  private printDue(): void {
    this.keepListed();
    const { side } = this.deps;
    const house = { ...quietHouse, speed: side.speed };
    for (const command of dueChits(this.state(), this.config(), side.now(), house)) this.decided(command);
  }

  /** The hub speaks again: what waits here is its to print. */
  private handBack(): void {
    const waits = [...this.chits.values()].filter(({ state }) => state === 'queued' || state === 'missed');
    for (const { id } of waits) this.forget(id);
    if (waits.length > 0) this.tell();
    this.forgetListed();
  }

  /** On the disk only once it is cut off: before, the hub has it within a moment. */
  private keepListed(): void {
    if (this.isListedKept) return;
    for (const [ticket, version] of this.listed) this.deps.table.list(ticket, version);
    this.isListedKept = true;
  }

  /** What the hub has taken, or what has passed meanwhile. */
  private forgetListed(): void {
    const { side, station, table } = this.deps;
    const { tickets } = side.state();
    for (const [id, version] of this.listed) {
      const ticket = tickets.get(id);
      const receipt = ticket?.receipts[station];
      const isTaken = receipt?.version === version && receipt.listedAt !== null;
      if (ticket?.versions[station] === version && !isTaken) continue;
      this.listed.delete(id);
      table.forgetListed(id);
      this.made = null;
    }
  }

  private report(): void {
    for (const id of [...this.unreported]) {
      const chit = this.chits.get(id);
      if (chit === undefined || !isSettled(chit)) continue;
      this.unreported.delete(id);
      this.deps
        .report(chit)
        .then((isTaken) => {
          if (isTaken) this.deps.table.reported(id);
          else this.unreported.add(id);
        })
        .catch((error: unknown) =>
          this.deps.log.error({ err: error, chit: chit.number }, 'a chit was not reported'),
        );
    }
  }

  private forgetOld(): void {
    const { side } = this.deps;
    const oldest = side.now() - KEEP_MS * side.speed;
    for (const { id, queuedAt } of this.chits.values())
      if (queuedAt < oldest && !this.unreported.has(id)) this.forget(id);
  }

  private decided(command: Command): boolean {
    const { side, newId, log } = this.deps;
    const before = this.state();
    const now = side.now();
    const decision = decide(before, command, {
      now,
      speed: side.speed,
      actor: { kind: 'house' },
      commandId: `station:${command.type}`,
      claimedAt: now,
      config: this.config(),
      newId,
      epochN: side.epoch.n,
      closed: () => null,
    });
    if (!decision.ok || decision.outcome !== 'applied') return false;
    const after = Object.values(decision.state.chits).filter((chit) => before.chits[chit.id] !== chit);
    try {
      for (const chit of after) this.keep(chit);
    } catch (error) {
      log.error({ err: error, command: command.type }, 'the disk of this station does not take a chit');
      return false;
    }
    this.made = null;
    this.tell();
    return true;
  }

  /** A chit that is not wanted any more leaves no trace: its food may be wanted again. */
  private keep(chit: Chit): void {
    if (chit.state === 'dropped') {
      this.forget(chit.id);
      return;
    }
    const isNew = !this.chits.has(chit.id);
    const own = isNew ? { ...chit, number: this.nextNumber(), isByStation: true } : chit;
    this.deps.table.put(own);
    this.chits.set(own.id, own);
    if (isNew) this.unreported.add(own.id);
  }

  private forget(id: ChitId): void {
    this.deps.table.remove(id);
    this.chits.delete(id);
    this.unreported.delete(id);
    this.made = null;
  }

  private nextNumber(): number {
    return [...this.chits.values()].reduce((next, { number }) => Math.max(next, number + 1), FIRST_NUMBER);
  }

  private stateOver(base: State): State {
    return ownState(base, this.deps.station, { chits: [...this.chits.values()], listed: this.listed });
  }

  private tell(): void {
    this.changed.tell();
  }
}
