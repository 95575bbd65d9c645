import type { Role } from '../../domain/events/actor.ts';
import type { Event } from '../../domain/events/event.ts';
import type { State } from '../../domain/model/state.ts';
import type { PersonId } from '../../lib/ids.ts';
import type { ConfigDocument, Epoch } from '../../protocol/screenMessages.ts';

/** What a station knew when it last ran. */
export interface KeptReplica {
  readonly siteId: string;
  readonly epoch: Epoch;
  readonly state: State;
  readonly config: ConfigDocument;
  readonly roles: readonly Role[];
  readonly speed: number;
  /** Hub time now, as far as this device's own clock can tell. */
  readonly now: number;
  /** How long ago the hub spoke, by the same clock. */
  readonly ageMs: number;
}

/** How the replica moved on: by events, by people or configuration without any, or all of it was replaced. */
export interface FollowedStep {
  readonly isReplaced: boolean;
  readonly events: readonly Event[];
  readonly persons: readonly PersonId[];
  /** Set when it is another than before. */
  readonly config: ConfigDocument | null;
}

/** A station stands behind its client: it keeps what the client follows, and shows it on. */
export interface Keeper {
  readonly kept: KeptReplica | null;
  /** In the same turn of the event loop as the step itself, after what the step decided has left the outbox. */
  followed(step: FollowedStep): void;
  /** The hub spoke, and the replica has all it said. */
  heard(): void;
}
