import type { State } from '../model/state.ts';
import type { Command } from './command.ts';
import type { DecideContext, Decision } from './outcome.ts';

/** Every rule of SPEC.md. Pure: the same state, command and context give the same decision. */
export function decide(state: State, command: Command, ctx: DecideContext): Decision {
  throw new Error(`not yet: ${command.type} ${state.seq} ${ctx.now}`);
}
