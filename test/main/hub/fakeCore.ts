import type { Core } from '../../../main/hub/core.ts';
import type { HouseConfig } from '../../../shared/config/houseConfig.ts';
import type { Command } from '../../../shared/domain/commands/command.ts';
import type { DecideContext, Decision } from '../../../shared/domain/commands/outcome.ts';
import { actorName } from '../../../shared/domain/events/actor.ts';
import { EVENT_VERSION, type Event, type EventBody } from '../../../shared/domain/events/event.ts';
import { type State, stateFromDocument } from '../../../shared/domain/model/state.ts';

/**
 * Rules small enough to see through, so that tests of the hub test the hub: a check is put (`check.put`, its external id telling what to do),
 * alerts and configurations come and go. The words an external id may start with are the plants.
 */
export const fakeCore: Core = {
  decide,
  reduce,
  reduceBatch: (state, events) => events.reduce(reduce, state),
  due: () => [],
};

function decide(state: State, command: Command, ctx: DecideContext): Decision {
  switch (command.type) {
    case 'check.put': {
      const { externalId } = command.check;
      if (externalId.startsWith('throw')) throw new Error(`planted for ${externalId}`);
      if (externalId.startsWith('refuse')) return { ok: false, code: 'not_found', message: 'planted' };
      if (externalId.startsWith('conflict')) return { ok: false, code: 'conflict', message: 'planted' };
      const body: EventBody = { type: 'check.put', check: { ...command.check, day: state.day } };
      // Neither of these may ever be written: a body that does not parse, a body that reduce throws on.
      if (externalId.startsWith('unreadable')) body.check.at = Number.NaN;
      return applied(state, ctx, [body]);
    }
    case 'alert.raise':
      if (state.alerts[command.alert.code] !== undefined) return noop(state);
      return applied(state, ctx, [{ type: 'alert', alert: { ...command.alert, at: ctx.now } }]);
    case 'alert.clear':
      if (state.alerts[command.code] === undefined) return noop(state);
      return applied(state, ctx, [{ type: 'alert.cleared', code: command.code }]);
    case 'config.put':
      return withConfig(
        applied(state, ctx, [{ type: 'config.changed', version: command.version }]),
        command.config,
      );
    default:
      throw new Error(`the fake core does not know ${command.type}`);
  }
}

const withConfig = (decision: Decision, config: HouseConfig): Decision =>
  decision.ok ? { ...decision, config } : decision;

const noop = (state: State): Decision => ({
  ok: true,
  outcome: 'noop',
  events: [],
  personal: [],
  state,
  ticket: null,
});

/** Bodies as the events they become after `state`. */
export function applied(state: State, ctx: DecideContext, bodies: readonly EventBody[]): Decision {
  const events = bodies.map(
    (body, index): Event => ({
      seq: state.seq + 1 + index,
      id: `${ctx.epochN}-${state.seq + 1 + index}`,
      at: ctx.now,
      v: EVENT_VERSION,
      by: actorName(ctx.actor),
      cmd: ctx.commandId,
      ...body,
    }),
  );
  return { ok: true, outcome: 'applied', events, personal: [], state, ticket: null };
}

function reduce(before: State, event: Event): State {
  const state: State = { ...before, seq: event.seq, at: event.at };
  switch (event.type) {
    case 'day.opened':
      return { ...stateFromDocument(event.state), seq: event.seq, at: event.at, day: event.day };
    case 'config.changed':
      return { ...state, configVersion: event.version };
    case 'alert':
      return { ...state, alerts: { ...state.alerts, [event.alert.code]: event.alert } };
    case 'alert.cleared':
      return {
        ...state,
        alerts: Object.fromEntries(Object.entries(state.alerts).filter(([code]) => code !== event.code)),
      };
    case 'check.put':
      if (event.check.externalId.startsWith('irreducible')) throw new Error('planted in reduce');
      return { ...state, checks: state.checks.with(event.check.externalId, event.check) };
    case 'ticket.received':
    case 'ticket.reopened':
      return { ...state, tickets: state.tickets.with(event.record.id, event.record) };
    case 'ticket.closed':
      return { ...state, tickets: state.tickets.without(event.ticket) };
    default:
      throw new Error(`the fake core does not know ${event.type}`);
  }
}
