import type { Role } from '../../domain/events/actor.ts';
import type { Event } from '../../domain/events/event.ts';
import { BUILD } from '../../lib/build.ts';
import type { StationId } from '../../lib/ids.ts';
import { FaceShelf } from '../../protocol/faceShelf.ts';
import { unpackEvents } from '../../protocol/packedEvents.ts';
import {
  type ConfigDocument,
  epochText,
  type HelloRequest,
  type Here,
  type PendingCommand,
  type PosLost,
  PROTOCOL_VERSION,
  type SnapshotPage,
} from '../../protocol/screenMessages.ts';
import { domainCore } from './core.ts';
import { isBeat, isDown } from './envelopeCheck.ts';
import { type Greeted, Greeter, type Next, type Rebuffed } from './greeter.ts';
import { HubClock } from './hubClock.ts';
import type { FollowedStep } from './keeper.ts';
import { LinkWatch } from './linkWatch.ts';
import type { Phase, ReloadReason, Status, SyncClientOptions } from './options.ts';
import { idsOf, Replica } from './replica.ts';

export interface FollowerListener {
  /** A connection came or went. */
  linked(): void;
  /** The replica moved on by these events. */
  applied(events: readonly Event[]): void;
  /** The replica was replaced: what was decided before it is in it. */
  replaced(): void;
  pending(pending: readonly PendingCommand[]): void;
  /** In step again. */
  live(): void;
  /** In step still: at each beat, and right after `live`. */
  inStep(): void;
  changed(): void;
  reload(reason: ReloadReason): void;
}

/**
 * Keeps a replica in step with the hub's log. Order is kept by the transport, so everything rests on one number: the log number the
 * replica stands at. A message that does not begin right after it means that something was missed, and `hello` mends that.
 */
export class Follower {
  private readonly options: SyncClientOptions;
  private readonly listener: FollowerListener;
  private readonly greeter: Greeter;
  readonly replica: Replica;
  readonly clock: HubClock;
  readonly watch: LinkWatch;
  status: Status = { phase: 'disconnected', trouble: null, session: 0 };
  siteId: string | null = null;
  roles: readonly Role[] = [];
  /** What the hub calls this screen; null: it has not said. */
  screenName: string | null = null;
  /** As the hub last said: while it is away nobody knows better. */
  stationsDown: readonly StationId[] = [];
  posLost: PosLost | null = null;
  /** Counts connections, so that what was sent on an earlier one is known to be unanswered for good. */
  connection = 0;
  private isEnded = false;
  private hubs: readonly string[] = [];
  private follow: string | null = null;
  private pages: SnapshotPage[] = [];
  private readonly faces = new FaceShelf();

  constructor(options: SyncClientOptions, listener: FollowerListener) {
    this.options = options;
    this.listener = listener;
    const { socket, timers } = options;
    this.replica = new Replica(options.core ?? domainCore);
    this.clock = new HubClock(timers);
    this.watch = new LinkWatch(timers, () => listener.changed());
    this.restore();
    this.greeter = new Greeter({
      socket,
      timers,
      request: () => this.request(),
      onGreeted: (answer) => this.greeted(answer),
      onRebuffed: (answer) => this.rebuffed(answer),
      onProblem: (problem) => this.problem(problem),
    });
    socket.on('down', (payload) => this.down(payload));
    socket.on('beat', (payload) => this.beat(payload));
    socket.onLink((isConnected) => this.linked(isConnected));
  }

  start(): void {
    if (this.options.socket.isConnected && this.connection === 0) this.linked(true);
  }

  end(): void {
    this.isEnded = true;
    this.greeter.stop();
    this.watch.stop();
    this.options.socket.cut();
  }

  get isLive(): boolean {
    return this.status.phase === 'live' && this.options.socket.isConnected;
  }

  /** This device was asleep. */
  slept(ms: number): void {
    this.clock.slept(ms);
    this.watch.slept(ms);
  }

  private linked(isConnected: boolean): void {
    if (this.isEnded) return;
    this.listener.linked();
    if (this.status.phase === 'refused' && !this.options.keeper) return;
    this.pages = [];
    if (isConnected) {
      this.connection += 1;
      this.enter('hello');
      this.greeter.begin();
    } else {
      this.greeter.stop();
      this.enter('disconnected');
    }
  }

  /** A station begins with what it knew. */
  private restore(): void {
    const kept = this.options.keeper?.kept;
    if (!kept) return;
    this.replica.restore(kept);
    this.siteId = kept.siteId;
    this.roles = kept.roles;
    this.clock.setSpeed(kept.speed);
    this.clock.guess(kept.now);
    this.watch.heard(kept.ageMs);
  }

