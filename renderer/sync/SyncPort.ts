import { defaultConfig, type HouseConfig } from '../../shared/config/houseConfig.ts';
import { type DownStation, downStations } from '../../shared/config/neighbour.ts';
import type { ScreenCommand } from '../../shared/domain/commands/command.ts';
import type { PersonFields } from '../../shared/domain/model/put.ts';
import type { State } from '../../shared/domain/model/state.ts';
import { titleOf } from '../../shared/domain/model/ticket.ts';
import type { Board } from '../../shared/domain/selectors/boardView.ts';
import { expoBoard, stationBoard } from '../../shared/domain/selectors/stationBoard.ts';
import { type CommandId, type PersonId, type StationId, TicketId } from '../../shared/lib/ids.ts';
import type { PendingCommand, Settled } from '../../shared/protocol/screenMessages.ts';
import type { Refusal } from '../../shared/sync/client/options.ts';
import type { SyncClient } from '../../shared/sync/client/syncClient.ts';
import type {
  BoardPlace,
  LastBumped,
  NotDone,
  RefusedPress,
  ScreenPicture,
  ScreenPort,
} from '../app/screenPort.ts';
import { AwayBook } from './AwayBook.ts';
import type { AwayNotes } from './awayNotes.ts';
import { lastBumpedOf } from './lastBumped.ts';

export interface PortSight {
  /** Whose food this screen shows: a station's, `all` at the pass; null: a page without a board. */
  readonly place: StationId | 'all' | null;
  /** Somebody could see it. */
  readonly isVisible: () => boolean;
  readonly awayNotes: AwayNotes;
}

/** The screens' port over the line to the hub. Tells of every change at once; who draws gathers a frame's worth. */
export class SyncPort implements ScreenPort {
  private readonly client: SyncClient;
  private readonly sight: PortSight;
  private readonly listeners = new Set<() => void>();
  private picture: ScreenPicture | null = null;
  /** The same array while it lists the same presses. */
  private notDone: readonly NotDone[] = [];
  private unreachable: string | null = null;
  private readonly away: AwayBook;
  private downOf: {
    readonly stations: readonly StationId[];
    readonly config: HouseConfig;
    readonly list: readonly DownStation[];
  } | null = null;
  /** Presses of this page under way: who pressed is told at the tile, by the press's own answer. */
  private readonly own = new Set<string>();
  /** A press may be refused before its id is known here. */
  private isPressing = false;
  private readonly untold: RefusedPress[] = [];
  private readonly refusalListeners = new Set<(refused: RefusedPress) => void>();

