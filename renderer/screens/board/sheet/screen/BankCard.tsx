import { useRef } from 'react';
import { useSpeech } from '../../../../app/words.ts';
import { Press } from '../../../../ui/press/Press.tsx';
import { useSize } from '../../../../ui/useSize.ts';
import sheet from '../Sheet.module.css';
import css from './GlassSheet.module.css';

/** ISO/IEC 7810 ID-1: every bank card, in mm. */
const CARD_WIDTH_MM = 85.6;
const CARD_HEIGHT_MM = 53.98;
/** 0.9 mm of a card: a press is seen, and nobody is further off than half of it. */
const STEP = 1.01;

/** An outline as large as a bank card, if the glass is as large as it is taken for; it stands where a sheet is too narrow for it to lie. */
export function BankCard({ pxPerMm, onScale }: { pxPerMm: number; onScale: (by: number) => void }) {
  const { t } = useSpeech();
  const around = useRef<HTMLDivElement>(null);
  const room = useSize(around);
  const [long, short] = [CARD_WIDTH_MM * pxPerMm, CARD_HEIGHT_MM * pxPerMm];
  const isStanding = room !== null && room.widthPx < long;
  const style = isStanding ? { width: short, height: long } : { width: long, height: short };
  return (
    <div className={css.measure}>
      <div ref={around} className={css.around}>
        <div className={css.card} style={style} data-testid="bank-card">
          {t('glass.card')}
        </div>
      </div>
      <div className={sheet.choices}>
        <Press zone="card:less" testId="card-less" className={sheet.button} act={() => onScale(1 / STEP)}>
          {t('glass.cardLess')}
        </Press>
        <Press zone="card:more" testId="card-more" className={sheet.button} act={() => onScale(STEP)}>
          {t('glass.cardMore')}
        </Press>
      </div>
    </div>
  );
}
