import { memo } from 'react';
import { useSpeech } from '../../../app/words.ts';
import { courseName } from '../tile/CourseStrip.tsx';
import css from './LaneHeadings.module.css';
import type { Lane } from './lanes.ts';

/** Each course over its columns. */
export const LaneHeadings = memo(function LaneHeadings({ lanes }: { lanes: readonly Lane[] }) {
  const speech = useSpeech();
  return lanes.map(({ course, column, columns }) =>
    course === null ? null : (
      <h2
        key={course.key}
        className={css.heading}
        style={{ gridColumn: `${column + 1} / span ${columns}`, gridRow: 1 }}
        data-testid="lane"
      >
        {course.isAndLater
          ? speech.t('layout.andLater', { course: courseName(course, speech) })
          : courseName(course, speech)}
      </h2>
    ),
  );
});
