import type { House } from '../../../shared/domain/commands/dueChits.ts';
import type { StationId } from '../../../shared/lib/ids.ts';
import type { Presence } from '../../../shared/sync/server/presence.ts';
import type { HubPort } from '../../hub/port.ts';

const SECOND_MS = 1_000;

/** What paper asks of presence, by hub time, for a hub that is open before anybody can be present at it. */
export class StationsDown implements Pick<House, 'downSince' | 'isJustBack'> {
  private watched: {
    readonly presence: Presence;
    readonly hub: Pick<HubPort, 'now' | 'speed' | 'config'>;
  } | null = null;

  watch(presence: Presence, hub: Pick<HubPort, 'now' | 'speed' | 'config'>): void {
    this.watched = { presence, hub };
  }

  downSince(station: StationId): number | null {
    if (this.watched === null) return null;
    const { presence, hub } = this.watched;
    const { stationDownSeconds } = hub.config().config.thresholds;
    const downForMs = presence.downForMs(station, stationDownSeconds * SECOND_MS);
    return downForMs === null ? null : hub.now() - downForMs * hub.speed;
  }

  isJustBack(): boolean {
    return this.watched === null || this.watched.presence.isJustBack();
  }
}
