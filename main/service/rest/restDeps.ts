import type { Logger } from 'pino';
import type { HubPort } from '../../hub/port.ts';
import type { EdgeFaults } from '../../sync/edgeFaults.ts';
import type { FailedAttempts } from '../../sync/failedAttempts.ts';
import type { PosLink } from '../../sync/PosLink.ts';

export interface RestDeps {
  readonly hub: HubPort;
  readonly log: Logger;
  readonly failedAttempts: FailedAttempts;
  readonly faults: EdgeFaults;
  readonly posLink: PosLink;
}
