import type { BoardPicture } from './BoardModel.ts';
import type { PlacedPart } from './boardLayout.ts';

/** Something of it stands where eyes can reach it now: on the page shown, and not under a sheet. */
export function isOnGlass(parts: readonly PlacedPart[], picture: BoardPicture): boolean {
  const { page, grid, covered } = picture;
  return parts.some((part) => part.page === page && part.cell % grid.columns < grid.columns - covered);
}
