import { useMemo } from 'react';
import type { StationConfig } from '../../../shared/config/houseConfig.ts';
import { StationId } from '../../../shared/lib/ids.ts';
import { usePicture } from '../../app/portContext.ts';
import type { BoardPlace } from '../../app/screenPort.ts';
import { useSpeech } from '../../app/words.ts';
import { BoardScreen } from '../board/BoardScreen.tsx';
import { stationBlocks } from '../board/blocks.ts';
import { Empty } from '../board/Empty.tsx';
import { SheetButton } from '../board/footer/SheetButton.tsx';
import { RecallLast } from './RecallLast.tsx';

const RECALL_LIST = { kind: 'recall' } as const;

/** What a line cook looks at: the food of one station. */
export function StationScreen({ config }: { config: StationConfig }) {
  const { t, stationName } = useSpeech();
  const station = useMemo(() => StationId.parse(config.id), [config.id]);
  const place = useMemo((): BoardPlace => ({ kind: 'station', station }), [station]);
  const hasNoPass = usePicture(({ config: house }) => house.pass === 'none');
  const name = stationName(config.id);
  return (
    <BoardScreen
      place={place}
      name={name}
      blocksOf={stationBlocks}
      steps={config.steps}
      canAnswer={hasNoPass}
      canRun={false}
      layout={config.layout}
      hasFixedSlots={config.hasFixedSlots}
      empty={<Empty title={t('empty.station', { station: name })} why={t('empty.stationWhy')} />}
      buttons={(tools) => (
        <>
          <RecallLast station={station} tools={tools} />
          <SheetButton sheet={RECALL_LIST} words={t('footer.recallList')} />
        </>
      )}
    />
  );
}
