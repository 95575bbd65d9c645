import type { CommandEnvelope } from '../../domain/commands/command.ts';
import type { Actor } from '../../domain/events/actor.ts';
import type { State } from '../../domain/model/state.ts';
import type { ConfigDocument, Epoch } from '../../protocol/screenMessages.ts';
import type { SyncCore } from './core.ts';

export interface OverlayContext {
  readonly core: SyncCore;
  readonly actor: Actor;
  readonly config: ConfigDocument;
  readonly epoch: Epoch;
  readonly onProblem: (problem: unknown) => void;
}

/**
 * What the glass shows while presses are under way: the confirmed state with the same rules run over it. It is thrown away, never
 * corrected. A command this screen would refuse is left out and still goes to the hub, which alone decides.
 *
 * The result keeps the confirmed log number: a press made on it says with `seen` what the hub had said, and never a number that another
 * event will get.
 */
export function overlay(confirmed: State, commands: readonly CommandEnvelope[], ctx: OverlayContext): State {
  let state = confirmed;
  for (const envelope of commands) state = shown(state, envelope, ctx);
  return state === confirmed ? confirmed : { ...state, seq: confirmed.seq, at: confirmed.at };
}

function shown(state: State, envelope: CommandEnvelope, ctx: OverlayContext): State {
  const { id, claimedAt, command } = envelope;
  let made = 0;
  try {
    const decision = ctx.core.decide(state, command, {
      now: claimedAt,
      actor: actorOf(envelope, ctx.actor),
      commandId: id,
      claimedAt,
      config: ctx.config.config,
      newId: () => {
        made += 1;
        return `${id}-${made}`;
      },
      epochN: ctx.epoch.n,
      closed: () => null,
    });
    return decision.ok ? decision.state : state;
  } catch (problem) {
    // A guess that breaks must not take the board down: the press shows when the hub has decided it.
    ctx.onProblem(problem);
    return state;
  }
}

/** A station's presses come from several of its screens. */
function actorOf({ station }: CommandEnvelope, actor: Actor): Actor {
  return station === undefined || actor.kind !== 'screen' ? actor : { ...actor, station };
}
