import type { HouseConfig } from '../../shared/config/houseConfig.ts';
import type { DownStation } from '../../shared/config/neighbour.ts';
import type { ScreenCommand } from '../../shared/domain/commands/command.ts';
import type { PersonFields } from '../../shared/domain/model/put.ts';
import type { Alert, State } from '../../shared/domain/model/state.ts';
import type { Board } from '../../shared/domain/selectors/boardView.ts';
import type { AwayLine } from '../../shared/domain/selectors/whileAway.ts';
import type { CommandId, PersonId, StationId, TicketId } from '../../shared/lib/ids.ts';
import type { PosLost, Settled } from '../../shared/protocol/screenMessages.ts';

export type LinkState = 'live' | 'late' | 'lost';

/** What of the world changes under a screen. The same object until something did. */
export interface ScreenPicture {
  /** False until the first snapshot: an empty board would be a lie. */
  readonly isLoaded: boolean;
  /** Log number of the picture, with which presses are sent. */
  readonly seq: number;
  readonly config: HouseConfig;
  readonly link: LinkState;
  /** What a person must know, by code. */
  readonly alerts: Readonly<Record<string, Alert>>;
  /** Presses that wait to be sent. */
  readonly pending: number;
  /** Pressed at this station, or on this page while it was away, and not carried out: listed until somebody has read why. */
  readonly notDone: readonly NotDone[];
  /** What happened while nobody could see it here, until somebody has read it. */
  readonly away: AwayNews | null;
  /** Open stations that no screen answers for, with who shows their tickets. The same list while it is the same. */
  readonly down: readonly DownStation[];
  /** No POS is at the hub. The same object while it says the same. */
  readonly pos: PosLost | null;
}

/** Instants in hub time. */
export interface AwayNews {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly AwayLine[];
}

export type BoardPlace =
  | { readonly kind: 'station'; readonly station: StationId }
  | { readonly kind: 'expo' };

/** The ticket that RECALL brings back, and the command that does it. */
export interface LastBumped {
  readonly ticket: TicketId;
  readonly title: string;
  readonly portions: Extract<ScreenCommand, { type: 'item.recall' }>['portions'];
}

/** A press that was not done and that this page did not send: of the page before a reload, or of another screen of the station. */
export interface RefusedPress {
  readonly ticket: TicketId | null;
  readonly title: string | null;
  readonly code: Extract<Settled, { state: 'refused' }>['code'];
}

export interface NotDone extends RefusedPress {
  readonly id: CommandId;
  readonly command: ScreenCommand;
  /** Hub time of the press. */
  readonly at: number;
}

/** All that the screens know of the hub. Behind it stands `renderer/sync`, or a fixture. */
export interface ScreenPort {
  subscribe(listener: () => void): () => void;
  get(): ScreenPicture;
  /** Hub time in ms. */
  now(): number;
  /** Hub milliseconds in a real one: a demo hub's kitchen runs faster. */
  speed(): number;
  /** Since the last beat. */
  ageMs(): number;
  board(place: BoardPlace): Board;
  lastBumped(station: StationId): LastBumped | null;
  /** What a list or a sheet draws beside the board: a selector over the state on the glass. */
  look<T>(by: (state: State, config: HouseConfig, now: number) => T): T;
  /** Returns the way to stop. */
  onRefused(listener: (refused: RefusedPress) => void): () => void;
  /** A person has read them. */
  readNotDone(ids: readonly CommandId[]): void;
  /** WHILE YOU WERE AWAY is read. */
  closeAway(): void;
  /** Why there is no picture or no newer one: `unauthorized`, `build`, `site`, or what the network says. null: nothing is wrong. */
  trouble(): string | null;
  press(command: ScreenCommand): Promise<Settled>;
  /** A press of this moment, and the way to send it a little later. */
  prepare(command: ScreenCommand): () => Promise<Settled>;
  personal(id: PersonId): Partial<PersonFields> | null;
  reportListed(ticket: TicketId, version: number): void;
  reportPainted(ticket: TicketId, version: number): void;
}
