import type { LineView, TileView } from '../../../shared/domain/selectors/boardView.ts';
import type { StationId } from '../../../shared/lib/ids.ts';

export interface Progress {
  /** The course on its way now: the first that has food fired and not gone out. */
  readonly course: number | null;
  readonly all: number;
  readonly ready: number;
  readonly waitingOn: readonly StationId[];
}

export function progressOf(tile: TileView): Progress {
  const open = tile.lines.filter(isOnItsWay);
  const course = open.length === 0 ? null : Math.min(...open.map((line) => line.course));
  const lines = open.filter((line) => line.course === course);
  const waiting = lines.flatMap(({ parts }) => parts.filter(({ state }) => state !== 'ready'));
  return {
    course,
    all: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    ready: lines.reduce((sum, { ready }) => sum + ready, 0),
    waitingOn: [...new Set(waiting.map(({ station }) => station))],
  };
}

const isOnItsWay = ({ state }: LineView) => state === 'fired' || state === 'started' || state === 'ready';
