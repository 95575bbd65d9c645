const MINUTE_MS = 60_000;

/** Hub instant: so many minutes after what it was due at; a course that nobody has planned, or that is overdue, counts from now. */
export function plannedAfter(dueAt: number | null, now: number, minutes: number): number {
  return Math.round(Math.max(dueAt ?? now, now)) + minutes * MINUTE_MS;
}
