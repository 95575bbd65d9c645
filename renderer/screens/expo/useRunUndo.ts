import { useSyncExternalStore } from 'react';
import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import { useActions } from '../board/boardActions.ts';
import type { UndoRun } from './runCommands.ts';

/** While a run of this tile may be undone: what undoes it. */
export function useRunUndo(tile: TileView): UndoRun | null {
  const { runs } = useActions();
  return useSyncExternalStore(runs.subscribe, () => runs.of(tile));
}
