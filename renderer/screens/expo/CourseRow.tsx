import type { StripCourse, TileView } from '../../../shared/domain/selectors/boardView.ts';
import { type Speech, useSpeech } from '../../app/words.ts';
import { cls } from '../../ui/cls.ts';
import { Press } from '../../ui/press/Press.tsx';
import { useActions } from '../board/boardActions.ts';
import { courseName } from '../board/tile/CourseStrip.tsx';
import { tileKey } from '../board/tileKey.ts';
import css from './CourseRow.module.css';

/** One course of a table on expo: where it stands, and the one press that makes sense of it. */
export function CourseRow({ tile, number }: { tile: TileView; number: number }) {
  const speech = useSpeech();
  const actions = useActions();
  const course = tile.courses.find((known) => known.number === number);
  if (!course) return null;
  const name = courseName(course, speech);
  return (
    <div data-testid="course" data-course={number} className={cls(css.course, css[course.state])}>
      <span className={css.name}>{name}</span>
      <span className={css.state}>
        {stateWords(course, speech)}
        {course.holdCameLateAt !== null && <b className={css.late}>{speech.t('course.holdCameLate')}</b>}
      </span>
      {course.state === 'held' && (
        <Press
          zone={tileKey(tile)}
          testId="fire"
          className={cls(css.button, css.fire)}
          label={speech.t('expo.fireCourse', { course: name })}
          act={(down) => actions.fire(tile, number, down)}
        >
          {speech.t('expo.fire')}
        </Press>
      )}
      {course.state === 'fired' && (
        <Press
          zone={tileKey(tile)}
          testId="hold"
          className={css.button}
          label={speech.t('expo.holdCourse', { course: name })}
          act={(down) => actions.hold(tile, number, down)}
        >
          {speech.t('expo.hold')}
        </Press>
      )}
    </div>
  );
}

function stateWords({ state, at, isPlanned }: StripCourse, { t, time }: Speech): string {
  if (isPlanned && at !== null) return t('pass.fireAt', { time: time(at) });
  if (at === null) return t(`course.state.${state}`);
  return t(state === 'held' ? 'course.heldUntil' : `course.${state}`, { time: time(at) });
}
