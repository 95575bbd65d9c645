import type { ScreenCommand } from '../../../shared/domain/commands/command.ts';
import type { LineView, TileView } from '../../../shared/domain/selectors/boardView.ts';

/** All portions of these lines have gone out. */
export function runCourse(
  tile: Pick<TileView, 'ticketId'>,
  lines: readonly LineView[],
  course: number,
  anyway: boolean,
  seen: number,
): ScreenCommand {
  const portions = lines.flatMap((line) =>
    line.portions.map(({ item, batch, quantity }) => ({ item, batch, quantity })),
  );
  return { type: 'course.run', ticket: tile.ticketId, course, portions, anyway, seen };
}

export type UndoRun = Omit<Extract<ScreenCommand, { type: 'run.undo' }>, 'seen'>;

/** The counts that stood before the run: gone out, and ready at the stations that RUN ANYWAY bumps. */
export function undoRun(tile: Pick<TileView, 'ticketId'>, lines: readonly LineView[]): UndoRun {
  const portions = lines.flatMap((line) =>
    line.portions.map(({ item, batch, run }) => ({ item, batch, quantity: run })),
  );
  const parts = lines.flatMap((line) =>
    line.parts
      .filter(({ state }) => state !== 'ready')
      .flatMap(({ station }) =>
        line.portions.map(({ item, batch, ready }) => ({ item, batch, station, quantity: ready })),
      ),
  );
  return { type: 'run.undo', ticket: tile.ticketId, portions, parts };
}
