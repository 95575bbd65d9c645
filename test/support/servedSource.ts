import type { Role } from '../../shared/domain/events/actor.ts';
import { Presence } from '../../shared/sync/server/presence.ts';
import { type RoomEmit, ScreenRooms } from '../../shared/sync/server/screenRooms.ts';
import { SnapshotShelf } from '../../shared/sync/server/snapshotPages.ts';
import type { SyncSource } from '../../shared/sync/server/source.ts';
import { SyncServer } from '../../shared/sync/server/syncServer.ts';
import type { FakeTimers } from './fakeTimers.ts';
import type { PairServerSocket } from './socketPair.ts';

export interface ServedAs {
  readonly roles: readonly Role[];
  readonly isStation?: boolean;
  /** As people called it. */
  readonly screenName?: string;
}

/** A source with everything that `attachScreens` puts around one, over lines a test delivers by hand. */
export class ServedSource {
  readonly rooms: ScreenRooms;
  readonly presence: Presence;
  readonly thrown: unknown[] = [];
  private readonly source: SyncSource;
  private readonly shelf = new SnapshotShelf();
  private readonly connections = new Set<PairServerSocket>();

  constructor(source: SyncSource, timers: FakeTimers) {
    this.source = source;
    this.presence = new Presence(timers);
    const toRooms: RoomEmit = (rooms, name, payload) => {
      const json = JSON.stringify(payload);
      for (const socket of this.connections) {
        if (rooms.some((room) => socket.rooms.has(room))) socket.sendJson(name, json);
      }
    };
    this.rooms = new ScreenRooms(source, toRooms, (ms, run) => timers.after(ms, run));
  }

  serve(socket: PairServerSocket, as: ServedAs): void {
    this.connections.add(socket);
    socket.onLink(() => this.connections.delete(socket));
    new SyncServer({
      socket,
      source: this.source,
      rooms: this.rooms,
      shelf: this.shelf,
      presence: this.presence,
      identity: {
        get roles() {
          return as.roles;
        },
        isStation: as.isStation ?? false,
        get screenName() {
          return as.screenName ?? 'bench';
        },
        tokenId: null,
      },
      join: (room) => socket.rooms.add(room),
      onThrown: (problem) => this.thrown.push(problem),
    });
  }

  /** The process ends: every line with it. */
  stop(): void {
    this.rooms.stop();
    for (const socket of [...this.connections]) socket.cut();
  }
}
