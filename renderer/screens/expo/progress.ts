import type { LineView, TileView } from '../../../shared/domain/selectors/boardView.ts';
import type { StationId } from '../../../shared/lib/ids.ts';

export interface Progress {
  /** The course on its way now: the first that has food fired and not gone out. */
  readonly course: number | null;
  /** Portions of it, gone out ones included. */
  readonly all: number;
  readonly ready: number;
  readonly run: number;
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
    run: lines.reduce((sum, line) => sum + runOf(line), 0),
    waitingOn: [...new Set(waiting.map(({ station }) => station))],
  };
}

const isOnItsWay = ({ state }: LineView) => state === 'fired' || state === 'started' || state === 'ready';
const runOf = ({ portions }: LineView) => portions.reduce((sum, { run }) => sum + run, 0);

/** When the first plate of the course on its way became ready, be it one of four: from then on food dies under the lamps. null: none stands there. */
export function passSince(tile: TileView): number | null {
  const { course } = progressOf(tile);
  const times = tile.lines.flatMap((line) => (line.course === course ? (line.passAt ?? []) : []));
  return times.length === 0 ? null : Math.min(...times);
}

/** Stations of this table's fired food that have not heard it for so long. */
export function notHeardBy(tile: TileView, now: number, limitMs: number): StationId[] {
  const silent = tile.lines
    .filter(isOnItsWay)
    .flatMap(({ parts }) => parts)
    .filter(({ state, at }) => state === 'fired' && at !== null && now - at >= limitMs);
  return [...new Set(silent.map(({ station }) => station))];
}
