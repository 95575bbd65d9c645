import type { Logger } from 'pino';
import type { Actor } from '../../../shared/domain/events/actor.ts';
import type { ScreenIdentity } from '../../../shared/sync/server/syncServer.ts';
import type { HubPort } from '../../hub/port.ts';
import { openStationBeside } from '../../store/openStation.ts';
import type { StationStore } from '../../store/StationStore.ts';
import { whoAsks } from '../whoAsks.ts';

/** The hub cannot take it now (its disk is full): it stays where it is, for the next start. */
const NOT_NOW: readonly string[] = ['unavailable', 'internal', 'busy'];

/**
 * What was pressed on this device while it was a station and the hub was away. It would have gone to the hub that came back; this device is
 * that hub. Each press keeps its id, so one that had arrived before is answered as it was.
 */
export async function sendWaiting(options: {
  readonly dataDir: string;
  readonly hub: HubPort;
  /** The station's own. */
  readonly token: string;
  readonly log: Logger;
}): Promise<void> {
  const { dataDir, hub, token, log } = options;
  const who = whoAsks(hub, { headers: {}, address: '' }, token);
  const store = openStationBeside(dataDir);
  if (store === null) return;
  try {
    if (who !== null) await sendAll(store, options, who);
  } catch (error) {
    log.error({ err: error }, 'what was pressed here before could not be read; it stays in station.db');
  } finally {
    store.close();
  }
}

async function sendAll(
  store: StationStore,
  { hub, log }: { readonly hub: HubPort; readonly log: Logger },
  { screenName: screen, roles }: ScreenIdentity,
): Promise<void> {
  const unreadable = (problem: unknown) => log.error({ err: problem }, 'a press cannot be read');
  for (const { siteId, envelope, settled } of [...store.outbox.all(unreadable)]) {
    if (settled !== null || siteId !== hub.siteId) continue;
    const { id, command, claimedAt, station = null } = envelope;
    const actor: Actor = { kind: 'screen', roles: [...roles], station, screen };
    const result = await hub.submit({ commandId: id, actor, claimedAt, command });
    if (!result.ok && NOT_NOW.includes(result.code)) return;
    if (!result.ok) log.warn({ command, code: result.code }, 'pressed while the hub was away, and not done');
    store.outbox.remove(id);
  }
}
