import { memo } from 'react';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { BarPress } from '../bar/BarPress.tsx';
import { useActions } from '../boardActions.ts';
import { placeKey } from '../boardLayout.ts';
import { UNDO_MS } from '../places.ts';
import css from './Hole.module.css';
import { useIsTooSoon } from './useIsTooSoon.ts';

/** A bumped tile's place during its undo: the button stands where BUMP stood, and a bar drains. */
export const Hole = memo(function Hole({ id, title, canUndo, isLast, isRow }: HoleProps) {
  const { t } = useSpeech();
  const actions = useActions();
  const isTooSoon = useIsTooSoon();
  return (
    <section
      className={cls(css.hole, isRow && css.row)}
      data-testid={isLast ? 'tombstone' : undefined}
      data-ticket={id}
    >
      <p className={css.words}>
        <b>{title}</b>
        <span>{t(wentAs(actions.kind, canUndo))}</span>
      </p>
      {canUndo && isLast && (
        <BarPress
          place={placeKey({ kind: 'hole', id })}
          zone={`hole:${id}`}
          testId="undo"
          className={css.undo}
          isBlocked={isTooSoon}
          act={(down) => actions.undo(id, down)}
        >
          <span>{t('place.undo', { title })}</span>
          <span className={css.bar} style={{ animationDuration: `${UNDO_MS}ms` }} />
        </BarPress>
      )}
    </section>
  );
});

const wentAs = (kind: 'station' | 'expo', isOurs: boolean) =>
  isOurs ? (kind === 'expo' ? 'course.state.run' : 'place.bumped') : 'place.gone';

interface HoleProps {
  readonly id: string;
  readonly title: string;
  readonly canUndo: boolean;
  /** A long ticket leaves several cells; the undo is where the bump was. */
  readonly isLast: boolean;
  /** UNDO stands beside the words, as BUMP stood beside the dishes. */
  readonly isRow: boolean;
}
