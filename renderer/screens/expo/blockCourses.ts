import type { BlockTable } from '../../../shared/domain/selectors/tableBlock.ts';
import type { TicketId } from '../../../shared/lib/ids.ts';

/** One course of the tables chosen: where it waits, where it may be taken back, and how much of all is plated. */
export interface ChosenCourse {
  readonly number: number;
  readonly name: string | null;
  readonly held: readonly TicketId[];
  readonly mayHold: readonly TicketId[];
  readonly portions: number;
  readonly plated: number;
}

/** By number. What is run at every one of them is no longer asked for. */
export function blockCourses(tables: readonly BlockTable[]): ChosenCourse[] {
  const all = tables.flatMap(({ ticketId, courses }) => courses.map((course) => ({ ticketId, course })));
  const numbers = [...new Set(all.map(({ course }) => course.number))].sort((a, b) => a - b);
  return numbers.flatMap((number) => {
    const own = all.filter(({ course }) => course.number === number);
    if (own.every(({ course }) => course.state === 'run')) return [];
    return [
      {
        number,
        name: own.find(({ course }) => course.name !== null)?.course.name ?? null,
        held: own.filter(({ course }) => course.state === 'held').map(({ ticketId }) => ticketId),
        mayHold: own.filter(({ course }) => course.mayHold).map(({ ticketId }) => ticketId),
        portions: own.reduce((sum, { course }) => sum + course.portions, 0),
        plated: own.reduce((sum, { course }) => sum + course.plated, 0),
      },
    ];
  });
}
