import { useMemo } from 'react';
import type { WaitMinutes } from '../../../../shared/config/floor.ts';
import { useSpeech } from '../../../app/words.ts';
import css from './FloorView.module.css';
import type { WordSizes } from './fitWords.ts';
import { PlanTable } from './PlanTable.tsx';
import type { PlanPlace } from './planLayout.ts';
import { keyOf, type TableFace } from './tableFace.ts';
import { useWordSizes } from './useWordSizes.ts';

/** Of a table without a place: its number and three lines of words, ten letters or so wide. */
const LINES = 3;
const WIDE_LINES = 6;

/** Tables that only tickets and parties name. Nothing that somebody sits at is out of sight. */
export function OffPlan(props: {
  faces: readonly TableFace[];
  limits: WaitMinutes;
  selected: readonly string[];
  onSelect: (table: string) => void;
}) {
  const { faces, limits, selected, onSelect } = props;
  const { t } = useSpeech();
  const { sizes } = useWordSizes();
  return (
    <section className={css.off} aria-label={t('host.floor.notOnPlan')}>
      <h2 className={css.offTitle}>{t('host.floor.notOnPlan')}</h2>
      {faces.map((face) => (
        <Loose
          key={keyOf(face)}
          face={face}
          sizes={sizes}
          limits={limits}
          isSelected={face.tables.some((one) => selected.includes(one))}
          onSelect={onSelect}
        />
      ))}
    </section>
  );
}

function Loose(props: {
  face: TableFace;
  sizes: WordSizes;
  limits: WaitMinutes;
  isSelected: boolean;
  onSelect: (table: string) => void;
}) {
  const { face, sizes } = props;
  const place = useMemo((): PlanPlace => {
    const width = sizes.wordPx * WIDE_LINES;
    const height = sizes.numberPx + sizes.wordPx * LINES;
    return { x: 0, y: 0, width, height, rotation: 0, shape: 'square', tables: face.tables };
  }, [face, sizes]);
  return (
    <div className={css.loose} style={{ width: place.width, height: place.height }}>
      <PlanTable {...props} place={place} isTabStop />
    </div>
  );
}
