import type { TicketId } from '../../lib/ids.ts';
import { openHowLong } from '../model/howLong.ts';
import { courseItems, isCookingAt, isLive, isWorkAt } from '../model/progress.ts';
import type { Ticket } from '../model/ticket.ts';
import type { CommandOf } from './command.ts';
import { hearTicket } from './cook.ts';
import { type Draft, refuse } from './draft.ts';
import { ticketMeant } from './findTicket.ts';
import { settle } from './settle.ts';

/** Rules N: what passes between expo, its stations and its runners. None of it changes food. */

export function noteStation(draft: Draft, command: CommandOf<'station.note'>): TicketId {
  const ticket = ticketMeant(draft, command.ticket);
  const { at: station, preset, words } = command;
  if ((preset === null) === (words === null)) refuse('invalid', 'A note is one of the ready ones or words.');
  const hasWork = batchesOf(ticket).some((batch) => isWorkAt(batch, station));
  if (!hasWork) refuse('not_found', `${station} has no food of this ticket.`, 'at');
  const isThere = ticket.stationNotes.some(
    (note) => note.station === station && note.preset === preset && note.words === words,
  );
  if (isThere) return ticket.id;
  const note = { id: draft.ctx.newId(), station, preset, words, sentAt: draft.now };
  draft.emit({ type: 'station.noted', ticket: ticket.id, note });
  return ticket.id;
}

export function askStation(draft: Draft, command: CommandOf<'station.ask'>): TicketId {
  const ticket = ticketMeant(draft, command.ticket);
  const { at: station } = command;
  const isCooking = batchesOf(ticket).some((batch) => isCookingAt(batch, station));
  if (!isCooking) refuse('not_found', `${station} is cooking nothing of this ticket.`, 'at');
  const open = openHowLong(ticket, station);
  if (open === null || open.answeredAt !== null)
    draft.emit({ type: 'station.asked', ticket: ticket.id, station });
  return ticket.id;
}

export function answerHowLong(draft: Draft, command: CommandOf<'station.answer'>): TicketId {
  const ticket = ticketMeant(draft, command.ticket);
  const { station, minutes } = command;
  const known = openHowLong(ticket, station);
  if (!known) return refuse('superseded', 'Nobody asks how long any more.');
  if (known.minutes === minutes) return ticket.id;
  draft.emit({ type: 'station.answered', ticket: ticket.id, station, minutes });
  hearTicket(draft, ticket.id, station);
  settle(draft, ticket.id);
  return ticket.id;
}

export function callHands(draft: Draft, command: CommandOf<'hands.call'>): TicketId {
  const ticket = ticketMeant(draft, command.ticket);
  const { course, isOn } = command;
  const isCalled = ticket.hands?.course === course;
  if (isCalled === isOn) return ticket.id;
  const plates = courseItems(ticket, course).flatMap((item) => item.batches.filter(isLive));
  if (isOn && !plates.some((batch) => batch.bumped > batch.run))
    refuse('not_ready', `No plate of course ${course} stands at the pass.`, 'course');
  draft.emit({ type: 'call', ticket: ticket.id, kind: 'hands', course, isOn });
  return ticket.id;
}

const batchesOf = (ticket: Ticket) => ticket.items.flatMap(({ batches }) => batches);
