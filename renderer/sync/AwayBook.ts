import type { State } from '../../shared/domain/model/state.ts';
import { type AwayLine, joinAway, whileAway } from '../../shared/domain/selectors/whileAway.ts';
import type { StationId } from '../../shared/lib/ids.ts';
import type { AwayNews } from '../app/screenPort.ts';
import type { AwayNotes } from './awayNotes.ts';

/** PRODUCT.md: coming back after more than 10 s. Real time, also in a demo. */
export const AWAY_MS = 10_000;

/** What the book looks at, as it is in the moment it looks. */
export interface AwaySight {
  /** With this screen's own presses, so that none of them is told as somebody else's. */
  readonly state: State;
  /** Log number the hub has told. */
  readonly seq: number;
  /** In sight, and in step with the hub. */
  readonly isHere: boolean;
  /** Hub time. */
  readonly now: number;
  /** How old what is shown is. */
  readonly ageMs: number;
  readonly speed: number;
  /** Whose food this screen shows; null: everybody's. */
  readonly stations: readonly StationId[] | null;
}

/**
 * What happened while nobody could see it here: the line was down, the page hidden, the device asleep. It keeps the last picture that was
 * true and seen, and asks hub time how long ago that was, because every other clock may have slept with the device.
 */
export class AwayBook {
  private last: { state: State; readonly seq: number; readonly at: number } | null = null;
  private unread: AwayNews | null;
  private readonly notes: AwayNotes;

  constructor(notes: AwayNotes) {
    this.notes = notes;
    this.unread = notes.read();
  }

  news(): AwayNews | null {
    return this.unread;
  }

  close(): void {
    this.unread = null;
    this.notes.write(null);
  }

  /** At every change and every second. True: there is other news. */
  look(sight: AwaySight): boolean {
    const { state, seq, now, speed, ageMs } = sight;
    const { last } = this;
    if (last === null) {
      this.last = { state, seq, at: now - ageMs * speed };
      return false;
    }
    if (!sight.isHere) {
      // Nothing came from the hub: what differs was pressed here.
      if (last.seq === seq) last.state = state;
      return false;
    }
    this.last = { state, seq, at: now };
    if (now - last.at < AWAY_MS * speed) return false;
    const lines = whileAway(last.state, state, sight.stations);
    if (lines.length === 0) return false;
    this.unread = this.with(lines, last.at, now);
    this.notes.write(this.unread);
    return true;
  }

  private with(lines: readonly AwayLine[], from: number, to: number): AwayNews {
    const { unread } = this;
    return unread
      ? { from: unread.from, to, lines: joinAway(unread.lines, lines) }
      : { from, to, lines: joinAway([], lines) };
  }
}
