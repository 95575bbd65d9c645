import type { Logger } from 'pino';
import type { FeedListener } from '../../shared/protocol/outside/feedAudience.ts';
import type { HubPort } from '../hub/port.ts';
import type { EdgeFaults } from './edgeFaults.ts';
import type { FailedAttempts } from './failedAttempts.ts';
import type { PosLink } from './PosLink.ts';

export interface PosDeps {
  readonly hub: HubPort;
  readonly log: Logger;
  readonly failedAttempts: FailedAttempts;
  readonly faults: EdgeFaults;
  readonly posLink: PosLink;
}

/** The program at the other end of a `/pos` connection, by its token. */
export interface PosListener extends FeedListener {
  readonly tokenId: string;
  /** As given by `token create --name`. */
  readonly name: string;
  readonly log: Logger;
}
