import { STANDBY_PROTOCOL, type StandbyAnswer, StandbyAsk } from '../../shared/protocol/standbyMessages.ts';
import type { SocketLike } from '../../shared/sync/socketLike.ts';
import type { HubPort } from '../hub/port.ts';

export interface StandbyServerDeps {
  readonly socket: SocketLike;
  readonly hub: HubPort;
  readonly tokenId: string;
  /** The host by which the hub sees the device. */
  readonly host: string;
  readonly onProblem: (problem: unknown) => void;
}

/** The hub's end of one standby's line. It answers what is asked and keeps no more of it than where it would be reached. */
export class StandbyServer {
  private readonly deps: StandbyServerDeps;
  private readonly stops: Array<() => void> = [];
  /** It has all there was, and waits to be told that there is more. */
  private isIdle = false;

  constructor(deps: StandbyServerDeps) {
    this.deps = deps;
    const { socket, hub } = deps;
    socket.on('page', (payload, answer) => answer(this.page(payload)));
    socket.onLink((isConnected) => {
      if (!isConnected) this.end();
    });
    this.stops.push(hub.onCommitted(() => this.tell()));
  }

  private end(): void {
    for (const stop of this.stops.splice(0)) stop();
    this.deps.hub.standbys.seen.away(this.deps.tokenId);
  }

  private tell(): void {
    if (!this.isIdle || !this.deps.socket.isConnected) return;
    this.isIdle = false;
    this.deps.socket.send('news', null);
  }

  private page(payload: unknown): StandbyAnswer {
    const { hub, tokenId, onProblem } = this.deps;
    const refused = (code: Extract<StandbyAnswer, { ok: false }>['code'], message: string) =>
      ({ ok: false, code, message, build: hub.build }) as const;
    const ask = StandbyAsk.safeParse(payload);
    if (!ask.success) return refused('invalid', ask.error.message);
    if (hub.fencing.by() !== null) return refused('unavailable', 'this hub was replaced');
    const { seen } = hub.standbys;
    if (!hub.standbys.isMarked(tokenId)) {
      seen.forget(tokenId);
      return refused('not_standby', 'nobody has marked this device as a standby');
    }
    const { build, protocol } = ask.data;
    const { seq } = ask.data.cursor;
    const standby = { tokenId, build, seq, addresses: this.addressesOf(ask.data) };
    if (build !== hub.build || protocol !== STANDBY_PROTOCOL) {
      seen.note({ ...standby, state: 'other_build' });
      return refused('build', `the hub is of build ${hub.build}`);
    }
    try {
      const answer = this.answer(ask.data);
      this.isIdle = answer.page.isLast;
      const isReady = answer.page.isLast && !answer.page.isFresh && ask.data.keyFor === null;
      seen.note({ ...standby, state: isReady ? 'ready' : 'catching_up' });
      return answer;
    } catch (problem) {
      onProblem(problem);
      return refused('unavailable', 'the hub could not read its data');
    }
  }

  private answer({ cursor, keyFor, wantsPersons }: StandbyAsk): Extract<StandbyAnswer, { ok: true }> {
    const { hub } = this.deps;
    const page = hub.standbys.page(cursor, wantsPersons);
    return {
      ok: true,
      siteId: hub.siteId,
      epoch: hub.epoch,
      build: hub.build,
      now: hub.now(),
      seq: hub.state().seq,
      addresses: hub.standbys.seen.ownOrigins(),
      key: keyFor === null ? null : hub.standbys.handKey(keyFor),
      page,
    };
  }

  /** The address it came from is one it is reached at; what it says of itself comes after, for a device with several networks. */
  private addressesOf({ port, addresses }: StandbyAsk): string[] {
    const { host } = this.deps;
    return [...new Set([`http://${host}:${port}`, ...addresses])];
  }
}
