import type { CSSProperties } from 'react';
import type { HouseConfig } from '../../../../shared/config/houseConfig.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import { coverPace, type Quarter } from '../../../../shared/domain/selectors/coverPace.ts';
import { useLook } from '../../../app/useLook.ts';
import { useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import { Press } from '../../../ui/press/Press.tsx';
import { useDesk } from '../hostContext.ts';
import css from './Pace.module.css';

/** An hour back tells what the kitchen has on its stoves, the rest of two hours what it is about to get. */
const SPAN = { before: 3, after: 6 } as const;

const look = (state: State, config: HouseConfig, now: number) => coverPace(state, config, now, SPAN);

/** Covers by the quarter of an hour: seated solid, expected outlined, the limit as a line across. A press lists who they are. */
export function PaceChart() {
  const { t } = useSpeech();
  const quarters = useLook(look);
  const most = Math.max(
    1,
    ...quarters.map(({ seated, expected, limit }) => Math.max(seated + expected, limit ?? 0)),
  );
  return (
    <ol className={css.chart} aria-label={t('host.pace.chart')} data-testid="pace">
      {quarters.map((quarter, index) => (
        <Column key={quarter.at} quarter={quarter} most={most} isNow={index === SPAN.before} />
      ))}
    </ol>
  );
}

function Column({ quarter, most, isNow }: { quarter: Quarter; most: number; isNow: boolean }) {
  const { t, time } = useSpeech();
  const { open } = useDesk();
  const { at, seated, expected, limit } = quarter;
  const total = seated + expected;
  const isOver = limit !== null && total > limit;
  const style = { '--share-seated': seated / most, '--share-expected': expected / most } as CSSProperties;
  const hint = [
    t('host.pace.quarter', { time: time(at), seated, expected }),
    limit === null ? '' : t('host.pace.limit', { count: limit }),
    isOver ? t('host.pace.over') : '',
  ];
  return (
    <li className={css.column}>
      <Press
        zone={`quarter:${at}`}
        testId="quarter"
        className={cls(css.press, isNow && css.isNow, isOver && css.over)}
        hint={hint.filter((part) => part !== '').join(', ')}
        data={{ 'data-over': `${isOver}` }}
        style={style}
        act={() => open({ kind: 'quarter', at })}
      >
        <span className={css.bars}>
          {expected > 0 && <span className={css.expected} />}
          <span className={css.bar} />
          {limit !== null && (
            <span className={css.limit} style={{ '--share-limit': limit / most } as CSSProperties} />
          )}
          <span className={css.count}>{total > 0 ? total : ''}</span>
        </span>
        <span className={css.time}>{time(at)}</span>
      </Press>
    </li>
  );
}
