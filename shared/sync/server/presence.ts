import type { StationId } from '../../lib/ids.ts';
import type { Timers } from '../timers.ts';

/** A station without a visible screen that answered a beat within this is down. */
export const DOWN_AFTER_MS = 3_000;
/** Screens need as long to find a hub that has just started, or slept: until then it calls no station down that it has not heard since. */
const FIRST_LOOK_MS = 10_000;
/** Between two looks; longer, and this process stood still, and its silence is not that of its screens. */
const STOOD_STILL_MS = 3_000;
/** A station that was down and has nothing new to list is up again when its screen has been in sight for as long: all is on the glass by then. */
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

interface Fallen {
  /** When its last visible screen answered, or when this process began to look. */
  readonly since: number;
  /** Since when one answers again; null: none does. */
  readonly backAt: number | null;
}

/**
 * Who is online: told to others, never stored, never part of the state. The one place that knows which stations are *down*: its neighbour
 * shows their tickets and paper tells them at once. To be asked again and again.
 */
export class Presence {
  private readonly timers: Timers;
  private readonly screens = new Map<object, ScreenHere>();
  /** Since when it has been looking without standing still. */
  private lookingSince: number;
  private lookedAt: number;
  /** When a visible screen of a station last answered; it outlives the screen, which may only be loading its page anew. */
  private readonly answeredAt = new Map<StationId, number>();
  /** Down when last asked, or coming back since. */
  private readonly fallen = new Map<StationId, Fallen>();

  constructor(timers: Timers) {
    this.timers = timers;
    this.lookingSince = timers.monotonic();
    this.lookedAt = this.lookingSince;
  }

  here(member: object, screen: Omit<ScreenHere, 'at'>): void {
    const at = this.timers.monotonic();
    const here = { ...screen, at };
    this.screens.set(member, here);
    for (const station of shownBy(here)) {
      this.answeredAt.set(station, at);
      const fallen = this.fallen.get(station);
      if (fallen?.backAt === null) this.fallen.set(station, { ...fallen, backAt: at });
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

  /** A screen of the station has painted a frame: if it was coming back, it is up. */
  listed(station: StationId): void {
    if (this.fallen.get(station)?.backAt != null) this.fallen.delete(station);
  }

  /** Which of these a neighbour shows: those that are down, and those that come back until they have painted. */
  down(stations: readonly StationId[], afterMs = DOWN_AFTER_MS): StationId[] {
    this.look();
    return stations.filter((station) => this.fallenOf(station, afterMs) !== null);
  }

  /** For how long a station has been down; null: it is not, for a screen of it is here or may yet come. */
  downForMs(station: StationId, afterMs = DOWN_AFTER_MS): number | null {
    this.look();
    const fallen = this.fallenOf(station, afterMs);
    return fallen === null || fallen.backAt !== null ? null : this.timers.monotonic() - fallen.since;
  }

  /** Screens and stations may not have found this process yet since it started, or stood still. */
  isJustBack(): boolean {
    this.look();
    return this.timers.monotonic() - this.lookingSince < FIRST_LOOK_MS;
  }

  private look(): void {
    const now = this.timers.monotonic();
    if (now - this.lookedAt > STOOD_STILL_MS) {
      this.lookingSince = now;
      this.answeredAt.clear();
    }
    this.lookedAt = now;
  }

  private fallenOf(station: StationId, afterMs: number): Fallen | null {
    const now = this.timers.monotonic();
    const fallen = this.fallen.get(station) ?? null;
    if (fallen?.backAt === null) return fallen;
    const answeredAt = this.answeredAt.get(station);
    const isSilent =
      answeredAt === undefined
        ? now - this.lookingSince > Math.max(afterMs, FIRST_LOOK_MS)
        : now - answeredAt > afterMs;
    if (isSilent) {
      const down = { since: answeredAt ?? this.lookingSince, backAt: null };
      this.fallen.set(station, down);
      return down;
    }
    if (fallen === null || fallen.backAt === null || now - fallen.backAt < STEADY_MS) return fallen;
    this.fallen.delete(station);
    return null;
  }
}

function shownBy({ station, stations, isVisible }: ScreenHere): StationId[] {
  const own = station !== null && isVisible ? [station] : [];
  return [...own, ...(stations ?? [])];
}
