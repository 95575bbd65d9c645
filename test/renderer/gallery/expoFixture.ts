import type { Board, LineView } from '../../../shared/domain/selectors/boardView.ts';
import { FIXTURE_NOW, station } from '../../support/boardFixtures.ts';

/** The same evening seen from the pass: each dish with its stations. */
export function expoBoardOf(board: Board): Board {
  return {
    ...board,
    tiles: board.tiles.map((tile) => ({
      ...tile,
      place: { kind: 'none' },
      lines: tile.lines.map(withParts),
    })),
    allDay: [],
  };
}

function withParts(line: LineView, index: number): LineView {
  const state =
    line.state === 'ready' ? 'ready' : index % 3 === 0 ? 'started' : index % 3 === 1 ? 'heard' : 'fired';
  const parts = [
    { station: station('grill'), state, at: state === 'ready' ? FIXTURE_NOW - 60_000 : null } as const,
  ];
  const fry = { station: station('fry'), state: 'fired', at: null } as const;
  return {
    ...line,
    parts: line.state === 'void' ? [] : index % 2 === 0 ? parts : [...parts, fry],
    alsoAt: [],
  };
}
