import type { ScreenCommand } from '../../domain/commands/command.ts';
import type { RejectionCode } from '../../domain/commands/outcome.ts';
import type { Actor, Role } from '../../domain/events/actor.ts';
import type { Event } from '../../domain/events/event.ts';
import type { State } from '../../domain/model/state.ts';
import type { CommandId, PersonId, StationId } from '../../lib/ids.ts';
import type {
  ConfigDocument,
  Epoch,
  HelloAnswer,
  PendingCommand,
  PersonalBatch,
  PosLost,
} from '../../protocol/screenMessages.ts';

/** What a `SyncServer` stands on: a hub as it is (`HubPort` fits), or a station's replica with its outbox. */
export interface SyncSource {
  readonly siteId: string;
  readonly epoch: Epoch;
  readonly build: string;
  /** Hub milliseconds in one real one; absent: 1. */
  readonly speed?: number;
  state(): State;
  config(): ConfigDocument;
  now(): number;
  submit(request: SourceRequest): Promise<SourceResult>;
  /** Events with `seq > after`, oldest first, at most `limit`. */
  eventsAfter(after: number, limit: number): Event[];
  /** Called synchronously after each commit, in order. Returns the way to stop. */
  onCommitted(listener: (committed: SourceCommit) => void): () => void;
  personal(ids: Iterable<PersonId>, viewer: ScreenViewer): PersonalBatch;
  /** Only a station has commands of its own that wait. */
  pending?(): PendingCommand[];
  onPending?(listener: () => void): () => void;
  /** Refusals among `pending` that a person has read. */
  told?(ids: readonly CommandId[]): void;
  /** Only a station has a hub that may be away: how long ago it spoke. */
  ageMs?(): number;
  /** Only a station is told by its hub which stations are down; a hub sees for itself. */
  stationsDown?(): readonly StationId[];
  /** Only a station is told by its hub; a hub sees for itself. */
  posLost?(): PosLost | null;
  /** The hub spoke just now, or another state took the place of the one before: screens are told at once. */
  onNews?(listener: () => void): () => void;
  /** Why no screen is served now; null: it is. */
  refusal?(): HelloRefusal | null;
  /** Where a screen finds its hub: this one first, then who may take over from it. */
  hubs?(): readonly string[];
  /** Lets the page of this token in where its cookie does not go: at another hub of the site. */
  follow?(tokenId: string): string;
  /** A screen of this site has followed this epoch last. */
  met?(epoch: Epoch): void;
}

export type HelloRefusal = Extract<HelloAnswer, { ok: false }>;

export interface ScreenViewer {
  readonly kind: 'screen';
  readonly roles: readonly Role[];
}

export interface SourceRequest {
  readonly commandId: string;
  readonly actor: Actor;
  readonly claimedAt: number;
  readonly command: ScreenCommand;
  readonly tokenId?: string;
}

export type SourceResult =
  | {
      readonly ok: true;
      readonly outcome: 'applied' | 'noop' | 'duplicate' | 'stale' | 'queued';
      readonly seq: number;
    }
  | {
      readonly ok: false;
      readonly code: RejectionCode | 'unavailable' | 'internal' | 'busy';
      readonly message: string;
    };

export interface SourceCommit {
  readonly from: number;
  readonly to: number;
  readonly events: readonly Event[];
  readonly persons: readonly PersonId[];
  readonly config: ConfigDocument | null;
}
