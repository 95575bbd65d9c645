import type { ConfigChange } from '../../shared/config/configChange.ts';
import type { ConfigProblem } from '../../shared/config/configProblem.ts';
import type { ConfigNote, ConfigVersion } from '../../shared/config/configVersion.ts';
import type { PictureId } from '../../shared/config/floor.ts';
import type { HouseConfig } from '../../shared/config/houseConfig.ts';
import type { Command } from '../../shared/domain/commands/command.ts';
import type { RejectionCode } from '../../shared/domain/commands/outcome.ts';
import type { Actor, Role } from '../../shared/domain/events/actor.ts';
import type { Event } from '../../shared/domain/events/event.ts';
import type { State } from '../../shared/domain/model/state.ts';
import type { PersonId, TicketId } from '../../shared/lib/ids.ts';
import type { ConfigDocument, Epoch, PersonalBatch } from '../../shared/protocol/screenMessages.ts';
import type { HandedKey, StandbyCursor, StandbyPage } from '../../shared/protocol/standbyMessages.ts';
import type { Picture } from '../store/pictureKind.ts';
import type { GuestsPort } from './guests/guestsPort.ts';
import type { SeenStandbys } from './SeenStandbys.ts';

/** What the edges (POS, screens, HTTP) may ask of the hub. They never see the store. */
export interface HubPort {
  readonly siteId: string;
  readonly epoch: Epoch;
  readonly build: string;
  /** Hub milliseconds in one real one: 1, more in a demo. */
  readonly speed: number;
  /** The live state: what is committed, never a draft. */
  state(): State;
  config(): ConfigDocument;
  /** Hub time, epoch ms. */
  now(): number;
  health(): Health;
  /** Resolves after COMMIT and after the events were handed to every `onCommitted` listener: commit, broadcast, acknowledge. */
  submit(request: SubmitRequest): Promise<SubmitResult>;
  /** Events with `seq > after`, oldest first, at most `limit`. Recent ones come from memory. */
  eventsAfter(after: number, limit: number): Event[];
  /** Called synchronously after each COMMIT, in order. Returns the way to stop. */
  onCommitted(listener: (committed: Committed) => void): () => void;
  /** Personal fields cut to what these roles may see. */
  personal(ids: Iterable<PersonId>, viewer: Viewer): PersonalBatch;
  /** Keyed digest of a text (HMAC under the personal key): tells equality, not content. */
  digest(text: string): string;
  /** Random id for tickets, persons and the like. */
  newId(): string;
  readonly guests: GuestsPort;
  readonly tokens: TokensPort;
  readonly settings: SettingsPort;
  readonly feed: FeedPort;
  readonly standbys: StandbyPort;
  readonly fencing: FencingPort;
  readonly pictures: PicturesPort;
  /** How many messages that could not be handled are kept. */
  deadLetters(): number;
  /** Hub time of the last nightly backup; null: there was none. */
  lastBackup(): number | null;
  /** A message that could not be handled, sealed, kept 72 hours. `payload` has passed the card rule. */
  deadLetter(entry: { readonly entrance: string; readonly reason: string; readonly payload: unknown }): void;
}

export interface Health {
  readonly ok: boolean;
  /** Also filled while ok: a printer, screen or POS away is a reason listed, not a 503. */
  readonly reasons: readonly string[];
}

export type Viewer = { readonly kind: 'screen'; readonly roles: readonly Role[] } | { readonly kind: 'pos' };

export interface SubmitRequest {
  /** Unique per message; the same id again is answered from the first outcome. */
  readonly commandId: string;
  readonly actor: Actor;
  /** Hub time at which a person pressed; for programs, now. */
  readonly claimedAt: number;
  readonly command: Command;
  /** The POS's idempotency key: unique per source, event and target. */
  readonly key?: {
    readonly scope: string;
    readonly key: string;
    /** `hub.digest` of the canonical argument: the same key with another is `conflict`. */
    readonly argument: string;
  };
  /** Whose queue it waits in; more than 1,000 waiting answers `busy`. */
  readonly tokenId?: string;
}

export type SubmitResult =
  | {
      readonly ok: true;
      readonly outcome: 'applied' | 'noop' | 'duplicate' | 'stale';
      /** The log's number after it. */
      readonly seq: number;
      readonly ticket: TicketId | null;
    }
  | {
      readonly ok: false;
      readonly code: RejectionCode | 'unavailable' | 'internal' | 'busy';
      readonly message: string;
      readonly path?: string;
    };

export interface Committed {
  /** Log numbers of the first and last event. A commit of persons alone has none: `from` is then `to + 1`. */
  readonly from: number;
  readonly to: number;
  readonly events: readonly Event[];
  readonly state: State;
  /** Persons written in this commit. */
  readonly persons: readonly PersonId[];
  /** Set when this commit changed the configuration. */
  readonly config: ConfigDocument | null;
}

export type TokenScope = 'pos' | 'bookings' | 'screen' | 'station' | 'admin';

/** What a token is to be. */
export interface TokenTemplate {
  readonly name: string;
  readonly scope: TokenScope;
  readonly roles: readonly Role[];
  /** The only source it may name; null: any. */
  readonly source: string | null;
}

