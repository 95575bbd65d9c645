import type { State } from '../../shared/domain/model/state.ts';
import type { PosLost } from '../../shared/protocol/screenMessages.ts';

/** A POS that connects again within this was not away. Its client tries after 1 to 5 s. */
const BACK_AGAIN_MS = 6_000;
/** After a start of the hub, until its silence says anything. */
const FIRST_LOOK_MS = 20_000;
/** A program that asks for the feed over HTTP asks again at once; this is two of its longest waits. */
const POLL_MS = 60_000;
/** One that only posts is silent between orders. Longer in an open house is worth a look, and is told as silence, not as a loss. */
const POST_MS = 15 * 60_000;

export interface PosLinkClock {
  readonly monotonic: () => number;
  /** Hub time. */
  readonly now: () => number;
}

interface Moment {
  readonly monotonic: number;
  readonly hub: number;
}

/**
 * Whether any POS is at the other end: of several one is enough. Presence: told with every beat, in no log. A house that never heard of a
 * POS misses none; after a restart it is missed where the board has tickets of one, since the last of these.
 */
export class PosLink {
  private readonly clock: PosLinkClock;
  private readonly startedAt: number;
  private readonly before: () => State;
  private sockets = 0;
  private polls = 0;
  private lost: Moment | null = null;
  private polled: Moment | null = null;
  private posted: Moment | null = null;

  constructor(clock: PosLinkClock, before: () => State) {
    this.clock = clock;
    this.before = before;
    this.startedAt = clock.monotonic();
  }

  /** A POS has connected; answers what ends it. */
  connected(): () => void {
    this.sockets += 1;
    return once(() => {
      this.sockets -= 1;
      this.lost = this.moment();
    });
  }

  /** A POS asks for the feed over HTTP; answers what ends it. */
  polling(): () => void {
    this.polls += 1;
    return once(() => {
      this.polls -= 1;
      this.polled = this.moment();
    });
  }

  /** A message over HTTP. */
  said(): void {
    this.posted = this.moment();
  }

  /** null: it is here, or nobody knows of one. */
  away(): PosLost | null {
    if (this.sockets > 0 || this.polls > 0) return null;
    const now = this.clock.monotonic();
    const { lost, polled, posted } = this;
    if (lost === null && polled === null && posted === null) return this.sinceBefore(now);
    const isHere = [
      [lost, BACK_AGAIN_MS] as const,
      [polled, POLL_MS] as const,
      [posted, POST_MS] as const,
    ].some(([at, lasts]) => at !== null && now - at.monotonic < lasts);
    if (isHere) return null;
    const since = Math.max(...[lost, polled, posted].flatMap((at) => at?.hub ?? []));
    const isSilent = lost === null && polled === null;
    return { since, ...(isSilent ? { isSilent } : {}) };
  }

  private moment(): Moment {
    return { monotonic: this.clock.monotonic(), hub: this.clock.now() };
  }

  private sinceBefore(now: number): PosLost | null {
    if (now - this.startedAt < FIRST_LOOK_MS) return null;
    let since: number | null = null;
    for (const { keyed, receivedAt, isLeftFromYesterday } of this.before().tickets.values())
      if (keyed === null && !isLeftFromYesterday) since = Math.max(since ?? 0, receivedAt);
    return since === null ? null : { since };
  }
}

function once(run: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) run();
    isDone = true;
  };
}
