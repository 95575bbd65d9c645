import type { Event } from '../../shared/domain/events/event.ts';
import { mayHear } from '../../shared/protocol/outside/feedAudience.ts';
import { type FeedMessage, outsideMessage } from '../../shared/protocol/outside/feedMessage.ts';
import { epochText } from '../../shared/protocol/screenMessages.ts';
import type { HubPort } from '../hub/port.ts';
import type { PosListener } from './posListener.ts';

/** What this listener is told of an event; null: nothing. */
export function toldTo(hub: HubPort, listener: PosListener, event: Event): FeedMessage | null {
  const message = outsideMessage(event, epochText(hub.epoch));
  if (message === null || !mayHear(listener, message)) return null;
  return event.type === 'cover.opened' && listener.scope === 'pos'
    ? { ...message, guestNotes: guestNotesOf(hub, event.person) }
    : message;
}

/** Beside the event and never in the log: read when it is told, so that who is erased since is nobody. */
function guestNotesOf(
  hub: HubPort,
  person: Extract<Event, { type: 'cover.opened' }>['person'],
): string | null {
  if (person === null) return null;
  return hub.personal([person], { kind: 'pos' })[person]?.guestNotes ?? null;
}