  private resync(): void {
    this.enter('hello');
    this.greeter.again();
  }

  private request(): HelloRequest {
    const { screen, station, build } = this.options;
    const last = this.pages.at(-1);
    return {
      protocol: PROTOCOL_VERSION,
      build: build ?? BUILD,
      screen,
      station,
      cursor: this.replica.cursor(),
      ...this.followedLast(),
      page: last ? { snapshot: last.snapshot, index: last.index + 1 } : null,
    };
  }

  private followedLast(): Pick<HelloRequest, 'followed'> {
    const { epoch } = this.replica;
    return this.siteId === null || epoch === null ? {} : { followed: { siteId: this.siteId, epoch } };
  }

  private takeHubs(hubs: readonly string[] | undefined, follow: string | null = this.follow): void {
    if (hubs === undefined || (follow === this.follow && hubs.join() === this.hubs.join())) return;
    this.hubs = hubs;
    this.follow = follow;
    this.options.onHubs?.(hubs, follow);
  }

  private takeDown(stations: readonly StationId[]): void {
    if (stations.join() === this.stationsDown.join()) return;
    this.stationsDown = stations;
    this.listener.changed();
  }

  /** Its time may be told anew with every beat: what people read is the minute. */
  private takePos(pos: PosLost | null): void {
    const isSame = pos?.isSilent === this.posLost?.isSilent && minuteOf(pos) === minuteOf(this.posLost);
    if (isSame) return;
    this.posLost = pos;
    this.listener.changed();
  }

  private greeted(answer: Greeted): Next {
    if (!this.isOurs(answer)) return 'done';
    this.takeHubs(answer.hubs, answer.follow ?? null);
    const before = this.replica.everybody();
    this.siteId = answer.siteId;
    this.roles = answer.roles;
    this.screenName = answer.screen ?? null;
    this.clock.setSpeed(answer.speed);
    this.clock.begin();
    this.clock.heard(answer.now);
    this.clock.behindMs(answer.now);
    const config = this.takeConfig(answer.config);
    try {
      if (answer.snapshot) this.takePage(answer, answer.snapshot);
      else this.takeMissed(answer);
      if (config && !answer.snapshot) this.followed({ config });
    } catch (problem) {
      this.broken(problem);
      return 'again';
    }
    if (this.pages.length > 0 || this.replica.state.seq !== answer.seq) return 'more';
    this.listener.pending(answer.pending);
    this.status = { phase: 'live', trouble: null, session: this.status.session + 1 };
    this.watch.heard(answer.ageMs);
    // Who was erased meanwhile is among them, and is told as gone.
    this.followed({ persons: [...new Set([...before, ...this.replica.everybody()])] });
    this.listener.live();
    this.inStep();
    // Not only at the next beat: until then what comes to this station would go on paper, though its screen is here.
    this.sayHere();
    return 'done';
  }

  forgetPeople(): void {
    const persons = this.replica.everybody();
    this.replica.forgetPeople();
    if (persons.length > 0) this.followed({ persons });
  }

  private inStep(): void {
    this.listener.inStep();
    this.options.keeper?.heard();
  }

  private takeConfig(config: ConfigDocument | null): ConfigDocument | null {
    const known = this.replica.config?.version;
    if (config) this.replica.config = config;
    return config?.version === known ? null : config;
  }

  private followed(step: Partial<FollowedStep>): void {
    this.options.keeper?.followed({ isReplaced: false, events: [], persons: [], config: null, ...step });
  }

  /** Nobody follows another restaurant, nor a hub that was replaced by promotion and came back. */
  private isOurs(answer: Greeted): boolean {
    if (this.siteId !== null && answer.siteId !== this.siteId) {
      this.giveUp('site');
      return false;
    }
    const { epoch } = this.replica;
    const isOlder = epoch !== null && answer.epoch.n < epoch.n;
    // A station follows a hub, never another station: two that follow each other would tell each other that all is well.
    const isStation = answer.ageMs !== undefined && this.options.keeper !== undefined;
    if (!isOlder && !isStation) return true;
    this.enter('hello', isOlder ? 'an older hub answered' : 'a station answered');
    this.options.socket.cut();
    return false;
  }

  private takePage(answer: Greeted, page: SnapshotPage): void {
    if (page.index === 0) {
      this.pages = [page];
      this.replica.forgetPeople();
    } else if (page.snapshot === this.pages.at(-1)?.snapshot && page.index === this.pages.length) {
      this.pages.push(page);
    } else throw new Error(`page ${page.index} of a snapshot where ${this.pages.length} was asked for`);
    this.replica.learn(answer.personal);
    if (this.pages.length < page.pages) return;
    this.replica.replace(answer.epoch, this.pages);
    this.pages = [];
    this.listener.replaced();
    this.followed({ isReplaced: true });
  }

