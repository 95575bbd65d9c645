import { useSyncExternalStore } from 'react';
import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import { useActions } from '../board/boardActions.ts';

/** Keys of the lines picked on this tile. */
export function usePicked(tile: TileView): ReadonlySet<string> {
  const { picks } = useActions();
  return useSyncExternalStore(picks.subscribe, () => picks.of(tile));
}
