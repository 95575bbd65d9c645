import type { SyncSource } from '../../../shared/sync/server/source.ts';
import type { HubPort } from '../../hub/port.ts';

/** The hub for windows that are shown something of their own beside it. */
export function sourceWith(
  hub: HubPort & SyncSource,
  own: Pick<SyncSource, 'pending' | 'told' | 'onPending'>,
): SyncSource {
  return {
    siteId: hub.siteId,
    epoch: hub.epoch,
    build: hub.build,
    speed: hub.speed,
    state: () => hub.state(),
    config: () => hub.config(),
    now: () => hub.now(),
    submit: (request) => hub.submit(request),
    eventsAfter: (after, limit) => hub.eventsAfter(after, limit),
    onCommitted: (listener) => hub.onCommitted(listener),
    personal: (ids, viewer) => hub.personal(ids, viewer),
    refusal: () => hub.refusal?.() ?? null,
    hubs: () => hub.hubs?.() ?? [],
    follow: (tokenId) => hub.follow?.(tokenId) ?? '',
    met: (epoch) => hub.met?.(epoch),
    ...own,
  };
}
