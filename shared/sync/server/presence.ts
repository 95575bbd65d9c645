import type { StationId } from '../../lib/ids.ts';
import type { Timers } from '../timers.ts';

/** A station without a visible screen that answered a beat within this is down. */
export const DOWN_AFTER_MS = 3_000;
/** Screens need as long to find a hub that has just started: until then it calls no station down that it has not heard. */
const FIRST_LOOK_MS = 10_000;
/** A station that was down is up again when its screen has been in sight and in step for as long: by then its tickets are on the glass. */
const STEADY_MS = 900;

export interface ScreenHere {
  readonly station: StationId | null;
  readonly screen: string;
  readonly isVisible: boolean;
  /** A device with windows of several stations: all that are in sight. */
  readonly stations?: readonly StationId[];
  /** When it last answered, by the server's monotonic clock. */
  readonly at: number;
}

/** Who is online: told to others, never stored, never part of the state. */
export class Presence {
  private readonly timers: Timers;
  private readonly screens = new Map<object, ScreenHere>();
  private readonly startedAt: number;
  /** When a visible screen of a station last answered; it outlives the screen, which may only be loading its page anew. */
  private readonly answeredAt = new Map<StationId, number>();
  /** Stations that were down when last asked, and since when they answer again. */
  private readonly fallen = new Map<StationId, number | null>();

  constructor(timers: Timers) {
    this.timers = timers;
    this.startedAt = timers.monotonic();
  }

  here(member: object, screen: Omit<ScreenHere, 'at'>): void {
    const at = this.timers.monotonic();
    const here = { ...screen, at };
    this.screens.set(member, here);
    for (const station of shownBy(here)) {
      this.answeredAt.set(station, at);
      if (this.fallen.get(station) === null) this.fallen.set(station, at);
    }
  }

  gone(member: object): void {
    this.screens.delete(member);
  }

  all(): ScreenHere[] {
    return [...this.screens.values()];
  }

  /** A visible screen of this station answered within the last 3 s. */
  isUp(station: StationId): boolean {
    return this.visible().includes(station);
  }

  /** Stations of which a visible screen answered within the last 3 s. */
  visible(): StationId[] {
    const oldest = this.timers.monotonic() - DOWN_AFTER_MS;
    return [...new Set(this.all().flatMap((here) => (here.at >= oldest ? shownBy(here) : [])))];
  }

  /** Which of these are down: no screen in sight has answered for `afterMs`, or one has only just come back. */
  down(stations: readonly StationId[], afterMs = DOWN_AFTER_MS): StationId[] {
    return stations.filter((station) => this.isDown(station, afterMs));
  }

  private isDown(station: StationId, afterMs: number): boolean {
    const now = this.timers.monotonic();
    const answeredAt = this.answeredAt.get(station);
    const isSilent =
      answeredAt === undefined
        ? now - this.startedAt > Math.max(afterMs, FIRST_LOOK_MS)
        : now - answeredAt > afterMs;
    if (isSilent) {
      this.fallen.set(station, null);
      return true;
    }
    const backAt = this.fallen.get(station);
    if (backAt === undefined) return false;
    if (backAt === null || now - backAt < STEADY_MS) return true;
    this.fallen.delete(station);
    return false;
  }
}

function shownBy({ station, stations, isVisible }: ScreenHere): StationId[] {
  const own = station !== null && isVisible ? [station] : [];
  return [...own, ...(stations ?? [])];
}
