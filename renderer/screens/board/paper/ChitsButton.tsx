import { memo } from 'react';
import { usePicture } from '../../../app/portContext.ts';
import { useSpeech } from '../../../app/words.ts';
import { useActions } from '../boardActions.ts';
import { SheetButton } from '../footer/SheetButton.tsx';
import { usePaperTools } from './paperTools.ts';
import { usePaperLines } from './usePaperLines.ts';

const CHITS = { kind: 'chits' } as const;

/** `CHITS · 2`: so many lines wait. A house without a printer has no chits to look at, only what its lines say. */
export const ChitsButton = memo(function ChitsButton() {
  const { t } = useSpeech();
  const { here } = usePaperTools();
  const { canAnswer } = useActions();
  const count = usePaperLines(here, canAnswer).length;
  const hasPrinters = usePicture(({ config }) => config.printers.length > 0);
  if (!hasPrinters && count === 0) return null;
  return <SheetButton sheet={CHITS} words={count > 0 ? t('paper.chitsOwed', { count }) : t('paper.chits')} />;
});
