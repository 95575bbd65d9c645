import { usePicture } from '../../app/portContext.ts';
import type { BoardPlace } from '../../app/screenPort.ts';
import { useSpeech } from '../../app/words.ts';
import { BoardScreen } from '../board/BoardScreen.tsx';
import { expoBlocks } from '../board/blocks.ts';
import { Empty } from '../board/Empty.tsx';
import { SheetButton } from '../board/footer/SheetButton.tsx';
import { HandOffButton } from '../handoff/HandOffButton.tsx';

const PLACE: BoardPlace = { kind: 'expo' };
const RECALL_LIST = { kind: 'recall' } as const;

/** The pass: every table whole, with its courses to fire and its questions to answer. */
export function ExpoScreen() {
  const { t } = useSpeech();
  const hasPass = usePicture(({ config }) => config.pass === 'expo');
  return (
    <BoardScreen
      place={PLACE}
      name={t('footer.expo')}
      blocksOf={expoBlocks}
      steps={2}
      canAnswer
      canRun={hasPass}
      empty={<Empty title={t('empty.expo')} why={t('empty.expoWhy')} />}
      buttons={() => (
        <>
          <HandOffButton />
          <SheetButton sheet={RECALL_LIST} words={t('sheet.recall')} />
        </>
      )}
    />
  );
}
