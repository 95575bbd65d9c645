import type { ScreenCommand } from '../../../shared/domain/commands/command.ts';
import type { State } from '../../../shared/domain/model/state.ts';
import type { ConfigDocument } from '../../../shared/protocol/screenMessages.ts';

/** What a screen knows when a cook looks at it. */
export interface Glass {
  readonly state: State;
  readonly config: ConfigDocument['config'];
  /** Hub time. */
  readonly now: number;
}

/** A press, and the name under which it is not made twice while it is under way. */
export interface Press {
  readonly what: string;
  readonly command: ScreenCommand;
}

/** Whoever stands at a screen: looks, and presses what is ripe. */
export interface Hand {
  look(glass: Glass): Press[];
  /** The hub did not take it. */
  refused(press: Press, now: number): void;
}

export const SECOND_MS = 1_000;
/** A press that was refused is thought over. */
export const RETHINK_MS = 20 * SECOND_MS;
