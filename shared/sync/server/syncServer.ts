import { ScreenCommand } from '../../domain/commands/command.ts';
import type { Actor, Role } from '../../domain/events/actor.ts';
import type { StationId } from '../../lib/ids.ts';
import { cardRule } from '../../protocol/outside/cardRule.ts';
import {
  CommandMessage,
  type HelloAnswer,
  HelloRequest,
  Here,
  type Settled,
  Told,
} from '../../protocol/screenMessages.ts';
import type { SocketLike } from '../socketLike.ts';
import { answerHello, type OpenSnapshot } from './helloAnswer.ts';
import { mayShow } from './mayShow.ts';
import type { Presence } from './presence.ts';
import type { ScreenRooms } from './screenRooms.ts';
import type { SnapshotShelf } from './snapshotPages.ts';
import type { SourceResult, SyncSource } from './source.ts';

/** Who stands behind a connection, as authentication found it. */
export interface ScreenIdentity {
  readonly roles: readonly Role[];
  readonly screenName: string;
  /** null: a page on the hub's own device, which needs none. */
  readonly tokenId: string | null;
  /** A station's own connection: its commands say at which of its screens they were pressed. */
  readonly isStation?: boolean;
}

export interface SyncServerDeps {
  readonly socket: SocketLike;
  readonly source: SyncSource;
  readonly rooms: ScreenRooms;
  readonly shelf: SnapshotShelf;
  readonly presence: Presence;
  readonly identity: ScreenIdentity;
  /** Puts the socket into a room; in force when it returns. */
  readonly join: (room: string) => void;
  /** A command that threw. It is answered `internal` and the connection lives on. */
  readonly onThrown: (problem: unknown) => void;
}

/** One screen's connection. It keeps which station the screen shows and the snapshot it is reading, and nothing that outlives the socket. */
export class SyncServer {
  private readonly deps: SyncServerDeps;
  private station: StationId | null = null;
  private isGreeted = false;
  private open: OpenSnapshot | null = null;

  constructor(deps: SyncServerDeps) {
    this.deps = deps;
    const { socket } = deps;
    socket.on('hello', (payload, answer) => answer(this.hello(payload)));
    socket.on('command', (payload, answer) => {
      void this.command(payload).then(answer);
    });
    socket.on('here', (payload) => this.here(payload));
    socket.on('told', (payload) => this.told(payload));
    socket.onLink((isConnected) => {
      if (!isConnected) this.end();
    });
  }

  end(): void {
    this.open = null;
    this.deps.rooms.leave(this);
    this.deps.presence.gone(this);
  }

  /** Answered in one turn of the event loop: nothing may be committed between reading the log's end and entering the rooms. */
  private hello(payload: unknown): HelloAnswer {
    const request = HelloRequest.safeParse(payload);
    if (!request.success) return { ok: false, code: 'invalid', message: request.error.message };
    const { source, shelf, rooms, identity } = this.deps;
    const { answer, open } = answerHello(request.data, {
      source,
      shelf,
      roles: identity.roles,
      screenName: identity.screenName,
      tokenId: identity.tokenId,
      open: this.open,
    });
    this.open = open;
    this.isGreeted = answer.ok;
    if (!answer.ok) return answer;
    this.station = request.data.station;
    // Every time and not once: a server that restarted or a socket that came back is in no room.
    for (const room of rooms.enter(this, identity.roles)) this.deps.join(room);
    return answer;
  }

  private async command(payload: unknown): Promise<Settled> {
    const message = CommandMessage.safeParse(payload);
    if (!message.success) return refused('invalid', message.error.message);
    if (!this.isGreeted) return refused('unavailable', 'a command before hello');
    const { envelope } = message.data;
    const { source, identity } = this.deps;
    const station = identity.isStation && envelope.station !== undefined ? envelope.station : this.station;
    if (!mayShow(identity.roles, station)) return refused('unauthorized', `not a screen of ${station}`);
    // A screen's estimate of hub time may run a little ahead of it.
    const claimedAt = Math.min(envelope.claimedAt, source.now());
    try {
      const result = await source.submit({
        commandId: envelope.id,
        actor: this.actor(station),
        claimedAt,
        command: withoutCards(envelope.command),
        ...(identity.tokenId === null ? {} : { tokenId: identity.tokenId }),
      });
      this.looked(envelope.command, station, result);
      return settledBy(result);
    } catch (problem) {
      this.deps.onThrown(problem);
      return refused('internal', 'the hub could not decide this');
    }
  }

  /** Up again at its first `listed`, be it of a version that another of its screens had told of. */
  private looked(command: ScreenCommand, station: StationId | null, { ok }: SourceResult): void {
    const isItsOwn = command.type === 'receipt.report' && command.station === station;
    if (ok && isItsOwn && command.listed.length > 0) this.deps.presence.listed(command.station);
  }

  private here(payload: unknown): void {
    const here = Here.safeParse(payload);
    if (!here.success || !this.isGreeted) return;
    const { presence, identity } = this.deps;
    presence.here(this, {
      station: this.station,
      screen: identity.screenName,
      isVisible: here.data.isVisible,
      ...(identity.isStation && here.data.stations ? { stations: here.data.stations } : {}),
    });
  }

  private told(payload: unknown): void {
    const told = Told.safeParse(payload);
    if (told.success && this.isGreeted) this.deps.source.told?.(told.data.ids);
  }

  private actor(station: StationId | null): Actor {
    const { roles, screenName } = this.deps.identity;
    return { kind: 'screen', roles: [...roles], station, screen: screenName };
  }
}

function settledBy(result: SourceResult): Settled {
  if (!result.ok) return refused(result.code === 'busy' ? 'unavailable' : result.code, result.message);
  if (result.outcome === 'queued') return { state: 'queued' };
  return { state: 'decided', outcome: result.outcome, seq: result.seq };
}

function refused(code: Extract<Settled, { state: 'refused' }>['code'], message: string): Settled {
  return { state: 'refused', code, message };
}

const KEYED: ReadonlySet<ScreenCommand['type']> = new Set([
  'ticket.key',
  'ticket.keyMore',
  'party.add',
  'party.edit',
  'shiftNote.write',
]);

/** What a person keys is free text as a POS's is: no card number gets further than here. */
function withoutCards(command: ScreenCommand): ScreenCommand {
  return KEYED.has(command.type) ? ScreenCommand.parse(cardRule(command)) : command;
}
