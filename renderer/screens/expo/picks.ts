import type { LineView, TileView } from '../../../shared/domain/selectors/boardView.ts';
import { tileKey } from '../board/tileKey.ts';

/**
 * The lines that a hand at the pass has picked to go first, by tile. They are this screen's alone: nobody else sees them, and RUN or 20 s
 * without a touch ends them.
 */
export class Picks {
  private readonly picked = new Map<string, ReadonlySet<string>>();
  private readonly listeners = new Set<() => void>();

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The same set until it changes. */
  of(tile: TileView): ReadonlySet<string> {
    return this.picked.get(tileKey(tile)) ?? NOTHING;
  }

  toggle(tile: TileView, lines: readonly LineView[]): void {
    const next = new Set(this.of(tile));
    const keys = lines.map(({ key }) => key);
    const isAll = keys.every((key) => next.has(key));
    for (const key of keys) {
      if (isAll) next.delete(key);
      else next.add(key);
    }
    if (next.size === 0) this.picked.delete(tileKey(tile));
    else this.picked.set(tileKey(tile), next);
    this.tell();
  }

  clear(tile: TileView): void {
    if (this.picked.delete(tileKey(tile))) this.tell();
  }

  clearAll = (): void => {
    if (this.picked.size === 0) return;
    this.picked.clear();
    this.tell();
  };

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

const NOTHING: ReadonlySet<string> = new Set();

/** What may be picked: food of the course on its way. */
export function mayPick(line: LineView, course: number | null): boolean {
  return (
    line.course === course && (line.state === 'fired' || line.state === 'started' || line.state === 'ready')
  );
}
