import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import type { HandClock } from '../../ui/handClock.ts';
import { UNDO_MS } from '../board/places.ts';
import { tileKey } from '../board/tileKey.ts';
import type { UndoRun } from './runCommands.ts';

/** The runs of this screen that may still be undone, by tile. A run's food stands on its tile until then, or leaves a hole. */
export class RunUndo {
  private readonly open = new Map<string, UndoRun>();
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
    this.tell();
    this.clock.after(UNDO_MS, () => {
      if (this.open.get(key) === command) this.take(key);
    });
  }

  /** The command that undoes it, once. */
  take(key: string): UndoRun | null {
    const command = this.open.get(key) ?? null;
    if (this.open.delete(key)) this.tell();
    return command;
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
