import type { HouseConfig } from '../../shared/config/houseConfig.ts';
import { EVENT_VERSION, type Event } from '../../shared/domain/events/event.ts';
import { emptyState, type State, stateToDocument } from '../../shared/domain/model/state.ts';
import { serviceDayOf } from '../../shared/lib/serviceDay.ts';
import type { Store } from '../store/Store.ts';
import type { Core } from './core.ts';
import { verifyEvents } from './verifyEvents.ts';

/** The first event of every log: a day opened on an empty kitchen, so that replay always has where to start. */
export function writeFirstOpening(
  store: Store,
  reduceBatch: Core['reduceBatch'],
  config: HouseConfig,
  now: number,
): State {
  const { timeZone, dayRollHour } = config.venue;
  const day = serviceDayOf(now, timeZone, dayRollHour);
  const event: Event = {
    seq: 1,
    id: `${store.epoch.n}-1`,
    at: now,
    v: EVENT_VERSION,
    by: 'house',
    cmd: 'house:first-opening',
    type: 'day.opened',
    day,
    state: { ...stateToDocument(emptyState), at: now, day },
  };
  const { state, verified } = verifyEvents(reduceBatch, store.epoch.n, emptyState, [event]);
  store.begin();
  for (const { row } of verified) store.events.append(row);
  store.commit();
  return state;
}
