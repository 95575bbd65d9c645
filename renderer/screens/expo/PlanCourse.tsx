import type { TileView } from '../../../shared/domain/selectors/boardView.ts';
import { usePort } from '../../app/portContext.ts';
import { useSpeech } from '../../app/words.ts';
import { Press } from '../../ui/press/Press.tsx';
import type { BoardTools } from '../board/boardTools.ts';
import css from '../board/sheet/Sheet.module.css';
import { plannedAfter } from './planning.ts';

const STEPS = [2, 5] as const;

/** +2, +5 on a held course: it fires then by itself, and HOLD takes that back. */
export function PlanCourse(props: { tile: TileView; number: number; tools: BoardTools }) {
  const { tile, number, tools } = props;
  const { t } = useSpeech();
  const port = usePort();
  const course = tile.courses.find((known) => known.number === number);
  if (course?.state !== 'held') return null;
  const plan = (minutes: number) => {
    const fireAt = plannedAfter(course.at, port.now(), minutes);
    tools.send(null, { type: 'course.plan', ticket: tile.ticketId, course: number, fireAt });
  };
  const hold = () =>
    tools.send(null, { type: 'course.hold', ticket: tile.ticketId, course: number, seen: port.get().seq });
  return (
    <div className={css.section} data-testid="plan" data-course={number}>
      <div className={css.choices}>
        {STEPS.map((minutes) => (
          <Press
            key={minutes}
            zone={`plan:${number}:${minutes}`}
            testId={`plan-${minutes}`}
            className={css.button}
            act={() => plan(minutes)}
          >
            {t('pass.plus', { count: minutes })}
          </Press>
        ))}
        {course.at !== null && (
          <Press zone={`plan:${number}:hold`} testId="plan-hold" className={css.button} act={hold}>
            {t('expo.hold')}
          </Press>
        )}
      </div>
    </div>
  );
}
