import type { StationId } from '../../../shared/lib/ids.ts';
import type { Presence } from '../../../shared/sync/server/presence.ts';

/** How long after a start, or a sleep of this process, screens have to come back before their silence says anything. */
const GRACE_MS = 10_000;
/** Between two looks; longer, and this process slept. */
const SLEPT_MS = 3_000;

export interface Watched {
  readonly presence: Presence;
  /** Hub time. */
  readonly now: () => number;
  readonly speed: number;
}

/** Since when a station has been without a screen that anybody could see. Presence and nothing else: no log knows it. */
export class StationsDown {
  private readonly monotonic: () => number;
  private readonly lastUp = new Map<StationId, number>();
  private watched: Watched | null = null;
  private graceUntil = Number.POSITIVE_INFINITY;
  private lookedAt = Number.NEGATIVE_INFINITY;

  constructor(monotonic: () => number) {
    this.monotonic = monotonic;
  }

  watch(watched: Watched): void {
    this.watched = watched;
    this.rest(this.monotonic());
  }

  /** Hub time; null: a screen of it is here, or may yet come. To be asked again and again. */
  since(station: StationId): number | null {
    if (this.watched === null) return null;
    const at = this.monotonic();
    if (at - this.lookedAt > SLEPT_MS) this.rest(at);
    this.lookedAt = at;
    const { presence, now, speed } = this.watched;
    if (presence.isUp(station)) {
      this.lastUp.set(station, at);
      return null;
    }
    if (at < this.graceUntil) return null;
    const gone = at - (this.lastUp.get(station) ?? this.graceUntil - GRACE_MS);
    return now() - gone * speed;
  }

  private rest(at: number): void {
    this.graceUntil = at + GRACE_MS;
    this.lookedAt = at;
  }
}
