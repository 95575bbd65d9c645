import type { HouseConfig } from '../../config/houseConfig.ts';
import type { State } from '../model/state.ts';
import type { TileView } from './boardView.ts';
import { expoBoard } from './stationBoard.ts';

/** What the pass has to say of a table, for a screen that is not its own: expo's tile, and the course that comes next. */
export interface ExpoRow {
  readonly tile: TileView;
  /** The first course that is held; null: none waits. */
  readonly next: number | null;
}

/** Every open table as expo has it, in expo's order. */
export function expoColumn(state: State, config: HouseConfig, now: number): ExpoRow[] {
  return expoBoard(state, config, now).tiles.map((tile) => ({
    tile,
    next: tile.courses.find(({ state: course }) => course === 'held')?.number ?? null,
  }));
}
