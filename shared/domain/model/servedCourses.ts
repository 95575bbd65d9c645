import type { ServedCourse } from './party.ts';

/** Courses of several tickets of a table as one: of each the first fired and, when all of it is run, the last run. */
export function together(a: readonly ServedCourse[], b: readonly ServedCourse[]): ServedCourse[] {
  const byCourse = new Map<number, ServedCourse>();
  for (const one of [...a, ...b]) {
    const known = byCourse.get(one.course);
    byCourse.set(one.course, known ? both(known, one) : one);
  }
  return [...byCourse.values()].sort((x, y) => x.course - y.course);
}

function both(a: ServedCourse, b: ServedCourse): ServedCourse {
  const fired = [a.firedAt, b.firedAt].filter((at) => at !== null);
  return {
    course: a.course,
    firedAt: fired.length > 0 ? Math.min(...fired) : null,
    runAt: a.runAt === null || b.runAt === null ? null : Math.max(a.runAt, b.runAt),
  };
}
