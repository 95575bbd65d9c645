import type { Event } from '../../domain/events/event.ts';
import { jsonBytes } from '../jsonSize.ts';
import { PAGE_BYTES } from './snapshotPages.ts';
import type { SyncSource } from './source.ts';

/** Further behind than this, the state is cheaper than its history. */
export const MAX_EVENTS_BEHIND = 5_000;
/** Read from the log at a time, so that a page does not load what it will not send. */
const CHUNK = 256;
/** What one message to all screens holds: about 50 KB. */
const MAX_EVENTS_A_MESSAGE = 500;
/** Committed together in one burst; more than this is not broadcast, the screens ask for it page by page. Forty presses are 800. */
const MAX_EVENTS_A_BATCH = 4 * MAX_EVENTS_A_MESSAGE;

/** An event that carries a whole state: never sent as such, because its weight has no limit. Screens take a snapshot instead. */
function isHeavy(event: Event): boolean {
  return event.type === 'day.opened';
}

export function isTooHeavyToBroadcast(events: readonly Event[]): boolean {
  return events.length > MAX_EVENTS_A_BATCH || events.some(isHeavy);
}

/** In messages, each to be taken whole. */
export function inMessages(events: readonly Event[]): ReadonlyArray<readonly Event[]> {
  if (events.length <= MAX_EVENTS_A_MESSAGE) return [events];
  const messages: Event[][] = [];
  for (let from = 0; from < events.length; from += MAX_EVENTS_A_MESSAGE)
    messages.push(events.slice(from, from + MAX_EVENTS_A_MESSAGE));
  return messages;
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
