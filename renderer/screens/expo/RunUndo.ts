import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import type { HandClock } from '../../ui/handClock.ts';
import { type GuardReason, MOVED_MS } from '../board/PressGuard.ts';
import { UNDO_MS } from '../board/places.ts';
import { tileKey } from '../board/tileKey.ts';
import type { UndoRun } from './runCommands.ts';

/** The runs of this screen that may still be undone, by tile. A run's food stands on its tile until then, or leaves a hole. */
export class RunUndo {
  private readonly open = new Map<string, UndoRun>();
  /** When the place of a tile began to mean something else. */
  private readonly changedAt = new Map<string, number>();
  private readonly listeners = new Set<() => void>();
  private readonly clock: HandClock;

  constructor(clock: HandClock) {
    this.clock = clock;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  of(tile: TileView): UndoRun | null {
    return this.open.get(tileKey(tile)) ?? null;
  }

  offer(key: string, command: UndoRun): void {
    this.open.set(key, command);
    this.changed(key);
    this.tell();
    this.clock.after(UNDO_MS, () => {
      if (this.open.get(key) === command) this.take(key);
    });
  }

  /** The command that undoes it, once. */
  take(key: string): UndoRun | null {
    const command = this.open.get(key) ?? null;
    if (this.open.delete(key)) {
      this.changed(key);
      this.tell();
    }
    return command;
  }

  /** RUN, RUN ANYWAY and UNDO follow one another in one place. */
  changed(key: string): void {
    const now = this.clock.now();
    for (const [other, at] of this.changedAt) if (now - at > MOVED_MS) this.changedAt.delete(other);
    this.changedAt.set(key, now);
  }

  /** The second tap of a double one, and a press on what was there until just now, meant what was there before. */
  judge(key: string, downAt: number): GuardReason | null {
    return (this.changedAt.get(key) ?? Number.NEGATIVE_INFINITY) > downAt - MOVED_MS ? 'landed' : null;
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
