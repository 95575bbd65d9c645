import type { StationId } from '../../lib/ids.ts';
import { openHowLong } from '../model/howLong.ts';
import { courseItems, isLive, isWorkAt } from '../model/progress.ts';
import type { Ticket } from '../model/ticket.ts';
import type { HowLongView, TileView } from './boardView.ts';

const MINUTE_MS = 60_000;

/** What expo has said to this station about a ticket. A tile without any of it has no such members, so that no tile is drawn for them. */
export function talkAt(ticket: Ticket, station: StationId): Pick<TileView, 'askedAt' | 'notes'> {
  const asked = openHowLong(ticket, station);
  const notes = ticket.stationNotes.filter((note) => note.station === station);
  return {
    ...(asked !== null && asked.answeredAt === null ? { askedAt: asked.askedAt } : {}),
    ...(notes.length > 0 ? { notes } : {}),
  };
}

/** Expo's side of it: what it waits for, and whether a runner is called. */
export function talkOf(ticket: Ticket): Pick<TileView, 'howLong' | 'notes' | 'hands'> {
  const howLong = (Object.keys(ticket.howLong) as StationId[]).flatMap((station) => {
    const open = openHowLong(ticket, station);
    if (open === null) return [];
    const { askedAt, minutes, answeredAt, by } = open;
    const dueAt = minutes === null || answeredAt === null ? null : answeredAt + minutes * MINUTE_MS;
    const saidBy = by === station ? null : by;
    return [{ station, askedAt, minutes, dueAt, saidBy } satisfies HowLongView];
  });
  const notes = ticket.stationNotes.filter((note) =>
    ticket.items.some(({ batches }) => batches.some((batch) => isWorkAt(batch, note.station))),
  );
  const { hands } = ticket;
  return {
    ...(howLong.length > 0 ? { howLong } : {}),
    ...(notes.length > 0 ? { notes } : {}),
    ...(hands !== null && hasPlates(ticket, hands.course) ? { hands } : {}),
  };
}

/** Something of this course stands at the pass. */
export function hasPlates(ticket: Ticket, course: number): boolean {
  return courseItems(ticket, course).some(({ batches }) =>
    batches.some((batch) => isLive(batch) && batch.bumped > batch.run),
  );
}
