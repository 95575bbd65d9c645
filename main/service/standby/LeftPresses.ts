import type { Logger } from 'pino';
import type { Actor } from '../../../shared/domain/events/actor.ts';
import type { CommandId } from '../../../shared/lib/ids.ts';
import type { PendingCommand, Settled } from '../../../shared/protocol/screenMessages.ts';
import type { SourceResult, SyncSource } from '../../../shared/sync/server/source.ts';
import type { ScreenIdentity } from '../../../shared/sync/server/syncServer.ts';
import type { HubPort } from '../../hub/port.ts';
import { openStationBeside } from '../../store/openStation.ts';
import type { StationStore } from '../../store/StationStore.ts';
import { whoAsks } from '../whoAsks.ts';
import { sourceWith } from './sourceWith.ts';

/** The hub cannot take it now (its disk is full): it stays where it is, for the next start. */
const NOT_NOW: readonly string[] = ['unavailable', 'internal', 'busy'];

export interface LeftPressesOptions {
  readonly dataDir: string;
  readonly hub: HubPort;
  /** The station's own. */
  readonly token: string;
  readonly log: Logger;
}

/**
 * What was pressed on this device while it was a station and the hub was away. It would have gone to the hub that came back; this device is
 * that hub. Each press keeps its id, so one that had arrived before is answered as it was. What was not done stays listed at this device's own
 * screens until it is read, as it would have been at the station's.
 */
export class LeftPresses {
  private readonly options: LeftPressesOptions;
  private readonly who: ScreenIdentity | null;
  private readonly listeners = new Set<() => void>();
  private refused: PendingCommand[] = [];

  constructor(options: LeftPressesOptions) {
    this.options = options;
    this.who = whoAsks(options.hub, { headers: {}, address: '' }, options.token);
  }

  /** Before anybody is let in: a window that says hello is given the whole list. */
  async send(): Promise<void> {
    const { who } = this;
    if (who !== null) await this.withStore((store) => this.sendAll(store, who));
  }

  /** The hub, as the windows of this very device see it. */
  source(): SyncSource {
    return sourceWith(this.options.hub, {
      pending: () => this.refused,
      told: (ids) => void this.read(ids),
      onPending: (listener) => {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
      },
    });
  }

  isOwn({ tokenId }: ScreenIdentity): boolean {
    return tokenId === null || tokenId === this.who?.tokenId;
  }

  private async sendAll(store: StationStore, { screenName: screen, roles }: ScreenIdentity): Promise<void> {
    const { hub, log } = this.options;
    const unreadable = (problem: unknown) => log.error({ err: problem }, 'a press cannot be read');
    for (const { siteId, envelope, settled } of [...store.outbox.all(unreadable)]) {
      if (siteId !== hub.siteId) continue;
      if (settled !== null) {
        this.refused.push({ envelope, settled });
        continue;
      }
      const { id, command, claimedAt, station = null } = envelope;
      const actor: Actor = { kind: 'screen', roles: [...roles], station, screen };
      const result = await hub.submit({ commandId: id, actor, claimedAt, command });
      const refusal = refusalOf(result);
      if (refusal === 'not_now') return;
      if (refusal === null) {
        store.outbox.remove(id);
        continue;
      }
      log.warn({ command: command.type, code: refusal.code }, 'pressed while the hub was away, and not done');
      store.outbox.refuse(id, refusal);
      this.refused.push({ envelope, settled: refusal });
    }
  }

  /** A person has read why. */
  private async read(ids: readonly CommandId[]): Promise<void> {
    const gone = this.refused.filter(({ envelope }) => ids.includes(envelope.id));
    if (gone.length === 0) return;
    this.refused = this.refused.filter((press) => !gone.includes(press));
    await this.withStore(async (store) => {
      for (const { envelope } of gone) store.outbox.remove(envelope.id);
    });
    for (const listener of [...this.listeners]) listener();
  }

  private async withStore(work: (store: StationStore) => Promise<void>): Promise<void> {
    const { dataDir, log } = this.options;
    let store: StationStore | null = null;
    try {
      store = openStationBeside(dataDir);
      if (store !== null) await work(store);
    } catch (error) {
      log.error({ err: error }, 'what was pressed here before could not be read; it stays in station.db');
    } finally {
      store?.close();
    }
  }
}

type Refused = Extract<Settled, { state: 'refused' }>;

/** null: it is done, or nothing was left to do. */
function refusalOf(result: SourceResult): Refused | 'not_now' | null {
  if (result.ok) return null;
  const { code, message } = result;
  if (code === 'busy' || NOT_NOW.includes(code)) return 'not_now';
  return { state: 'refused', code, message };
}
