import { createContext, useContext } from 'react';
import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import type { Block } from './blocks.ts';
import type { PartHeights } from './HeightBook.ts';

/** Between a tile on the glass and the board that decides where it tears. */
export interface Measure {
  readonly blocksOf: (tile: TileView) => readonly Block[];
  readonly note: (id: string, heights: PartHeights) => void;
  /** Another number: every tile that is on the glass is to be measured anew. */
  readonly measuring: number;
}

const MeasureContext = createContext<Measure | null>(null);
export const MeasureProvider = MeasureContext.Provider;

export function useMeasure(): Measure {
  const measure = useContext(MeasureContext);
  if (!measure) throw new Error('a tile stands outside its board');
  return measure;
}
