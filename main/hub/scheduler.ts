import type { Logger } from 'pino';
import type { HouseCommand } from '../../shared/domain/commands/command.ts';
import { type House, quietHouse } from '../../shared/domain/commands/dueChits.ts';
import type { State } from '../../shared/domain/model/state.ts';
import type { Core } from './core.ts';
import type { HubPort } from './port.ts';

/** A fire clock that runs out is on the glass within the eye's patience; the look itself costs well under a millisecond. */
const TICK_MS = 250;
/** When looking costs this much the house is huge: look once a second. */
const DEAR_LOOK_MS = 5;
const DEAR_TICK_MS = 1_000;
/** What could not be done, or came to nothing, is tried again, not hammered. */
const RETRY_MS = 60_000;

/** Submits what `due` says is due. It decides nothing and keeps nothing that a restart would need. */
export class Scheduler {
  private readonly hub: HubPort;
  private readonly due: Core['due'];
  private readonly log: Logger;
  private readonly house: House;
  private timer: NodeJS.Timeout | undefined;
  /** Command id to when it may be tried again. */
  private readonly resting = new Map<string, number>();

  constructor(hub: HubPort, due: Core['due'], log: Logger, house: House = quietHouse) {
    this.hub = hub;
    this.due = due;
    this.log = log;
    this.house = house;
  }

  start(): void {
    const startedAt = performance.now();
    this.tick();
    const isDear = performance.now() - startedAt > DEAR_LOOK_MS;
    this.timer = setTimeout(() => this.start(), isDear ? DEAR_TICK_MS : TICK_MS);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  tick(): void {
    const now = this.hub.now();
    for (const [id, until] of this.resting) if (until <= now) this.resting.delete(id);
    const state = this.hub.state();
    for (const command of this.commands(state, now)) this.submit(causeId(state, command), command, now);
  }

  private commands(state: State, now: number): HouseCommand[] {
    if (this.resting.has('due')) return [];
    try {
      return this.due(state, this.hub.config().config, now, this.house);
    } catch (error) {
      this.resting.set('due', now + RETRY_MS);
      this.log.error({ err: error }, 'timed work could not be found');
      this.hub.deadLetter({ entrance: 'due', reason: String(error), payload: { seq: state.seq } });
      return [];
    }
  }

  private submit(commandId: string, command: HouseCommand, now: number): void {
    if (this.resting.has(commandId)) return;
    // Until it is answered the state still says it is due.
    this.resting.set(commandId, now + RETRY_MS);
    this.hub
      .submit({ commandId, actor: { kind: 'house' }, claimedAt: now, command })
      .then((result) => {
        const isDone = result.ok && result.outcome === 'applied';
        if (isDone || (!result.ok && result.code === 'unavailable')) this.resting.delete(commandId);
        else this.log.warn({ commandId, result }, 'timed work came to nothing');
      })
      .catch((error: unknown) => this.log.error({ err: error, commandId }, 'timed work lost'));
  }
}

/**
 * The same cause gives the same id, also after a restart; a ticket that was changed, reopened or recalled since is another cause, so that its
 * second closing is not taken for the first.
 */
export function causeId(state: State, command: HouseCommand): string {
  switch (command.type) {
    case 'ticket.close':
      return `house:ticket.close:${command.ticket}:${turnOf(state, command.ticket)}`;
    case 'course.fireDue':
      return `house:course.fireDue:${command.ticket}:${command.course}:${command.dueAt}:${turnOf(state, command.ticket)}`;
    case 'table.resumeDue':
      return `house:table.resumeDue:${command.table}:${command.until}:${state.holds[command.table]?.since ?? 0}`;
    case 'chit.due':
      return `house:chit.due:${command.station}:${command.parts.map(({ ticket, version }) => `${ticket}@${version}`).join()}`;
    case 'day.roll':
      return `house:day.roll:${state.day}`;
    default:
      return `house:${command.type}:${state.seq}`;
  }
}

function turnOf(state: State, id: Parameters<State['tickets']['get']>[0]): string {
  const ticket = state.tickets.get(id);
  if (ticket === undefined) return 'gone';
  return `${Math.max(ticket.receivedSeq, ...Object.values(ticket.versions))}-${ticket.endedAt ?? 0}`;
}
