import { memo } from 'react';
import type { StripCourse } from '../../../../shared/domain/selectors/boardView.ts';
import { type Speech, useSpeech } from '../../../app/words.ts';
import { cls } from '../../../ui/cls.ts';
import css from './CourseStrip.module.css';

/** Last, current and next; a tasting menu of nine would leave no room for food. */
const SHOWN = 4;

export function courseName({ number, name }: { number: number; name: string | null }, { t }: Speech): string {
  return name ?? (number === 0 ? t('course.zero') : t('course.numbered', { number }));
}

/** The whole table's courses: run struck through, current filled, held grey with its time. */
export const CourseStrip = memo(function CourseStrip({ courses }: { courses: readonly StripCourse[] }) {
  const speech = useSpeech();
  if (courses.length < 2) return null;
  const shown = window3(courses);
  const more = courses.length - shown.length;
  return (
    <ol className={css.strip}>
      {shown.map((course) => (
        <li
          key={course.number}
          data-testid="course"
          data-course={course.number}
          className={cls(css.course, css[course.state], course.isHere && css.here)}
        >
          <span className={css.name}>{courseName(course, speech)}</span>{' '}
          {course.at !== null && <span className={css.time}>{speech.time(course.at)}</span>}
          {course.holdCameLateAt !== null && (
            <span className={css.time}>{speech.t('course.holdCameLate')}</span>
          )}
        </li>
      ))}
      {more > 0 && <li className={cls(css.course, css.more)}>{speech.t('course.more', { count: more })}</li>}
    </ol>
  );
});

function window3(courses: readonly StripCourse[]): readonly StripCourse[] {
  if (courses.length <= SHOWN) return courses;
  const current = courses.findIndex(({ state }) => state === 'fired' || state === 'ready');
  const next = current === -1 ? courses.findIndex(({ state }) => state === 'held') : current;
  const from = Math.max(0, Math.min(next - 1, courses.length - SHOWN + 1));
  return courses.slice(from, from + SHOWN - 1);
}
