import type { EventOf } from '../events/event.ts';
import type { Chit } from '../model/chit.ts';
import type { State } from '../model/state.ts';
import { changeTicket } from './tables.ts';

type PaperEvent = EventOf<
  | 'chit.queued'
  | 'chit.sending'
  | 'chit.settled'
  | 'chit.waiting'
  | 'chit.missed'
  | 'chit.dropped'
  | 'chit.reported'
  | 'ticket.on_paper'
>;

export function reducePaper(state: State, event: PaperEvent): State {
  switch (event.type) {
    case 'chit.queued':
    case 'chit.reported':
      return withChit(state, event.record);
    case 'chit.sending':
      return changeChit(state, event.chit, (chit) => ({
        ...chit,
        state: 'sending',
        parts: event.parts,
        kind: event.kind ?? chit.kind,
        sentAt: event.at,
        trouble: null,
      }));
    case 'chit.settled':
      return changeChit(state, event.chit, (chit) => ({
        ...chit,
        state: event.state,
        trouble: event.trouble,
        settledAt: event.at,
      }));
    case 'chit.waiting':
      return changeChit(state, event.chit, (chit) => ({
        ...chit,
        state: 'queued',
        printer: event.printer,
        trouble: event.trouble,
        sentAt: null,
      }));
    case 'chit.missed':
      return ended(state, event, 'missed');
    case 'chit.dropped':
      return ended(state, event, 'dropped');
    case 'ticket.on_paper': {
      const { station, version, number, isByStation, at, told } = event;
      return changeTicket(state, event.ticket, (ticket) => ({
        ...ticket,
        paper: { ...ticket.paper, [station]: { version, number, at, isByStation, told } },
        // What came while it was printed has its own time from here.
        ...(ticket.versions[station] === version
          ? {}
          : { versionAts: { ...ticket.versionAts, [station]: at } }),
      }));
    }
    default:
      return event satisfies never;
  }
}

function ended(
  state: State,
  event: EventOf<'chit.missed' | 'chit.dropped'>,
  as: 'missed' | 'dropped',
): State {
  return event.chits.reduce<State>(
    (next, id) => changeChit(next, id, (chit) => ({ ...chit, state: as, settledAt: event.at })),
    state,
  );
}

function withChit(state: State, chit: Chit): State {
  return { ...state, chits: { ...state.chits, [chit.id]: chit } };
}

function changeChit(state: State, id: Chit['id'], change: (chit: Chit) => Chit): State {
  const chit = state.chits[id];
  if (chit === undefined) throw new Error(`broken invariant: an event names chit ${id}, which is not there`);
  return withChit(state, change(chit));
}
