import type { Logger } from 'pino';
import {
  NOTHING_COPIED,
  STANDBY_PROTOCOL,
  StandbyAnswer,
  type StandbyAsk,
  type StandbyStanding,
} from '../../shared/protocol/standbyMessages.ts';
import type { SocketLike } from '../../shared/sync/socketLike.ts';
import type { Timers } from '../../shared/sync/timers.ts';
import type { KeyReceiver } from '../store/handKey.ts';
import type { StandbyCopy } from '../store/StandbyCopy.ts';

/** With nothing new in the log, tokens and cursors are looked at this often. */
const IDLE_MS = 500;
/** A page over bad Wi-Fi takes seconds; after this it is asked for again. */
const ANSWER_MS = 10_000;
/** Somebody may mark this device, or update it. */
const REFUSED_MS = 3_000;

/** Where the copy lies; it is made when there is something to put into it. */
export interface CopyPlace {
  /** null: there is none. */
  existing(): StandbyCopy | null;
  make(): StandbyCopy;
  drop(): void;
  hasKey(): boolean;
  /** False: another house's key lies there. */
  keepKey(secret: Uint8Array): boolean;
}

export interface StandbyOptions {
  readonly socket: SocketLike;
  readonly place: CopyPlace;
  readonly receiver: KeyReceiver;
  readonly timers: Timers;
  readonly build: string;
  readonly port: () => number;
  readonly addresses: () => readonly string[];
  readonly log: Logger;
}

type Refused = Extract<StandbyAnswer, { ok: false }>;
type Given = Extract<StandbyAnswer, { ok: true }>;

/** Keeps a copy of all that a hub needs, one page after the other from where it ends. It decides nothing and serves nobody. */
export class Standby {
  private readonly options: StandbyOptions;
  private attempt = 0;
  private stopTimer: (() => void) | null = null;
  private refusal: Refused['code'] | null = null;
  private hubBuild: string | null = null;
  private isCaughtUp = false;
  private wantsPersons = false;
  private isKeyForeign = false;
  private isEnded = false;

  constructor(options: StandbyOptions) {
    this.options = options;
    const { socket } = options;
    socket.on('news', () => this.ask());
    socket.onLink((isConnected) => {
      this.isCaughtUp = false;
      if (isConnected) this.ask();
      else this.wait(null);
    });
    if (socket.isConnected) this.ask();
  }

  /** Nothing more is taken in; the copy may be closed. */
  end(): void {
    this.isEnded = true;
    this.wait(null);
  }

  standing(): StandbyStanding {
    const { place, build, socket } = this.options;
    const copy = place.existing();
    const of = copy?.of() ?? null;
    const last = copy?.last() ?? null;
    const isStandby = of !== null || this.isCaughtUp;
    const hubBuild = this.hubBuild ?? of?.build ?? null;
    return {
      isStandby,
      state: this.stateOf(socket.isConnected, hubBuild),
      obstacle: this.obstacle(of, hubBuild),
      at: last?.at ?? null,
      seq: last?.seq ?? 0,
      hubBuild,
      build,
      isPromoting: false,
    };
  }

  private stateOf(isConnected: boolean, hubBuild: string | null): StandbyStanding['state'] {
    if (hubBuild !== null && hubBuild !== this.options.build) return 'other_build';
    if (!isConnected) return 'away';
    return this.isCaughtUp ? 'ready' : 'catching_up';
  }

  private obstacle(of: { isWhole: boolean; build: string } | null, hubBuild: string | null) {
    const { build, place } = this.options;
    if (this.refusal === 'not_standby') return 'not_standby';
    if (of === null) return 'nothing_copied';
    if (of.build !== build || (hubBuild !== null && hubBuild !== build)) return 'other_build';
    if (!of.isWhole) return 'catching_up';
    return place.hasKey() && !this.isKeyForeign ? null : 'no_key';
  }

  private ask(): void {
    const { socket, place, receiver, build, port, addresses } = this.options;
    if (this.isEnded || !socket.isConnected) return;
    this.attempt += 1;
    const { attempt } = this;
    this.wait(ANSWER_MS);
    const cursor = place.existing()?.cursor() ?? NOTHING_COPIED;
    const needsKey = !place.hasKey() && !this.isKeyForeign;
    const ask: StandbyAsk = {
      protocol: STANDBY_PROTOCOL,
      build,
      cursor,
      port: port(),
      addresses: [...addresses()],
      keyFor: needsKey ? receiver.publicKey : null,
      wantsPersons: this.wantsPersons,
    };
    socket.send('page', ask, (answer) => {
      if (attempt === this.attempt && !this.isEnded) this.answered(answer);
    });
  }

  private answered(payload: unknown): void {
    this.attempt += 1;
    const answer = StandbyAnswer.safeParse(payload);
    if (!answer.success) {
      this.problem(answer.error);
      return;
    }
    if (!answer.data.ok) this.refused(answer.data);
    else {
      try {
        this.given(answer.data);
      } catch (error) {
        this.problem(error);
      }
    }
  }

  private refused({ code, build }: Refused): void {
    if (this.refusal !== code) this.options.log.info({ code }, 'the hub gives this device no copy');
    this.refusal = code;
    this.isCaughtUp = false;
    if (code === 'build') this.hubBuild = build;
    // Names and tokens are no longer this device's to hold.
    if (code === 'not_standby') this.options.place.drop();
    this.wait(REFUSED_MS);
  }

  private given(answer: Given): void {
    const { place, receiver, socket, log } = this.options;
    const copy = place.existing() ?? place.make();
    const of = copy.of();
    if (of !== null && (of.siteId !== answer.siteId || answer.epoch.n < of.epoch.n)) {
      log.warn({ siteId: answer.siteId, epoch: answer.epoch }, 'this is not the hub that is copied here');
      socket.cut();
      return;
    }
    if (answer.key !== null) this.isKeyForeign = !place.keepKey(receiver.open(answer.key));
    this.refusal = null;
    this.hubBuild = answer.build;
    this.wantsPersons = copy.take(answer);
    const { isLast } = answer.page;
    if (isLast && !this.isCaughtUp)
      log.info({ seq: answer.page.next.seq }, 'this device holds all that its hub has');
    this.isCaughtUp = isLast;
    if (isLast && !this.wantsPersons) this.wait(IDLE_MS);
    else this.ask();
  }

  /** A full disk, or a page that does not follow: asked again, and the screen says that this device is behind. */
  private problem(error: unknown): void {
    this.options.log.error({ err: error }, 'a page of the copy could not be taken in');
    this.isCaughtUp = false;
    this.wait(REFUSED_MS);
  }

  private wait(ms: number | null): void {
    this.stopTimer?.();
    this.stopTimer = ms === null || this.isEnded ? null : this.options.timers.after(ms, () => this.ask());
  }
}
