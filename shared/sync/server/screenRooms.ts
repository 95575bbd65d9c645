import type { Role } from '../../domain/events/actor.ts';
import type { Event } from '../../domain/events/event.ts';
import type { PersonId, StationId } from '../../lib/ids.ts';
import { packEvents } from '../../protocol/packedEvents.ts';
import { type Beat, type Down, epochText, type PosLost } from '../../protocol/screenMessages.ts';
import type { Timers } from '../timers.ts';
import { inMessages, isTooHeavyToBroadcast } from './missedEvents.ts';
import type { SourceCommit, SyncSource } from './source.ts';

/** Everybody in step; beside it one room for each set of roles, because people's names are cut to the role. */
export const EVERY_SCREEN = 'screens';

/**
 * Receipts move no food and nobody waits for them: they wait this long for something that does, and ride along. At a busy hour that halves
 * the messages; the eye does not see it.
 */
const RECEIPTS_WAIT_MS = 50;
/** More than this at once is told by itself. */
const MAX_HELD = 200;

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
  private readonly after: Timers['after'] | null;
  /** Receipts that are committed and not told: always the last of the log. */
  private held: Event[] = [];
  private stopWaiting: (() => void) | null = null;

  private readonly seenDown: () => readonly StationId[];
  private readonly posLost: () => PosLost | null;

  /** Without `after` every commit is told at once. `seenDown`: open stations that no screen here answers for. */
  constructor(
    source: SyncSource,
    emit: RoomEmit,
    after: Timers['after'] | null = null,
    seenDown: () => readonly StationId[] = () => [],
    posLost: () => PosLost | null = () => null,
  ) {
    this.source = source;
    this.seenDown = seenDown;
    this.posLost = posLost;
    this.emit = emit;
    this.after = after;
    this.stops.push(source.onCommitted((committed) => this.committed(committed)));
    const stopPending = source.onPending?.(() => this.tellPending());
    if (stopPending) this.stops.push(stopPending);
    const stopNews = source.onNews?.(() => this.beat());
    if (stopNews) this.stops.push(stopNews);
  }

  stop(): void {
    for (const stop of this.stops.splice(0)) stop();
    this.takeHeld();
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
    // A beat says where the log stands, and a screen that is elsewhere says hello again.
    this.release();
    const hubs = source.hubs?.() ?? [];
    const down = source.stationsDown?.() ?? this.seenDown();
    const pos = source.posLost?.() ?? this.posLost();
    const beat: Beat = {
      epoch: epochText(source.epoch),
      seq: source.state().seq,
      now: source.now(),
      ...(source.ageMs ? { ageMs: source.ageMs() } : {}),
      ...(hubs.length > 0 ? { hubs: [...hubs] } : {}),
      ...(down.length > 0 ? { down: [...down] } : {}),
      ...(pos === null ? {} : { pos }),
    };
    this.emit([EVERY_SCREEN], 'beat', beat);
  }

  private committed(committed: SourceCommit): void {
    const { events, persons, config } = committed;
    if (this.rooms.size === 0) {
      this.takeHeld();
      return;
    }
    if (this.after && persons.length === 0 && config === null && events.every(isReceipt)) {
      this.held.push(...events);
      if (this.held.length > MAX_HELD) this.release();
      else this.stopWaiting ??= this.after(RECEIPTS_WAIT_MS, () => this.release());
      return;
    }
    this.tell({ ...committed, events: [...this.takeHeld(), ...events] });
  }

  private release(): void {
    const events = this.takeHeld();
    const last = events.at(-1);
    if (last) this.tell({ from: last.seq, to: last.seq, events, persons: [], config: null });
  }

  private takeHeld(): Event[] {
    this.stopWaiting?.();
    this.stopWaiting = null;
    const { held } = this;
    this.held = [];
    return held;
  }

  private tell({ from, to, events, persons, config }: SourceCommit): void {
    // The beat tells every screen that it is behind, and it asks for what it lacks in pages.
    if (isTooHeavyToBroadcast(events)) {
      this.beat();
      return;
    }
    const { epoch } = this.source;
    for (const part of inMessages(events)) {
      const isFirst = part[0] === events[0];
      const down: Down = {
        epoch: epochText(epoch),
        from: part[0]?.seq ?? from,
        to: part.at(-1)?.seq ?? to,
        events: packEvents(epoch.n, part),
        ...(config && isFirst ? { config } : {}),
      };
      if (persons.length === 0 || !isFirst) this.emit([EVERY_SCREEN], 'down', down);
      else this.tellEachRole(down, persons);
    }
  }

  private tellEachRole(down: Down, persons: readonly PersonId[]): void {
    for (const [name, room] of this.rooms) {
      const personal = this.source.personal(persons, { kind: 'screen', roles: room.roles });
      this.emit([name], 'down', { ...down, personal });
    }
  }

  /** A station's own outbox changed: a batch without events. */
  private tellPending(): void {
    this.release();
    const { seq } = this.source.state();
    const down: Down = { epoch: epochText(this.source.epoch), from: seq + 1, to: seq, events: [] };
    this.emit([EVERY_SCREEN], 'down', { ...down, pending: this.source.pending?.() ?? [] });
  }
}

function isReceipt({ type }: Event): boolean {
  return type === 'ticket.listed' || type === 'ticket.painted';
}
