import type { BoardPicture } from '../BoardModel.ts';
import type { PlacedPlace } from '../boardLayout.ts';

/** Cells of a page are numbered from 1 in reading order, empty ones and holes too: a number stays where it is whatever leaves the board. */
export function placeAt(picture: BoardPicture, number: number): PlacedPlace | null {
  const cell = number - 1;
  if (isCovered(picture, cell)) return null;
  return (
    picture.places.find(({ parts }) =>
      parts.some((part) => part.page === picture.page && part.cell === cell),
    ) ?? null
  );
}

/** Where its bump place stands: the cell of its last part, or null while that is not on the glass. */
export function numberOf(picture: BoardPicture, key: string): number | null {
  const last = picture.places.find((place) => place.key === key)?.parts.at(-1);
  if (last === undefined || last.page !== picture.page || isCovered(picture, last.cell)) return null;
  return last.cell + 1;
}

/** A sheet lies over it. */
function isCovered({ grid, covered }: BoardPicture, cell: number): boolean {
  return cell % grid.columns >= grid.columns - covered;
}
