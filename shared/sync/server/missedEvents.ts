import type { Event } from '../../domain/events/event.ts';
import { jsonBytes } from '../jsonSize.ts';
import { PAGE_BYTES } from './snapshotPages.ts';
import type { SyncSource } from './source.ts';

/** Further behind than this, the state is cheaper than its history. */
export const MAX_EVENTS_BEHIND = 5_000;
/** Read from the log at a time, so that a page does not load what it will not send. */
const CHUNK = 256;
/** Committed together in one burst; more than this is not broadcast, the screens ask for it page by page. */
const MAX_EVENTS_A_BATCH = 500;

/** An event that carries a whole state: never sent as such, because its weight has no limit. Screens take a snapshot instead. */
function isHeavy(event: Event): boolean {
  return event.type === 'day.opened';
}

export function isTooHeavyToBroadcast(events: readonly Event[]): boolean {
  return events.length > MAX_EVENTS_A_BATCH || events.some(isHeavy);
}

/**
 * The next page of what a screen at `after` has missed: about `PAGE_BYTES`, at least one event unless it has all. null when a snapshot
 * serves it better: too far behind, ahead of the log, or across an event too heavy to send.
 */
export function missedEvents(source: SyncSource, after: number): Event[] | null {
  const { seq } = source.state();
  if (after > seq || seq - after > MAX_EVENTS_BEHIND) return null;
  const page: Event[] = [];
  let bytes = 0;
  while (after + page.length < seq) {
    const chunk = source.eventsAfter(after + page.length, CHUNK);
    // A log that lacks what it should have (dropped days) must not keep a screen asking for ever.
    if (chunk.length === 0) return null;
    for (const event of chunk) {
      if (event.seq !== after + page.length + 1 || isHeavy(event)) return null;
      bytes += jsonBytes(event);
      if (bytes > PAGE_BYTES && page.length > 0) return page;
      page.push(event);
    }
  }
  return page;
}
