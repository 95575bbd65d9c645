import type { Role } from '../../domain/events/actor.ts';
import type { PersonId } from '../../lib/ids.ts';
import { type Beat, type Down, epochText } from '../../protocol/screenMessages.ts';
import { isTooHeavyToBroadcast } from './missedEvents.ts';
import type { SourceCommit, SyncSource } from './source.ts';

/** Everybody in step; beside it one room for each set of roles, because people's names are cut to the role. */
export const EVERY_SCREEN = 'screens';

/** Sends one message, written once, to all members of the rooms. */
export type RoomEmit = (rooms: readonly string[], name: string, payload: unknown) => void;

/**
 * What goes to all screens that are in step. A screen enters in the same turn of the event loop in which its `hello` was answered, so its
 * first `down` begins where the answer ended.
 */
export class ScreenRooms {
  private readonly source: SyncSource;
  private readonly emit: RoomEmit;
  /** Rooms by role with who is in them, so that a room nobody is in costs nothing. */
  private readonly rooms = new Map<
    string,
    { readonly roles: readonly Role[]; readonly members: Set<object> }
  >();
  private readonly stops: Array<() => void> = [];

  constructor(source: SyncSource, emit: RoomEmit) {
    this.source = source;
    this.emit = emit;
    this.stops.push(source.onCommitted((committed) => this.committed(committed)));
    const stopPending = source.onPending?.(() => this.tellPending());
    if (stopPending) this.stops.push(stopPending);
  }

  stop(): void {
    for (const stop of this.stops.splice(0)) stop();
  }

  /** The rooms a screen of these roles belongs in. `member` is told apart by identity. */
  enter(member: object, roles: readonly Role[]): readonly string[] {
    const name = `${EVERY_SCREEN}:${[...roles].sort().join('+')}`;
    const room = this.rooms.get(name) ?? { roles, members: new Set<object>() };
    room.members.add(member);
    this.rooms.set(name, room);
    return [EVERY_SCREEN, name];
  }

  leave(member: object): void {
    for (const [name, room] of this.rooms) {
      room.members.delete(member);
      if (room.members.size === 0) this.rooms.delete(name);
    }
  }

  beat(): void {
    const { source } = this;
    const beat: Beat = { epoch: epochText(source.epoch), seq: source.state().seq, now: source.now() };
    this.emit([EVERY_SCREEN], 'beat', beat);
  }

  private committed(committed: SourceCommit): void {
    if (this.rooms.size === 0) return;
    // The beat tells every screen that it is behind, and it asks for what it lacks in pages.
    if (isTooHeavyToBroadcast(committed.events)) {
      this.beat();
      return;
    }
    const down: Down = {
      epoch: epochText(this.source.epoch),
      from: committed.from,
      to: committed.to,
      events: [...committed.events],
      ...(committed.config ? { config: committed.config } : {}),
    };
    if (committed.persons.length === 0) this.emit([EVERY_SCREEN], 'down', down);
    else this.tellEachRole(down, committed.persons);
  }

  private tellEachRole(down: Down, persons: readonly PersonId[]): void {
    for (const [name, room] of this.rooms) {
      const personal = this.source.personal(persons, { kind: 'screen', roles: room.roles });
      this.emit([name], 'down', { ...down, personal });
    }
  }

  /** A station's own outbox changed: a batch without events. */
  private tellPending(): void {
    const { seq } = this.source.state();
    const down: Down = { epoch: epochText(this.source.epoch), from: seq + 1, to: seq, events: [] };
    this.emit([EVERY_SCREEN], 'down', { ...down, pending: this.source.pending?.() ?? [] });
  }
}
