import type { Presence } from '../../../shared/sync/server/presence.ts';
import type { HubPort } from '../../hub/port.ts';
import type { Connections } from '../../sync/connections.ts';
import type { CommandCounts } from './CommandCounts.ts';

/** What /metrics looks at. */
export interface Watched {
  readonly hub: HubPort;
  readonly commands: CommandCounts;
  readonly connections: () => Connections;
  readonly presence: () => Presence;
}
