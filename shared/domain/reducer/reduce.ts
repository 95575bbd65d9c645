import type { Event } from '../events/event.ts';
import type { State } from '../model/state.ts';

/** Holds no rule and never throws on a known event; throws a broken invariant on a body it cannot place. */
export function reduce(state: State, event: Event): State {
  throw new Error(`not yet: ${event.type} ${state.seq}`);
}