export interface TokenInfo extends TokenTemplate {
  readonly id: string;
  /** The machine's clock: tokens are made beside a running hub too. */
  readonly createdAt: number;
}

export interface TokensPort {
  /** Live tokens, oldest first. */
  list(): TokenInfo[];
  /** The secret is given this once. */
  create(template: TokenTemplate): { readonly secret: string; readonly info: TokenInfo };
  /** False when there is no live token with this id. It is dead on every connection within 1 s. */
  revoke(id: string): boolean;
  /** Reads the store at every call, so that a token works before the command that made it returns. null: unknown or revoked. */
  check(secret: string): TokenInfo | null;
  /** Exchanges a one-time code (10 minutes, once) for a fresh screen token. */
  redeemCode(code: string): { readonly secret: string; readonly info: TokenInfo } | null;
  /** A code for a QR: 10 minutes, one exchange. */
  issueCode(template: TokenTemplate): string;
  /** Called within 1 s of a revocation made by any process. */
  onRevoked(listener: (tokenId: string) => void): () => void;
}

/** The life of the configuration as /setup sees it; what is in force is `HubPort.config`. */
export interface SettingsPort {
  /** Versions below `before`, newest first, at most `limit`; null begins with the newest. */
  history(before: number | null, limit: number): PastConfig[];
  get(version: number): ConfigDocument | null;
  /**
   * The next version: `config` without its POS menus, which stay as they are. `conflict` when somebody else has made a version after
   * `base`; a POS that put its menu meanwhile is no conflict.
   */
  put(change: ConfigChangeRequest): Promise<ConfigPut>;
  /** What would be refused if `config` were put now. */
  problems(config: HouseConfig): ConfigProblem[];
  /** When a person finished /setup; null: pages from this device have every role. */
  setUpAt(): number | null;
  finish(): void;
}

export interface PastConfig extends ConfigVersion {
  /** Against the version before it; null where one of the two can no longer be read. */
  readonly changes: readonly ConfigChange[] | null;
}

export interface ConfigChangeRequest {
  readonly base: number;
  readonly config: HouseConfig;
  /** Who, for the history. */
  readonly by: string;
  readonly note: ConfigNote;
}

export type ConfigPut =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly code: 'conflict'; readonly version: number }
  | { readonly ok: false; readonly code: 'invalid'; readonly problems: readonly ConfigProblem[] }
  | { readonly ok: false; readonly code: 'unavailable' | 'internal'; readonly message: string };

/** A hub of a higher epoch, as one meets it. */
export interface NewerHub {
  readonly epoch: Epoch;
  /** Where it is reached, as far as is known. */
  readonly addresses: readonly string[];
  /** Up to which number its log is this one's; null: not known. */
  readonly common: number | null;
}

export interface FencingPort {
  /** Who took over from this hub, and when (wall clock); null: it is the hub. */
  by(): (NewerHub & { readonly at: number }) | null;
  /** A hub of its own site was met. If that is the newer one, nothing is decided here from now on. */
  meet(other: NewerHub): void;
  /** It has stopped deciding, or more is known of who took over. */
  onChange(listener: () => void): () => void;
}

/** What a standby holds, and what hubs of one site prove to each other. */
export interface StandbyPort {
  /** What a copy that ends at `cursor` lacks. */
  page(cursor: StandbyCursor, wantsPersons: boolean): StandbyPage;
  /** The key to guests' names, for the holder of this public key alone. */
  handKey(publicKey: string): HandedKey;
  /** Whether the device with this token is marked as a standby. */
  isMarked(tokenId: string): boolean;
  /** How the standbys that are connected, or were, stand. */
  readonly seen: SeenStandbys;
}

export interface FeedRestart {
  /** The number of its `feed.restarted`. */
  readonly seq: number;
  /** Up to here the log is as it was before. */
  readonly forkSeq: number;
  readonly reason: string;
}

export interface FeedPort {
  /** Sequence before the oldest feed message still kept; 0 while all is kept. */
  floor(): number;
  /** The token's one cursor: last acknowledged seq, 0 at first. */
  cursor(tokenId: string): number;
  /** Moves the cursor forward, never back, and never past the log. Durable when it returns; throws when the disk refuses. */
  ack(tokenId: string, seq: number): void;
  /** Remembers that this token ever resumed: its backlog is then kept. */
  resumed(tokenId: string): void;
  /** The last restore or promotion of this log; null: there was none. */
  restart(): FeedRestart | null;
  /** Up to which number an earlier epoch's (`n-id`) log equals this one; null: nothing is known of it. */
  commonWith(epoch: string): number | null;
  /** Whether this token has listened before the last restart and not since. */
  isOfBefore(tokenId: string): boolean;
  /** Last acknowledged seq of each live token that ever resumed, by its id. */
  acknowledged(): ReadonlyMap<string, number>;
}

/** Backgrounds of the floor plan. */
export interface PicturesPort {
  /** Durable when it returns; null: it is no JPEG, PNG or WebP. Throws when the disk refuses. */
  keep(bytes: Uint8Array): PictureId | null;
  /** null: there is none of that name. */
  read(id: PictureId): Picture | null;
}
