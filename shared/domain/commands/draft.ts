import type { HouseConfig } from '../../config/houseConfig.ts';
import type { PersonId, TicketId } from '../../lib/ids.ts';
import { actorName } from '../events/actor.ts';
import { EVENT_VERSION, type Event, type EventBody } from '../events/event.ts';
import type { Party } from '../model/party.ts';
import type { PersonFields } from '../model/put.ts';
import type { State } from '../model/state.ts';
import type { Ticket } from '../model/ticket.ts';
import { reduce } from '../reducer/reduce.ts';
import { ticketOf } from '../reducer/tables.ts';
import type { DecideContext, Decision, PersonalWrite, RejectionCode } from './outcome.ts';

/**
 * What a command has decided so far. Each event is reduced at once, so the next rule already sees it; log numbers are the real ones,
 * because one writer numbers one log.
 */
export class Draft {
  readonly ctx: DecideContext;
  readonly events: Event[] = [];
  readonly personal: PersonalWrite[] = [];
  state: State;
  /** Set by a decision about the configuration itself. */
  newConfig: HouseConfig | null = null;

  constructor(state: State, ctx: DecideContext) {
    this.state = state;
    this.ctx = ctx;
  }

  get now(): number {
    return Math.max(this.ctx.now, this.state.at);
  }

  get nextSeq(): number {
    return this.state.seq + 1;
  }

  emit(body: EventBody): void {
    const seq = this.nextSeq;
    const event: Event = {
      seq,
      id: `${this.ctx.epochN}-${seq}`,
      at: this.now,
      v: EVENT_VERSION,
      by: actorName(this.ctx.actor),
      cmd: this.ctx.commandId,
      ...this.refOf(body),
      ...body,
    };
    this.state = reduce(this.state, event);
    this.events.push(event);
  }

  /** Every ticket that an event so far has changed, givers of moves among them. */
  touched(): Set<TicketId> {
    return new Set(
      this.events.flatMap((event): TicketId[] => {
        if (event.type === 'ticket.received' || event.type === 'ticket.reopened') return [event.record.id];
        const others = 'tickets' in event ? event.tickets.map(({ id }) => id) : [];
        return 'ticket' in event ? [event.ticket, ...others] : others;
      }),
    );
  }

  ticket(id: TicketId): Ticket {
    return ticketOf(this.state, id);
  }

  person(personId: PersonId, fields: PersonFields): void {
    this.personal.push({ personId, fields });
  }

  /** A new version of the configuration, whole. */
  configure(config: HouseConfig): void {
    this.newConfig = config;
    this.emit({ type: 'config.changed', version: this.state.configVersion + 1 });
  }

  done(ticket: TicketId | null): Decision {
    const { events, personal, state, newConfig: config } = this;
    const outcome = events.length > 0 ? 'applied' : 'noop';
    return { ok: true, outcome, events, personal, state, ticket, ...(config ? { config } : {}) };
  }

  private refOf(body: EventBody): { ref?: { source: string; id: string } } {
    const named =
      'record' in body && 'externalId' in body.record && 'source' in body.record ? body.record : null;
    const of = named ?? ('ticket' in body ? this.state.tickets.get(body.ticket) : this.partyOf(body));
    return of ? { ref: { source: of.source, id: of.externalId } } : {};
  }

  private partyOf(body: EventBody): Party | undefined {
    return 'party' in body ? this.state.parties.get(body.party) : undefined;
  }
}

/** Thrown inside a decision to end it with a refusal; `decide` turns it into a value. Nothing of the draft remains. */
export class Refusal extends Error {
  readonly code: RejectionCode;
  readonly path: string | undefined;

  constructor(code: RejectionCode, message: string, path?: string) {
    super(message);
    this.code = code;
    this.path = path;
  }
}

export function refuse(code: RejectionCode, message: string, path?: string): never {
  throw new Refusal(code, message, path);
}

export function settledAs(
  draft: Draft,
  outcome: 'noop' | 'duplicate' | 'stale',
  ticket: TicketId | null,
): Decision {
  return { ok: true, outcome, events: [], personal: [], state: draft.state, ticket };
}
