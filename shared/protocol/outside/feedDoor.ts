import type { EventOf } from '../../domain/events/event.ts';
import type { PartyLive } from '../../domain/model/party.ts';
import { instantText } from './instant.ts';

type FeedBody = { readonly [field: string]: unknown };
type DoorEvent = EventOf<'party.received' | 'party.changed' | 'cover.opened' | 'server.changed'>;

/** What the feed says of parties, covers and servers: no name, no contact, no note stands in any of it. */
export function doorBody(event: DoorEvent): FeedBody {
  switch (event.type) {
    case 'party.received': {
      const { kind, live } = event.record;
      return { kind, ...said(live) };
    }
    case 'party.changed':
      return { change: event.kind, by: event.by, ...said(event.set) };
    case 'cover.opened': {
      const { tables, covers, server, allergies } = event;
      // The guest notes are put beside it for whom they are meant (main/sync/guestNotes.ts).
      return { table: tables[0] ?? null, tables, covers, server, allergies, guestNotes: null };
    }
    case 'server.changed': {
      const { server, sections, isCut } = event.tonight;
      return { server, sections, isCut, from: event.from, tables: event.tables };
    }
    default:
      return event satisfies never;
  }
}

/** Of what is set, what outsiders are told. */
function said({ state, covers, at, tables, server, checks }: Partial<PartyLive>): FeedBody {
  return {
    ...(state === undefined ? {} : { state }),
    ...(covers === undefined ? {} : { covers }),
    ...(at === undefined ? {} : { bookedFor: at === null ? null : instantText(at) }),
    ...(tables === undefined ? {} : { tables }),
    ...(server === undefined ? {} : { server }),
    ...(checks === undefined
      ? {}
      : { checks: checks.map(({ at: told, ...check }) => ({ ...check, at: instantText(told) })) }),
  };
}
