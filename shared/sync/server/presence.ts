import type { StationId } from '../../lib/ids.ts';
import type { Timers } from '../timers.ts';

/** A station without a visible screen that answered a beat within this is down. */
export const DOWN_AFTER_MS = 3_000;

export interface ScreenHere {
  readonly station: StationId | null;
  readonly screen: string;
  readonly isVisible: boolean;
  /** When it last answered, by the server's monotonic clock. */
  readonly at: number;
}

/** Who is online: told to others, never stored, never part of the state. */
export class Presence {
  private readonly timers: Timers;
  private readonly screens = new Map<object, ScreenHere>();

  constructor(timers: Timers) {
    this.timers = timers;
  }

  here(member: object, screen: Omit<ScreenHere, 'at'>): void {
    this.screens.set(member, { ...screen, at: this.timers.monotonic() });
  }

  gone(member: object): void {
    this.screens.delete(member);
  }

  all(): ScreenHere[] {
    return [...this.screens.values()];
  }

  /** A visible screen of this station answered within the last 3 s. */
  isUp(station: StationId): boolean {
    const oldest = this.timers.monotonic() - DOWN_AFTER_MS;
    return this.all().some((here) => here.station === station && here.isVisible && here.at >= oldest);
  }
}
