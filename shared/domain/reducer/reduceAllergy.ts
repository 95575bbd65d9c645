import type { AllergyKey, StationId } from '../../lib/ids.ts';
import type { EventOf } from '../events/event.ts';
import type { Batch, Conflict, Item } from '../model/food.ts';
import type { State } from '../model/state.ts';
import type { Ticket, TicketAllergy } from '../model/ticket.ts';
import { withVersions } from './marks.ts';
import { changeBatches, changeItem, changeTicket } from './tables.ts';

type AllergyEvent = EventOf<
  | 'allergy.added'
  | 'allergy.heard'
  | 'allergy.conflict'
  | 'allergy.conflict_gone'
  | 'conflict.answered'
  | 'allergy.plates_checked'
  | 'allergy.possible'
  | 'possible.answered'
  | 'stop.answered'
  | 'allergy.withdrawn'
  | 'allergy.said'
  | 'allergy.seated'
>;

export function reduceAllergy(state: State, event: AllergyEvent): State {
  return changeTicket(state, event.ticket, (ticket) => reduceOnAllergy(ticket, event));
}

export function reduceOnAllergy(ticket: Ticket, event: AllergyEvent): Ticket {
  switch (event.type) {
    case 'allergy.added':
      return added(ticket, event);
    case 'allergy.heard':
      return heard(ticket, event);
    case 'allergy.conflict':
      return changeItem(ticket, event.item, (item) => {
        const { allergy, what, allergen, at, seq } = event;
        return {
          ...item,
          conflicts: [
            ...without(item, allergy),
            { allergy, what, allergen, at, raisedSeq: seq, answer: null },
          ],
        };
      });
    case 'allergy.conflict_gone':
      return changeItem(ticket, event.item, (item) => ({ ...item, conflicts: without(item, event.allergy) }));
    case 'conflict.answered':
      return changeItem(ticket, event.item, (item) => ({
        ...item,
        conflicts: item.conflicts.map((conflict) =>
          conflict.allergy === event.allergy
            ? { ...conflict, answer: { answer: event.answer, by: event.by, at: event.at } }
            : conflict,
        ),
      }));
    // Whoever runs them next looks anew: only the log keeps it.
    case 'allergy.plates_checked':
      return ticket;
    case 'allergy.possible': {
      const { question: id, item, words, allergens, severity, at } = event;
      const asked = { id, item, words, allergens, severity, at, answer: null };
      // The put that brought the words has made the version.
      return { ...ticket, possible: ticket.possible.concat(asked) };
    }
    case 'possible.answered': {
      const answer = { answer: event.answer, by: event.by, at: event.at };
      return {
        ...ticket,
        possible: ticket.possible.map((one) => (one.id === event.question ? { ...one, answer } : one)),
      };
    }
    case 'stop.answered':
      return changeBatches(ticket, [event], (batch) => ({ ...batch, stops: [] }));
    case 'allergy.withdrawn':
      return withdrawn(ticket, event.allergy);
    case 'allergy.said':
      return {
        ...ticket,
        allergies: ticket.allergies.map((allergy) =>
          allergy.key === event.allergy
            ? { ...allergy, isSaidByPos: event.isSaid, isOurs: allergy.isOurs && !event.isSaid }
            : allergy,
        ),
      };
    case 'allergy.seated': {
      const gone = withdrawn(ticket, event.was);
      return withVersions(withAllergy(gone, event.record), ticket, event.stations, event);
    }
    default:
      return event satisfies never;
  }
}

function without(item: Item, key: AllergyKey): Conflict[] {
  return item.conflicts.filter((conflict) => conflict.allergy !== key);
}

function withAllergy(ticket: Ticket, allergy: TicketAllergy): Ticket {
  const isKnown = ticket.allergies.some((known) => known.key === allergy.key);
  const allergies = isKnown
    ? ticket.allergies.map((known) => (known.key === allergy.key ? allergy : known))
    : [...ticket.allergies, allergy];
  return { ...ticket, allergies };
}

/** New or graver: whatever was heard of it before counts no more. */
function added(ticket: Ticket, event: EventOf<'allergy.added'>): Ticket {
  const key = event.allergy.key;
  const unheard = ticket.items.some((item) => item.batches.some((batch) => isHeard(batch, key)))
    ? everyBatch(ticket, (batch) => withoutHeard(batch, key))
    : ticket;
  const stopped = changeBatches(unheard, event.stops, (batch) => ({
    ...batch,
    stops: batch.stops.includes(key) ? batch.stops : [...batch.stops, key],
  }));
  return withVersions(withAllergy(stopped, event.allergy), ticket, event.stations, event);
}

function heard(ticket: Ticket, event: EventOf<'allergy.heard'>): Ticket {
  const marked = changeBatches(ticket, event.portions, (batch) => ({
    ...batch,
    parts: batch.parts.map((part) => {
      if (part.station !== event.station) return part;
      const marks = { ...part.heard };
      for (const key of event.allergies) marks[key] = event.at;
      return { ...part, heard: marks };
    }),
  }));
  const allergies = marked.allergies.map((allergy) =>
    event.allergies.includes(allergy.key) ? withCall(askedOnce(allergy, event.station), event) : allergy,
  );
  return { ...marked, allergies };
}

function askedOnce(allergy: TicketAllergy, station: StationId): TicketAllergy {
  return allergy.askedOnce.includes(station)
    ? allergy
    : { ...allergy, askedOnce: [...allergy.askedOnce, station] };
}

function withCall(allergy: TicketAllergy, event: EventOf<'allergy.heard'>): TicketAllergy {
  const { station, at, calledBy: by } = event;
  if (by === undefined) return allergy;
  const others = (allergy.calledBack ?? []).filter((one) => one.station !== station);
  return { ...allergy, calledBack: [...others, { station, at, by }] };
}

function withdrawn(ticket: Ticket, key: AllergyKey): Ticket {
  const clean = everyBatch(ticket, (batch) => ({
    ...withoutHeard(batch, key),
    stops: batch.stops.filter((stop) => stop !== key),
  }));
  return {
    ...clean,
    allergies: clean.allergies.filter((allergy) => allergy.key !== key),
    items: clean.items.map((item) => ({ ...item, conflicts: without(item, key) })),
  };
}

function everyBatch(ticket: Ticket, change: (batch: Batch) => Batch): Ticket {
  return {
    ...ticket,
    items: ticket.items.map((item) => ({ ...item, batches: item.batches.map(change) })),
  };
}

function isHeard(batch: Batch, key: AllergyKey): boolean {
  return batch.parts.some((part) => part.heard[key] !== undefined);
}

function withoutHeard(batch: Batch, key: AllergyKey): Batch {
  return {
    ...batch,
    parts: batch.parts.map((part) => {
      const { [key]: _gone, ...heardMarks } = part.heard;
      return { ...part, heard: heardMarks };
    }),
  };
}
