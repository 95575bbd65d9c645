import type { HubPort } from '../../hub/port.ts';

export interface SetupDeps {
  readonly hub: HubPort;
  /** Ids of the tokens whose screens are connected now. */
  readonly connectedTokens: () => ReadonlySet<string>;
  /** True when other devices reach this service. */
  readonly isOnLan: () => boolean;
  /** Somebody named the address to listen on at the start: that goes before the configuration. */
  readonly isHostGiven: boolean;
}
