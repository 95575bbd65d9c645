import { type RefObject, useState } from 'react';
import { handClock } from '../../../ui/handClock.ts';
import type { PressWatch } from '../../../ui/press/PressWatch.ts';
import type { BoardModel } from '../BoardModel.ts';
import type { SheetControl } from '../sheet/sheetContext.ts';
import type { Refuse } from '../useRefusals.ts';
import type { Bar } from './barContext.ts';
import { boardPlaces } from './barPlaces.ts';
import { useBarKeys } from './useBarKeys.ts';

interface BoardBarParts {
  readonly root: RefObject<HTMLElement | null>;
  readonly model: BoardModel;
  readonly watch: PressWatch;
  readonly sheets: SheetControl;
  readonly refuse: Refuse;
  readonly goTo: (page: number) => void;
}

/** The bump bar of a board. */
export function useBoardBar({ root, model, watch, sheets, refuse, goTo }: BoardBarParts): Bar {
  const [places] = useState(() => boardPlaces(model, handClock));
  return useBarKeys({
    root,
    places,
    watch,
    refuse,
    nextPage: () => {
      const { page, pages } = model.get();
      goTo((page + 1) % pages);
    },
    allDay: () => nextDish(model, sheets),
    closeSheet: () => {
      sheets.close();
      return sheets.open !== null;
    },
  });
}

/** One dish after the other, and after the last none. */
function nextDish(model: BoardModel, { open, show, close }: SheetControl): void {
  const dishes = model.get().board.allDay;
  const at = open?.kind === 'dish' ? dishes.findIndex(({ key }) => key === open.key) : -1;
  const next = dishes[at + 1];
  if (next === undefined) close();
  else show({ kind: 'dish', key: next.key });
}