  constructor(client: SyncClient, sight: PortSight) {
    this.client = client;
    this.sight = sight;
    this.away = new AwayBook(sight.awayNotes);
    client.subscribe(() => this.changed());
    client.onRefused((refusal) => this.refused(refusal));
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  get(): ScreenPicture {
    this.picture ??= this.drawn();
    return this.picture;
  }

  now(): number {
    return this.client.now();
  }

  speed(): number {
    return this.client.speed();
  }

  /** 0 before the first beat: then nothing is on the glass whose age could be told. */
  ageMs(): number {
    return this.client.link().ageMs ?? 0;
  }

  board(place: BoardPlace): Board {
    const { config } = this.get();
    const view = this.client.view();
    return place.kind === 'expo'
      ? expoBoard(view, config, this.now())
      : stationBoard(view, place.station, config, this.now(), this.covered(place.station));
  }

  lastBumped(station: StationId): LastBumped | null {
    return lastBumpedOf(this.client.view(), station);
  }

  look<T>(by: (state: State, config: HouseConfig, now: number) => T): T {
    return by(this.client.view(), this.get().config, this.now());
  }

  /** What was refused before any screen stood is told to the first that listens. */
  onRefused(listener: (refused: RefusedPress) => void): () => void {
    this.refusalListeners.add(listener);
    for (const refused of this.untold.splice(0)) listener(refused);
    return () => this.refusalListeners.delete(listener);
  }

  press(command: ScreenCommand): Promise<Settled> {
    return this.prepare(command)();
  }

  prepare(command: ScreenCommand): () => Promise<Settled> {
    const { commandId, send } = this.client.prepare(command);
    return () => {
      this.isPressing = true;
      const result = send();
      this.isPressing = false;
      this.own.add(commandId);
      return result.finally(() => this.own.delete(commandId));
    };
  }

  readNotDone(ids: readonly CommandId[]): void {
    this.client.haveRead(ids);
  }

  personal(id: PersonId): Partial<PersonFields> | null {
    return this.client.personal(id);
  }

  reportListed(ticket: TicketId, version: number): void {
    this.client.reportListed(ticket, version);
  }

  reportPainted(ticket: TicketId, version: number): void {
    this.client.reportPainted(ticket, version);
  }

  closeAway(): void {
    this.away.close();
    this.changed();
  }

  /** Once a second, and when the page comes or goes: the link may have changed without a word, and time has passed. */
  lookAround(): void {
    this.client.lookAtLink();
    if (this.lookAway()) this.changed();
  }

  trouble(): string | null {
    return this.unreachable ?? this.client.status().trouble;
  }

  /** What the transport says of itself. */
  setUnreachable(message: string | null): void {
    if (message === this.unreachable) return;
    this.unreachable = message;
    this.changed();
  }

  private refused({ commandId, command, code }: Refusal): void {
    if (this.isPressing || this.own.has(commandId)) return;
    const { ticket, title } = this.about(command);
    if (this.refusalListeners.size === 0) this.untold.push({ ticket, title, code });
    for (const listener of [...this.refusalListeners]) listener({ ticket, title, code });
  }

  private about(command: ScreenCommand): Pick<RefusedPress, 'ticket' | 'title'> {
    const ticket = 'ticket' in command ? (TicketId.safeParse(command.ticket).data ?? null) : null;
    const head = ticket === null ? undefined : this.client.view().tickets.get(ticket)?.head;
    return { ticket, title: head ? titleOf(head) : null };
  }

  private listed(): readonly NotDone[] {
    const now = this.client.notDone().flatMap((one) => this.entryOf(one));
    const isSame =
      now.length === this.notDone.length &&
      now.every(
        ({ id, title }, index) => this.notDone[index]?.id === id && this.notDone[index]?.title === title,
      );
    if (!isSame) this.notDone = now;
    return this.notDone;
  }

  private entryOf({ envelope, settled }: PendingCommand): NotDone[] {
    if (settled?.state !== 'refused') return [];
    const { id, command, claimedAt: at } = envelope;
    return [{ id, command, at, code: settled.code, ...this.about(command) }];
  }

  private drawn(): ScreenPicture {
    const document = this.client.config();
    return {
      isLoaded: this.client.epoch() !== null,
      seq: this.client.confirmed().seq,
      config: document?.config ?? defaultConfig,
      link: this.client.link().state,
      alerts: this.client.view().alerts,
      pending: this.client.pendingCount(),
      notDone: this.listed(),
      away: this.away.news(),
      down: this.down(),
      pos: this.client.posLost(),
    };
  }

  /** Down stations whose tickets stand at this one. */
  private covered(station: StationId): StationId[] {
    return this.down().flatMap((one) => (one.shownAt === station ? [one.station] : []));
  }

  private down(): readonly DownStation[] {
    const config = this.client.config()?.config ?? defaultConfig;
    const stations = this.client.stationsDown();
    if (this.downOf?.stations !== stations || this.downOf.config !== config)
      this.downOf = { stations, config, list: downStations(config, stations) };
    return this.downOf.list;
  }

  private lookAway(): boolean {
    const { client } = this;
    const { place, isVisible } = this.sight;
    if (place === null || client.epoch() === null) return false;
    const { state: link, ageMs } = client.link();
    return this.away.look({
      state: client.view(),
      seq: client.confirmed().seq,
      isHere: link === 'live' && isVisible(),
      now: client.now(),
      ageMs: ageMs ?? 0,
      speed: client.speed(),
      stations: place === 'all' ? null : [place, ...this.covered(place)],
    });
  }

  private changed(): void {
    this.lookAway();
    this.picture = null;
    for (const listener of [...this.listeners]) listener();
  }
}
