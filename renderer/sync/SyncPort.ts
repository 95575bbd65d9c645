import { defaultConfig } from '../../shared/config/houseConfig.ts';
import type { ScreenCommand } from '../../shared/domain/commands/command.ts';
import type { PersonFields } from '../../shared/domain/model/put.ts';
import type { Board } from '../../shared/domain/selectors/boardView.ts';
import { expoBoard, stationBoard } from '../../shared/domain/selectors/stationBoard.ts';
import type { PersonId, StationId, TicketId } from '../../shared/lib/ids.ts';
import type { Settled } from '../../shared/protocol/screenMessages.ts';
import type { SyncClient } from '../../shared/sync/client/syncClient.ts';
import type { BoardPlace, LastBumped, ScreenPicture, ScreenPort } from '../app/screenPort.ts';
import { lastBumpedOf } from './lastBumped.ts';

/** The screens' port over the line to the hub. Tells of every change at once; who draws gathers a frame's worth. */
export class SyncPort implements ScreenPort {
  private readonly client: SyncClient;
  private readonly listeners = new Set<() => void>();
  private picture: ScreenPicture | null = null;
  private unreachable: string | null = null;

  constructor(client: SyncClient) {
    this.client = client;
    client.subscribe(() => this.changed());
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

  /** 0 before the first beat: then nothing is on the glass whose age could be told. */
  ageMs(): number {
    return this.client.link().ageMs ?? 0;
  }

  board(place: BoardPlace): Board {
    const { config } = this.get();
    const view = this.client.view();
    return place.kind === 'expo'
      ? expoBoard(view, config, this.now())
      : stationBoard(view, place.station, config, this.now());
  }

  lastBumped(station: StationId): LastBumped | null {
    return lastBumpedOf(this.client.view(), station);
  }

  press(command: ScreenCommand): Promise<Settled> {
    return this.client.press(command).result;
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

  /** Why there is no picture or no newer one: `unauthorized`, `build`, `site`, or what the network says. null: nothing is wrong. */
  trouble(): string | null {
    return this.unreachable ?? this.client.status().trouble;
  }

  /** What the transport says of itself. */
  setUnreachable(message: string | null): void {
    if (message === this.unreachable) return;
    this.unreachable = message;
    this.changed();
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
    };
  }

  private changed(): void {
    this.picture = null;
    for (const listener of [...this.listeners]) listener();
  }
}
