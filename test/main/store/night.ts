import { encodeEvent } from '../../../main/store/eventCoding.ts';
import { openStore } from '../../../main/store/openStore.ts';
import type { Store } from '../../../main/store/Store.ts';
import { EVENT_VERSION, type Event, type EventBody } from '../../../shared/domain/events/event.ts';
import { emptyState, stateToDocument } from '../../../shared/domain/model/state.ts';
import { ServiceDay } from '../../../shared/lib/ids.ts';
import { aTicket } from './ticketBuilder.ts';

/** Saturday 2026-11-21 19:00 UTC. */
export const NIGHT_AT = Date.UTC(2026, 10, 21, 19);
const DAY = ServiceDay.parse('2026-11-21');

export function openService(dataDir: string): Store {
  return openStore({ dataDir, as: 'service' });
}

/** Writes entries up to and with `seq`: the first a day opening, then a ticket each, an entry a second. */
export function aNight(store: Store, seq: number): void {
  store.begin();
  for (let next = (store.events.last()?.seq ?? 0) + 1; next <= seq; next += 1) {
    store.events.append(encodeEvent(entry(store.epoch.n, next)));
  }
  store.commit();
}

function entry(n: number, seq: number): Event {
  return {
    seq,
    id: `${n}-${seq}`,
    at: NIGHT_AT + seq * 1_000,
    v: EVENT_VERSION,
    by: 'pos:till',
    cmd: `command-${n}-${seq}`,
    ...bodyOf(seq),
  };
}

function bodyOf(seq: number): EventBody {
  if (seq > 1)
    return { type: 'ticket.received', record: aTicket(`t${seq}`, 1, { day: DAY, receivedSeq: seq }) };
  const state = { ...stateToDocument(emptyState), seq: 1, at: NIGHT_AT, day: DAY };
  return { type: 'day.opened', day: DAY, state };
}
