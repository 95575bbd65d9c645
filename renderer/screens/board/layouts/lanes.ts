import type { BoardGrid } from '../boardGrid.ts';

/** A run of the grid's columns whose tickets stand in an order of their own; a board of tiles or rows is one lane. */
export interface Lane {
  /** First column. */
  readonly column: number;
  readonly columns: number;
  readonly course: LaneCourse | null;
}

/** The heading. `isAndLater`: the glass has no column for each course, and the last takes all that follow. */
export interface LaneCourse {
  readonly key: string;
  readonly number: number;
  readonly name: string | null;
  readonly isAndLater: boolean;
}

export const wholeGrid = ({ columns }: BoardGrid): readonly Lane[] => [{ column: 0, columns, course: null }];

/** Courses into columns, in their order, as even as they come. What is left over goes to those with most tickets. */
export function lanesOf(
  courses: readonly Omit<LaneCourse, 'isAndLater'>[],
  columns: number,
  ticketsOf: (course: string) => number,
): Lane[] {
  const shown = courses.slice(0, columns);
  if (shown.length === 0) return [{ column: 0, columns, course: null }];
  const each = Math.floor(columns / shown.length);
  const byTickets = [...shown].sort((a, b) => ticketsOf(b.key) - ticketsOf(a.key));
  const wider = new Set(byTickets.slice(0, columns % shown.length));
  let column = 0;
  return shown.map((course, at) => {
    const lane = { column, columns: each + (wider.has(course) ? 1 : 0) };
    column += lane.columns;
    const isAndLater = at === shown.length - 1 && courses.length > shown.length;
    return { ...lane, course: { ...course, isAndLater } };
  });
}

/**
 * Cells are numbered row by row across the whole glass, whatever the layout: that is what keys and receipts go by. A lane fills its own, side by
 * side; a list goes down a column first, as one reads a list.
 */
export function cellIn(lane: Lane, grid: BoardGrid, at: number): number {
  const { columns, rows } = grid;
  if (grid.layout === 'list') return (at % rows) * columns + lane.column + Math.floor(at / rows);
  return Math.floor(at / lane.columns) * columns + lane.column + (at % lane.columns);
}

/** The other way; null: the cell is not of this lane. */
export function placeIn(lane: Lane, grid: BoardGrid, cell: number): number | null {
  const { columns, rows } = grid;
  const row = Math.floor(cell / columns);
  const column = (cell % columns) - lane.column;
  if (column < 0 || column >= lane.columns || row >= rows) return null;
  return grid.layout === 'list' ? column * rows + row : row * lane.columns + column;
}
