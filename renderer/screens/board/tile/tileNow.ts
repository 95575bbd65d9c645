import { createContext, type RefObject, useContext } from 'react';
import type { TileView } from '../../../../shared/domain/selectors/boardView.ts';

/**
 * The tile that is on the glass, for what is pressed on a line of it: a line that did not change is not drawn again when its tile does, and a
 * press on it is still a press on the tile as it stands.
 */
const TileNow = createContext<RefObject<TileView> | null>(null);
export const TileNowProvider = TileNow.Provider;

export function useTileNow(drawn: TileView): () => TileView {
  const now = useContext(TileNow);
  return () => now?.current ?? drawn;
}
