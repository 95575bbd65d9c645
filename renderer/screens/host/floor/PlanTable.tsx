import { Fragment, memo, useMemo } from 'react';
import type { WaitMinutes } from '../../../../shared/config/floor.ts';
import { tableNeeds } from '../../../../shared/domain/selectors/tableWaits.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { boundsOf } from '../../../ui/plan/geometry.ts';
import stripe from '../../../ui/plan/SectionStripe.module.css';
import { Press } from '../../../ui/press/Press.tsx';
import { Shape } from '../../../ui/Shape.tsx';
import { useTick } from '../../../ui/useTick.ts';
import { type FactName, factsOf } from './facts.ts';
import { fitWords, type WordSizes } from './fitWords.ts';
import css from './PlanTable.module.css';
import type { PlanPlace } from './planLayout.ts';
import type { TableFace } from './tableFace.ts';

const MINUTE_MS = 60_000;

export interface PlanTableProps {
  readonly face: TableFace;
  readonly place: PlanPlace;
  readonly sizes: WordSizes;
  readonly limits: WaitMinutes;
  readonly isSelected: boolean;
  /** Keys come here first. */
  readonly isTabStop: boolean;
  readonly onSelect: (table: string) => void;
}

/** A table of the live plan. Drawn again when it has changed itself, or its minute has. */
export const PlanTable = memo(function PlanTable(props: PlanTableProps) {
  const { face, place, sizes, limits, isSelected, isTabStop, onSelect } = props;
  const speech = useSpeech();
  const minutes = useTick((now) => minutesSince(face.since, now) ?? -1);
  const awayMinutes = useTick((now) => minutesSince(face.awaySince, now) ?? -1);
  const need = useTick((now) => tableNeeds({ ...face, nextAt: face.next?.at ?? null }, limits, now) ?? '');
  const facts = useMemo(
    () =>
      factsOf(
        face,
        { minutes: known(minutes), awayMinutes: known(awayMinutes), isNeeded: need !== '' },
        speech,
      ),
    [face, minutes, awayMinutes, need, speech],
  );
  const { lines, isNumberSmall } = useMemo(() => fitWords(place, facts, sizes), [place, facts, sizes]);
  const box = useMemo(() => boundsOf([place]), [place]);
  const [table = '', ...others] = place.tables;
  const drawn = lines.flat().flatMap(({ text }) => (text === '' ? [] : [text]));
  // As it stands there, so that whoever says what he sees is understood, and then all that had no room.
  const label = [
    speech.t('host.floor.table', { table: drawn.join(' ') }),
    ...facts.flatMap(({ forms }) => forms.at(-1) ?? []).filter((words) => !drawn.includes(words)),
    need === '' ? '' : speech.t(`host.floor.need.${need}`),
  ].filter((words) => words !== '');
  return (
    <Press
      zone={`table:${table}`}
      className={cls(css.table, css[place.shape], isSelected && css.selected, need !== '' && css.needed)}
      style={{ left: box.left, top: box.top, width: box.right - box.left, height: box.bottom - box.top }}
      testId="table"
      data={{ 'data-table': table, 'data-stage': face.stage, 'data-move': face.move, 'data-need': need }}
      isChosen={isSelected}
      label={label.join(', ')}
      tabIndex={isTabStop ? 0 : -1}
      act={() => onSelect(table)}
    >
      <span
        className={cls(css.shape, stripe.stripe)}
        style={{ width: place.width, height: place.height, rotate: `${place.rotation}deg` }}
        data-colour={face.colour ?? undefined}
      />
      {others.map((other) => (
        // Each of them is found by its own name.
        <span
          key={other}
          className={css.member}
          data-testid="table"
          data-table={other}
          data-stage={face.stage}
        />
      ))}
      <span className={css.words}>
        {lines.map((line) => (
          <span key={line.map(({ fact }) => fact).join(' ')} className={css.line}>
            {line.map(({ fact, text }) => (
              <Fragment key={fact}>
                <span className={cls(css[fact], fact === 'number' && isNumberSmall && css.small)}>
                  {SHAPES[fact] !== undefined && <Shape name={SHAPES[fact]} />}
                  {text}
                </span>{' '}
              </Fragment>
            ))}
          </span>
        ))}
      </span>
    </Press>
  );
});

const SHAPES: Partial<Record<FactName, 'allergy' | 'alert'>> = { allergy: 'allergy', need: 'alert' };

/** Whole minutes; null: since never. */
function minutesSince(since: number | null, now: number): number | null {
  return since === null ? null : Math.max(0, Math.floor((now - since) / MINUTE_MS));
}

const known = (minutes: number): number | null => (minutes < 0 ? null : minutes);
