import type { ScreenCommand } from '../../domain/commands/command.ts';
import type { CommandId, StationId } from '../../lib/ids.ts';
import type { Settled } from '../../protocol/screenMessages.ts';
import type { SocketLike } from '../socketLike.ts';
import type { Timers } from '../timers.ts';
import type { SyncCore } from './core.ts';
import type { Keeper } from './keeper.ts';
import type { OutboxStore } from './outboxStore.ts';

export interface SyncClientOptions {
  readonly socket: SocketLike;
  readonly timers: Timers;
  /** Random, never used twice on any device. */
  readonly newId: () => string;
  /** As people call this device. */
  readonly screen: string;
  /** `expo` at the pass, null for screens of no station. */
  readonly station: StationId | null;
  readonly outbox: OutboxStore;
  /** False for a hidden tab or a sleeping screen: then it is no screen of its station, and gives no receipts. */
  readonly isVisible?: () => boolean;
  /** A station's: of which stations windows are in sight on its device. */
  readonly stationsInSight?: () => readonly StationId[];
  /** 16 to 50 ms, drawn by chance once a screen. */
  readonly receiptDelayMs?: number;
  /** The hub said where it, and who may take over from it, is found; `follow` lets this screen in there. Said again when it changes. */
  readonly onHubs?: (hubs: readonly string[], follow: string | null) => void;
  readonly build?: string;
  /** A station's. */
  readonly keeper?: Keeper;
  readonly core?: SyncCore;
  /** For the log: nothing a cook can act on. */
  readonly onProblem?: (problem: unknown) => void;
}

/** `refused`: another build, or another restaurant. A page stays there until it is loaded anew, a station asks each time it is connected. */
export type Phase = 'disconnected' | 'hello' | 'live' | 'refused';

export interface Status {
  readonly phase: Phase;
  /** Why the hub would not answer the last `hello`; null once it did. */
  readonly trouble: string | null;
  /** Rises each time the screen comes into step. */
  readonly session: number;
}

export interface Refusal {
  readonly commandId: CommandId;
  readonly command: ScreenCommand;
  readonly code: Extract<Settled, { state: 'refused' }>['code'];
  readonly message: string;
}

export interface Pressed {
  readonly commandId: CommandId;
  /** Never rejects. `queued` only from a station, which carries it on. */
  readonly result: Promise<Settled>;
}

export interface PreparedPress {
  readonly commandId: CommandId;
  /** Once. As `Pressed.result`. */
  readonly send: () => Promise<Settled>;
}

export type ReloadReason = 'build' | 'site';
