import type { Event, EventOf } from '../../domain/events/event.ts';
import { doorBody } from './feedDoor.ts';
import { instantText } from './instant.ts';

/** What a feed message says beside its envelope, by type. */
type FeedBody = { readonly [field: string]: unknown };

/** null: the house's own event. Every type is named here, so that a new one must be thought about. */
export function feedBody(event: Event): FeedBody | null {
  switch (event.type) {
    case 'ticket.received':
      // Of what the house has keyed the POS hears as keyed: it has put nothing.
      return event.record.keyed ? null : ticketReceived(event);
    case 'ticket.keyed':
      return ticketKeyed(event);
    case 'ticket.changed': {
      const { revision, added, changed, voided, moved } = event;
      return { revision, added, changed, voided, moved };
    }
    case 'ticket.listed':
    case 'ticket.painted':
    case 'ticket.heard':
      return { station: event.station, version: event.version };
    case 'ticket.on_paper':
      return { station: event.station, version: event.version };
    case 'ticket.ready':
    case 'ticket.run':
      return {};
    case 'course.fired':
    case 'course.held':
    case 'course.ready':
    case 'course.run':
      return { course: event.course, by: event.cause };
    case 'course.planned':
      return { course: event.course, fireAt: instantText(event.fireAt) };
    case 'call':
      return { kind: event.kind, course: event.course, ...(event.isOn ? {} : { undo: true }) };
    case 'item.fired':
      return { items: event.externals, by: event.cause };
    case 'item.held':
      return { items: event.externals };
    case 'item.started':
      return { item: { id: event.external } };
    case 'item.bumped':
      return { item: itemOf(event), stations: event.stations };
    case 'item.recalled':
      return { item: itemOf(event), ...(event.undo ? { undo: true } : {}) };
    case 'item.refired':
      return { item: itemOf(event), reason: event.reason };
    case 'item.voided':
      return { item: itemOf(event), stage: event.stage, reason: event.reason };
    case 'item.moved':
      return { item: itemOf(event), from: originOf(event) };
    case 'allergy.added':
      return allergyAdded(event);
    case 'allergy.heard':
      return {
        station: event.station,
        allergies: event.allergies.map(allergyOf),
        ...(event.calledBy === undefined ? {} : { calledBy: event.calledBy }),
      };
    case 'allergy.conflict':
      return {
        item: { id: event.external },
        allergy: allergyOf(event.allergy),
        what: event.what,
        allergen: event.allergen,
      };
    case 'conflict.answered': {
      const { external, allergy, answer, by } = event;
      return external === undefined
        ? null
        : { item: { id: external }, allergy: allergyOf(allergy), answer, by };
    }
    case 'allergy.possible': {
      const { question, external, words, allergens, seat } = event;
      return { question, item: external === null ? null : { id: external }, words, allergens, seat };
    }
    case 'allergy.withdrawn':
      return { allergy: { allergen: event.allergen, seat: event.seat }, by: event.person };
    case 'alert':
      return { code: event.alert.code, message: event.alert.message };
    case 'ticket.rushed':
      return { isRush: event.isRush };
    case 'ticket.packed':
    case 'ticket.courier_here':
    case 'ticket.handed_over':
    case 'ticket.returned':
      return event.isOn ? {} : { undo: true };
    case 'menu_item.86':
    case 'menu_item.restored':
    case 'menu_item.count':
      return menuItem(event);
    case 'table.held': {
      const { table, reason, until } = event.hold;
      return { table, reason, until: until === null ? null : instantText(until) };
    }
    case 'table.resumed':
      return { table: event.table };
    case 'party.received':
    case 'party.changed':
    case 'cover.opened':
    case 'server.changed':
      return doorBody(event);
    case 'feed.restarted':
      return { forkSeq: event.forkSeq, reason: event.reason };
    case 'ticket.revised':
    case 'ticket.changes_seen':
    case 'ticket.bagged':
    case 'ticket.ended':
    case 'ticket.closed':
    case 'ticket.reopened':
    case 'course.hold_came_late':
    case 'part.moved':
    case 'part.started':
    case 'part.bumped':
    case 'part.recalled':
    case 'item.restored':
    case 'food.run':
    case 'food.run_undone':
    case 'food.asked':
    case 'food.answered':
    case 'allergy.conflict_gone':
    case 'allergy.plates_checked':
    case 'possible.answered':
    case 'stop.answered':
    case 'allergy.said':
    case 'allergy.seated':
    case 'check.put':
    case 'alert.cleared':
    case 'config.changed':
    case 'day.opened':
    case 'menu_item.noted':
    case 'availability.said':
    case 'table.held_back':
    case 'station.noted':
    case 'station.asked':
    case 'station.answered':
    case 'chit.queued':
    case 'chit.sending':
    case 'chit.settled':
    case 'chit.waiting':
    case 'chit.missed':
    case 'chit.dropped':
    case 'chit.reported':
    case 'party.revised':
    case 'party.closed':
    case 'party.reopened':
    case 'party.asked':
    case 'party.matched':
    case 'tables.changed':
    case 'shift.noted':
    case 'shift.note_struck':
      return null;
    default:
      return event satisfies never;
  }
}

/** `by`: who brought it about; `remaining`: portions left, null where nobody counts. */
function menuItem({
  standing,
  cause,
}: EventOf<'menu_item.86' | 'menu_item.restored' | 'menu_item.count'>): FeedBody {
  const { dish, kitchen, count } = standing;
  const untilRestored = kitchen?.untilRestored ?? count?.untilRestored ?? false;
  return {
    source: dish.source,
    item: { id: dish.menuItemId, name: dish.name },
    by: cause,
    remaining: count?.remaining ?? null,
    untilRestored,
  };
}

function itemOf(event: { readonly external: string; readonly quantity: number }): FeedBody {
  return { id: event.external, quantity: event.quantity };
}

function ticketReceived({ record }: EventOf<'ticket.received'>): FeedBody {
  return { revision: record.revision, number: record.head.number, table: record.head.table };
}

function ticketKeyed({ by, number, table, covers, items, allergies }: EventOf<'ticket.keyed'>): FeedBody {
  return {
    number,
    table,
    covers,
    by,
    items: items.map(({ external, ...said }) => ({ id: external, ...said })),
    allergies: allergies.map(({ allergen, severity, crossContact, words, seat }) => ({
      allergen,
      severity,
      crossContact,
      words,
      seat,
    })),
  };
}

function originOf({ from }: EventOf<'item.moved'>): FeedBody {
  return { ticket: { source: from.source, id: from.id }, item: { id: from.external } };
}

function allergyAdded({ allergy }: EventOf<'allergy.added'>): FeedBody {
  const { allergen, severity, crossContact, words, seat } = allergy;
  return { allergy: { allergen, severity, crossContact, words, seat } };
}

/** An allergy's key is `SEAT:ALLERGEN`, with `?` for a seat nobody has named. */
function allergyOf(key: string): FeedBody {
  const colon = key.indexOf(':');
  const seat = key.slice(0, colon);
  return { allergen: key.slice(colon + 1), seat: seat === '?' ? null : Number(seat) };
}
