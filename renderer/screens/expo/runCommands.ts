import type { ScreenCommand } from '../../../shared/domain/commands/command.ts';
import { blocksFood } from '../../../shared/domain/model/allergen.ts';
import type { CheckedPlate } from '../../../shared/domain/model/food.ts';
import type { LineView, TileView } from '../../../shared/domain/selectors/boardView.ts';

/** Plates of an allergy are looked at before they go, and what may be one is asked again. */
export function isAskedFirst(tile: TileView, lines: readonly LineView[]): boolean {
  if (lines.length > 0 && tile.possible.length > 0) return true;
  return lines.some(
    ({ allergies, possible }) =>
      possible.length > 0 || allergies.some(({ severity }) => blocksFood(severity)),
  );
}

/** All portions of these lines have gone out; `plates`: what was looked at, beside what. */
export function runCourse(
  tile: Pick<TileView, 'ticketId'>,
  lines: readonly LineView[],
  course: number,
  anyway: boolean,
  seen: number,
  plates: readonly CheckedPlate[] = [],
): ScreenCommand {
  const portions = lines.flatMap((line) =>
    line.portions.map(({ item, batch, quantity }) => ({ item, batch, quantity })),
  );
  return { type: 'course.run', ticket: tile.ticketId, course, portions, anyway, plates: [...plates], seen };
}

/** So many plates more of a line, of those that stand there. null: none does. */
export function runSome(
  tile: Pick<TileView, 'ticketId'>,
  line: LineView,
  by: number,
  seen: number,
): ScreenCommand | null {
  let left = by;
  const portions = line.portions.flatMap(({ item, batch, ready, run }) => {
    const more = Math.min(left, ready - run);
    left -= Math.max(0, more);
    return more > 0 ? [{ item, batch, quantity: run + more }] : [];
  });
  if (portions.length === 0) return null;
  return {
    type: 'course.run',
    ticket: tile.ticketId,
    course: line.course,
    portions,
    anyway: false,
    plates: [],
    seen,
  };
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
