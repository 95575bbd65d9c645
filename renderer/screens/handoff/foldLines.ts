import type { HandOffOrder, PackLine } from '../../../shared/domain/selectors/handOffList.ts';

/** What a card shows before it says how many more: with four its PACK ALL is still on a 10 inch glass, and half of an upright wall is free. */
export const FIRST_LINES = 4;

/**
 * Rule H5: the lines of a long order that stand behind a press, so that it pushes no other order off the glass. None of an allergy and none
 * that is missing: once the first dish is in a bag or somebody waits at the door, what is in no bag yet.
 */
export function foldedLines({ lines, hereAt }: HandOffOrder): ReadonlySet<PackLine> {
  const isPacking = hereAt !== null || lines.some(({ bag }) => bag !== null);
  const mayFold = ({ line, bag }: PackLine) => line.allergies.length === 0 && !(isPacking && bag === null);
  const free = lines.filter(mayFold);
  const room = Math.max(0, FIRST_LINES - (lines.length - free.length));
  const folded = free.slice(room);
  // The row that says so is as high as the line it would hide.
  return new Set(folded.length > 1 ? folded : []);
}

/** How many plates that is: as PACK ALL counts them. */
export function platesOf(lines: Iterable<PackLine>): number {
  return [...lines].reduce((sum, { line }) => sum + line.quantity, 0);
}
