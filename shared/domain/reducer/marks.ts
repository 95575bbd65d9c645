import type { StationId } from '../../lib/ids.ts';
import { waitsSince } from '../model/paper.ts';
import { courseProgress, ticketProgress } from '../model/progress.ts';
import type { Ticket } from '../model/ticket.ts';

/** Takes back "ready", "run" and "ended" where the food no longer bears it out: a recall, an add-on, a refire. */
export function withMarksTakenBack(ticket: Ticket): Ticket {
  if (!isMarked(ticket)) return ticket;
  const courses = ticket.courses.map((course) => {
    if (course.readyAt === null && course.runAt === null) return course;
    const { food, isReady, isRun } = courseProgress(ticket, course.number);
    if (food === 0) return course;
    return { ...course, readyAt: isReady ? course.readyAt : null, runAt: isRun ? course.runAt : null };
  });
  if (ticket.readyAt === null && ticket.runAt === null && ticket.endedAt === null)
    return { ...ticket, courses };
  const { food, isReady, isRun, isSeen } = ticketProgress(ticket);
  return {
    ...ticket,
    courses,
    readyAt: food === 0 || isReady ? ticket.readyAt : null,
    runAt: isRun ? ticket.runAt : null,
    endedAt: isRun && isSeen ? ticket.endedAt : null,
  };
}

function isMarked({ courses, readyAt, runAt, endedAt }: Ticket): boolean {
  if (readyAt !== null || runAt !== null || endedAt !== null) return true;
  return courses.some((course) => course.readyAt !== null || course.runAt !== null);
}

/**
 * The glass of these stations now shows something else of this ticket. What nobody had listed of it `before` waits on from when it came: news of
 * a ticket takes no time from its paper.
 */
export function withVersions(
  ticket: Ticket,
  before: Ticket,
  stations: readonly StationId[],
  { seq, at }: { readonly seq: number; readonly at: number },
): Ticket {
  if (stations.length === 0) return ticket;
  const versions = { ...ticket.versions };
  const versionAts = { ...ticket.versionAts };
  for (const station of stations) {
    versions[station] = seq;
    versionAts[station] = waitsSince(before, station) ?? at;
  }
  return { ...ticket, versions, versionAts };
}
