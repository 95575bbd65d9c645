import type { Party, ServedCourse } from '../model/party.ts';
import { isLive, isRun } from '../model/progress.ts';
import { together } from '../model/servedCourses.ts';
import type { Ticket } from '../model/ticket.ts';

/** A course of a whole table: of all its tickets, those that have gone to history among them. */
export interface TableCourse extends ServedCourse {
  /** All of it is ready and waits to be run. */
  readonly isReady: boolean;
}

/** Courses that were fired, lowest first. */
export function tableCourses(tickets: readonly Ticket[], party: Party | null): TableCourse[] {
  const open = tickets.flatMap(({ courses }) =>
    courses
      .filter(({ firedAt }) => firedAt !== null)
      .map(({ number, firedAt, runAt, readyAt }) => ({ course: number, firedAt, runAt, readyAt })),
  );
  const served = open.map(({ course, firedAt, runAt }) => ({ course, firedAt, runAt }));
  return together(party?.served ?? [], served).map((one) => ({
    ...one,
    isReady: open.filter(({ course }) => course === one.course).every(({ readyAt }) => readyAt !== null),
  }));
}

/** As the POS calls it; null: it has no name, or its ticket has gone to history. */
export function courseNameOf(course: number | null, tickets: readonly Ticket[]): string | null {
  for (const { courses } of tickets)
    for (const { number, name } of courses) if (number === course && name !== null) return name;
  return null;
}

/** Something is made once more for this table. */
export function isRefiring(tickets: readonly Ticket[]): boolean {
  return tickets.some(({ items }) =>
    items.some(({ batches }) =>
      batches.some((batch) => batch.kind === 'refire' && isLive(batch) && !isRun(batch)),
    ),
  );
}