  private takeMissed(answer: Greeted): void {
    if (!this.replica.isAt(epochText(answer.epoch))) throw new Error('events of a log nobody asked for');
    const events = answer.events ?? [];
    this.apply(events, {});
    // Asking once more would bring the same, as fast as the line allows.
    if (events.length === 0 && this.replica.state.seq !== answer.seq)
      throw new Error('an answer that leads nowhere');
    if (this.replica.state.seq !== answer.seq) return;
    // Complete: who is not in it was erased meanwhile.
    this.replica.forgetPeople();
    this.replica.learn(answer.personal);
  }

  private rebuffed(answer: Rebuffed): boolean {
    if (answer.code === 'build') this.giveUp('build');
    else this.enter('hello', answer.code);
    // Another hub has taken over: this line is of no use, and whoever opens the next one looks there.
    if (answer.code === 'fenced') {
      this.takeHubs(answer.hubs);
      this.options.socket.cut();
    }
    return answer.code === 'build' || answer.code === 'fenced';
  }

  private giveUp(reason: ReloadReason): void {
    this.enter('refused', reason);
    this.listener.reload(reason);
  }

  private enter(phase: Phase, trouble: string | null = this.status.trouble): void {
    if (phase === this.status.phase && trouble === this.status.trouble) return;
    this.status = { ...this.status, phase, trouble };
    this.listener.changed();
  }

  private down(payload: unknown): void {
    if (!isDown(payload)) {
      this.problem(new Error('a down that is none'));
      return;
    }
    if (payload.personal) this.replica.learn(payload.personal);
    // In every phase: the answer to a press says that its server has it now, and the glass must not lose it in between.
    if (payload.pending) {
      this.listener.pending(payload.pending);
      this.listener.changed();
    }
    // Until `hello` is answered nobody knows where this stream begins.
    if (this.status.phase !== 'live') return;
    const next = this.replica.state.seq + 1;
    if (!this.replica.isAt(payload.epoch) || payload.from > next) {
      this.resync();
      return;
    }
    try {
      const { epoch } = this.replica;
      const all = unpackEvents(epoch?.n ?? 0, payload.from, payload.events, this.faces);
      const events = all.slice(next - payload.from);
      const config = this.takeConfig(payload.config ?? null);
      this.apply(events, { persons: idsOf(payload.personal ?? {}), config });
    } catch (problem) {
      this.broken(problem);
      this.resync();
      return;
    }
    this.listener.changed();
  }

  private beat(payload: unknown): void {
    if (!isBeat(payload)) return;
    const behindMs = this.clock.behindMs(payload.now);
    this.clock.heard(payload.now);
    if (this.status.phase !== 'live') return;
    if (!this.replica.isAt(payload.epoch) || payload.seq !== this.replica.state.seq) {
      this.resync();
      return;
    }
    this.watch.heard((payload.ageMs ?? 0) + behindMs);
    this.takeHubs(payload.hubs);
    this.takeDown(payload.down ?? []);
    this.takePos(payload.pos ?? null);
    this.inStep();
    this.sayHere();
  }

  private sayHere(): void {
    const { socket, isVisible, stationsInSight } = this.options;
    const stations = stationsInSight?.();
    const here: Here = {
      seq: this.replica.state.seq,
      isVisible: isVisible?.() ?? true,
      ...(stations ? { stations: [...stations] } : {}),
    };
    if (socket.isConnected) socket.send('here', here);
  }

  private apply(events: readonly Event[], beside: Pick<Partial<FollowedStep>, 'persons' | 'config'>): void {
    if (events.length > 0) {
      if (events[0]?.seq !== this.replica.state.seq + 1)
        throw new Error('events that do not follow the replica');
      this.replica.apply(events);
      this.listener.applied(events);
    }
    if (events.length > 0 || beside.config || beside.persons?.length) this.followed({ events, ...beside });
  }

  /** An event this build cannot place: the whole state from the hub heals what another event would not. The glass keeps what it has. */
  private broken(problem: unknown): void {
    this.problem(problem);
    this.pages = [];
    this.replica.isBroken = true;
  }

  private problem(problem: unknown): void {
    this.options.onProblem?.(problem);
  }
}

function minuteOf(pos: PosLost | null): number | null {
  return pos === null ? null : Math.floor(pos.since / 60_000);
}
