import type { HouseConfig } from '../../shared/config/houseConfig.ts';
import type { Command } from '../../shared/domain/commands/command.ts';
import { decide } from '../../shared/domain/commands/decide.ts';
import type { Actor } from '../../shared/domain/events/actor.ts';
import type { Event } from '../../shared/domain/events/event.ts';
import type { PersonFields } from '../../shared/domain/model/put.ts';
import { emptyState, type State } from '../../shared/domain/model/state.ts';
import type { Ticket } from '../../shared/domain/model/ticket.ts';
import { reduce } from '../../shared/domain/reducer/reduce.ts';
import { BUILD } from '../../shared/lib/build.ts';
import type { PersonId } from '../../shared/lib/ids.ts';
import type { ConfigDocument, Epoch, PersonalBatch, PosLost } from '../../shared/protocol/screenMessages.ts';
import type {
  ScreenViewer,
  SourceCommit,
  SourceRequest,
  SourceResult,
  SyncSource,
} from '../../shared/sync/server/source.ts';
import type { Timers } from '../../shared/sync/timers.ts';
import { EVENING, putContent, type SaidTicket, twoStations } from './house.ts';

/** The real rules over a log in memory: what a `SyncServer` needs of a hub, with the hub's order of commit, broadcast, acknowledge. */
export class MemoryHub implements SyncSource {
  readonly siteId: string;
  epoch: Epoch = { n: 1, id: 'a' };
  build = BUILD;
  speed = 1;
  /** What its own link to the POS says. */
  pos: PosLost | null = null;
  /** Commands that reached `decide`, by id: twice would be once too often. */
  readonly decided = new Map<string, number>();
  private readonly timers: Timers;
  private current: State = emptyState;
  private document: ConfigDocument;
  private log: Event[] = [];
  private answers = new Map<string, SourceResult>();
  private readonly people = new Map<PersonId, PersonFields>();
  private readonly listeners = new Set<(committed: SourceCommit) => void>();
  private made = 0;

  constructor(timers: Timers, siteId = 'site', config: HouseConfig = twoStations) {
    this.timers = timers;
    this.siteId = siteId;
    this.document = { version: 0, config };
    this.house({ type: 'day.roll' });
  }

  state(): State {
    return this.current;
  }

  posLost(): PosLost | null {
    return this.pos;
  }

  config(): ConfigDocument {
    return this.document;
  }

  now(): number {
    return EVENING + this.timers.monotonic() * this.speed;
  }

  eventsAfter(after: number, limit: number): Event[] {
    return this.log.slice(after, after + limit);
  }

  onCommitted(listener: (committed: SourceCommit) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Kitchen screens get a name and nothing else, as the hub's own cut has it. */
  personal(ids: Iterable<PersonId>, viewer: ScreenViewer): PersonalBatch {
    const batch: PersonalBatch = {};
    for (const id of ids) {
      const fields = this.people.get(id);
      const isHost = viewer.roles.includes('host');
      batch[id] = fields ? (isHost ? fields : { name: fields.name }) : null;
    }
    return batch;
  }

  submit(request: SourceRequest): Promise<SourceResult> {
    const known = this.answers.get(request.commandId);
    if (known) return Promise.resolve(known);
    this.decided.set(request.commandId, (this.decided.get(request.commandId) ?? 0) + 1);
    const answer = this.run(request.command, request.actor, request.commandId, request.claimedAt);
    this.answers.set(request.commandId, answer);
    return Promise.resolve(answer);
  }

  put(said: SaidTicket): SourceResult {
    return this.run({ type: 'ticket.put', content: putContent(said) }, { kind: 'pos', token: 'POS' });
  }

  house(command: Command): SourceResult {
    return this.run(command, { kind: 'house' });
  }

  forget(id: PersonId): void {
    this.people.delete(id);
    this.tell({ from: this.current.seq + 1, to: this.current.seq, events: [], persons: [id], config: null });
  }

  configure(config: HouseConfig): void {
    this.document = { version: this.document.version + 1, config };
    this.run(
      { type: 'config.put', ...this.document },
      { kind: 'house' },
      undefined,
      undefined,
      this.document,
    );
  }

  ticket(externalId: string): Ticket {
    const found = [...this.current.tickets.values()].find((ticket) => ticket.externalId === externalId);
    if (!found) throw new Error(`no ticket ${externalId}`);
    return found;
  }

  /** A backup of log number `seq` is put back: what came after it is gone, dedupe rows included. */
  restore(seq: number, keepsEpoch = false): void {
    this.log = this.log.slice(0, seq);
    this.current = this.log.reduce(reduce, emptyState);
    const commands = new Set(this.log.map(({ cmd }) => cmd));
    this.answers = new Map([...this.answers].filter(([id]) => commands.has(id)));
    this.decided.clear();
    if (!keepsEpoch) this.epoch = { n: this.epoch.n + 1, id: `${this.epoch.id}a` };
  }

  private run(
    command: Command,
    actor: Actor,
    commandId = this.newId('house'),
    claimedAt = this.now(),
    config: ConfigDocument | null = null,
  ): SourceResult {
    const decision = decide(this.current, command, {
      now: this.now(),
      actor,
      commandId,
      claimedAt,
      config: this.document.config,
      newId: () => this.newId('id'),
      epochN: this.epoch.n,
      closed: () => null,
    });
    if (!decision.ok) return decision;
    const from = this.current.seq + 1;
    this.log.push(...decision.events);
    this.current = decision.state;
    for (const { personId, fields } of decision.personal) this.people.set(personId, fields);
    const persons = decision.personal.map(({ personId }) => personId);
    if (decision.events.length > 0) {
      this.tell({ from, to: this.current.seq, events: decision.events, persons, config });
    }
    return { ok: true, outcome: decision.outcome, seq: this.current.seq };
  }

  private tell(committed: SourceCommit): void {
    for (const listener of this.listeners) listener(committed);
  }

  private newId(kind: string): string {
    this.made += 1;
    return `${kind}-${this.epoch.n}-${this.made}-of-${this.siteId}`;
  }
}
