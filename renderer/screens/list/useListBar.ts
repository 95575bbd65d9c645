import { type RefObject, useLayoutEffect, useState } from 'react';
import type { PressWatch } from '../../ui/press/PressWatch.ts';
import type { Bar } from '../board/bar/barContext.ts';
import { useBarKeys } from '../board/bar/useBarKeys.ts';
import type { Refuse } from '../board/useRefusals.ts';
import { ListPlaces } from './ListPlaces.ts';

interface ListBarParts {
  readonly root: RefObject<HTMLElement | null>;
  readonly watch: PressWatch;
  readonly refuse: Refuse;
  /** Zones of the cards, in their order. */
  readonly cards: readonly string[];
}

/** The bump bar of a list: a number is a card, twice its next step; PAGE scrolls on and from the end to the top. */
export function useListBar({ root, watch, refuse, cards }: ListBarParts): Bar {
  const [places] = useState(() => new ListPlaces());
  useLayoutEffect(() => places.show(cards), [places, cards]);
  return useBarKeys({
    root,
    places,
    watch,
    refuse,
    nextPage: () => {
      const list = root.current?.querySelector('main');
      if (!list) return;
      const isAtEnd = list.scrollTop + list.clientHeight >= list.scrollHeight - 1;
      list.scrollTo({ top: isAtEnd ? 0 : list.scrollTop + list.clientHeight });
    },
    allDay: () => refuse(null, 'bar.nothing'),
    closeSheet: () => false,
  });
}
