import { checkConfig } from '../../shared/config/checkConfig.ts';
import { changesBetween } from '../../shared/config/configChanges.ts';
import type { ConfigProblem } from '../../shared/config/configProblem.ts';
import type { HouseConfig } from '../../shared/config/houseConfig.ts';
import type { State } from '../../shared/domain/model/state.ts';
import type { ConfigDocument } from '../../shared/protocol/screenMessages.ts';
import type { ConfigTable } from '../store/configTable.ts';
import { stationsWithFood } from './configStations.ts';
import type {
  ConfigChangeRequest,
  ConfigPut,
  PastConfig,
  SettingsPort,
  SubmitRequest,
  SubmitResult,
} from './port.ts';

interface SettingsHub {
  readonly config: () => ConfigDocument;
  readonly state: () => State;
  readonly now: () => number;
  readonly newId: () => string;
  readonly submit: (request: SubmitRequest) => Promise<SubmitResult>;
}

/** A POS may put its menu again between our look and our turn, but no sane one does so five times running. */
const TRIES = 5;

/** What people do with the configuration: look back, change, undo. Every change is a new version; nothing is ever taken out of the history. */
export class ConfigSettings implements SettingsPort {
  private readonly table: ConfigTable;
  private readonly hub: SettingsHub;

  constructor(table: ConfigTable, hub: SettingsHub) {
    this.table = table;
    this.hub = hub;
  }

  history(before: number | null, limit: number): PastConfig[] {
    return this.table.versions(before ?? Number.MAX_SAFE_INTEGER, limit).map((entry) => {
      const [older, newer] = [this.readable(entry.version - 1), this.readable(entry.version)];
      const changes = older === null || newer === null ? null : changesBetween(older.config, newer.config);
      return { ...entry, changes };
    });
  }

  get(version: number): ConfigDocument | null {
    return this.readable(version);
  }

  async put(request: ConfigChangeRequest): Promise<ConfigPut> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const current = this.hub.config();
      if (!this.isStillBase(request.base, current.version)) break;
      const config = { ...request.config, posMenus: current.config.posMenus };
      const problems = this.problems(config);
      if (problems.length > 0) return { ok: false, code: 'invalid', problems };
      const version = current.version + 1;
      const result = await this.submit(version, config, request);
      if (result.ok) return { ok: true, version };
      if (result.code !== 'conflict') {
        const code = result.code === 'unavailable' || result.code === 'busy' ? 'unavailable' : 'internal';
        return { ok: false, code, message: result.message };
      }
    }
    return { ok: false, code: 'conflict', version: this.hub.config().version };
  }

  problems(config: HouseConfig): ConfigProblem[] {
    const kept = new Set(config.stations.map(({ id }) => id));
    const cooking = stationsWithFood(this.hub.state());
    const orphans = this.hub
      .config()
      .config.stations.filter(({ id }) => cooking.has(id) && !kept.has(id))
      .map(({ name }): ConfigProblem => ({ path: 'stations', code: 'station_has_food', values: { name } }));
    return [...checkConfig(config).filter(({ isWarning }) => isWarning !== true), ...orphans];
  }

  setUpAt(): number | null {
    return this.table.setUpAt();
  }

  finish(): void {
    if (this.setUpAt() === null) this.table.setUp(this.hub.now());
  }

  private submit(version: number, config: HouseConfig, { by, note }: ConfigChangeRequest) {
    return this.hub.submit({
      commandId: `house:config.put:${version}:${this.hub.newId()}`,
      actor: { kind: 'house' },
      claimedAt: this.hub.now(),
      command: { type: 'config.put', version, config, by, note },
    });
  }

  /** Menus that a POS put since `base` are carried over, so they are in nobody's way. */
  private isStillBase(base: number, current: number): boolean {
    if (base === current) return true;
    if (base > current) return false;
    const since = this.table.versions(current + 1, current - base);
    return since.length === current - base && since.every(({ note }) => note?.kind === 'menu');
  }

  /** A document of another build that no longer parses is history that cannot be shown, not a fault. */
  private readable(version: number): ConfigDocument | null {
    try {
      return this.table.get(version);
    } catch {
      return null;
    }
  }
}
