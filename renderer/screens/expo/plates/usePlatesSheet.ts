import { useCallback } from 'react';
import type { ActionParts } from '../../board/makeActions.ts';
import type { SheetName } from '../../board/sheet/sheetContext.ts';

/** RUN of a course with plates for an allergy: they lie open first. */
export function usePlatesSheet(show: (sheet: SheetName) => void): ActionParts['openPlates'] {
  return useCallback(
    (tile, course, lines, anyway) =>
      show({ kind: 'plates', ticket: tile.ticketId, course, lines: lines.map(({ key }) => key), anyway }),
    [show],
  );
}
