import { useEffect, useState, useSyncExternalStore } from 'react';
import type { TileView } from '../../../../shared/domain/selectors/boardView.ts';
import { usePort } from '../../../app/portContext.ts';
import type { BoardPlace } from '../../../app/screenPort.ts';
import { handClock } from '../../../ui/handClock.ts';
import type { BoardModel } from '../BoardModel.ts';
import type { Block } from '../blocks.ts';
import { AllDayWatch } from './AllDayWatch.ts';
import { type AllDayGap, allDayGaps } from './allDayGaps.ts';

/** As many as an alert can name. */
const MOST_TOLD = 20;

/** Dishes of which all-day and the tickets on this glass say different numbers. Told to the hub as well. Expo has no all-day. */
export function useAllDayGaps(
  place: BoardPlace,
  model: BoardModel,
  blocksOf: (tile: TileView) => readonly Block[],
): readonly AllDayGap[] {
  const port = usePort();
  const [watch] = useState(
    () =>
      new AllDayWatch({
        model,
        clock: handClock,
        look: () => (place.kind === 'expo' ? [] : allDayGaps(model.get(), blocksOf)),
        report: (gaps) => {
          if (place.kind === 'expo') return;
          const dishes = gaps.slice(0, MOST_TOLD).map(({ name, said, shown }) => ({ name, said, shown }));
          void port.press({ type: 'allDay.doubt', at: place.station, dishes });
        },
      }),
  );
  useEffect(() => watch.start(), [watch]);
  return useSyncExternalStore(watch.subscribe, watch.get);
}
