import type { Logger } from 'pino';
import { type Tail, tailOf } from '../../../shared/domain/selectors/tail.ts';
import { type FormerHub, formerHubs, noteKeyedIn } from '../../store/formerHub.ts';
import { readTail } from '../../store/readTail.ts';
import { isNothing } from './tailList.ts';

export interface FormerTail {
  readonly folder: string;
  /** When it stopped being the hub, wall clock. */
  readonly at: number;
  /** null: it cannot be read. */
  readonly tail: Tail | null;
}

/** What this device knew as a hub that was replaced, and nobody has keyed in yet. Read once: nothing is added to it any more. */
export class FormerDesk {
  private readonly dataDir: string;
  private readonly log: Logger;
  private known: ReadonlyArray<{ readonly hub: FormerHub; readonly tail: Tail | null }> | null = null;

  constructor(dataDir: string, log: Logger) {
    this.dataDir = dataDir;
    this.log = log;
  }

  tails(): FormerTail[] {
    return this.open().map(({ hub, tail }) => ({ folder: hub.folder, at: hub.fence.at, tail }));
  }

  /** How many things a person has to key in; one for a list that cannot be read. */
  count(): number {
    const counts = this.open().map(({ tail }) =>
      tail === null ? 1 : tail.tickets.length + tail.house.length,
    );
    return counts.reduce((sum, count) => sum + count, 0);
  }

  /** A person says that all of it stands on the new hub. The data stays. Throws where it cannot be written down. */
  keyedIn(at: number): void {
    for (const { hub } of this.open()) {
      noteKeyedIn(hub, at);
      this.log.info({ folder: hub.folder }, 'what this device knew as the hub is keyed in');
    }
    this.known = null;
  }

  private open() {
    this.known ??= formerHubs(this.dataDir)
      .map((hub) => ({ hub, tail: this.read(hub) }))
      .filter(({ tail }) => tail === null || !isNothing(tail));
    return this.known;
  }

  private read({ folder, fence }: FormerHub): Tail | null {
    try {
      // Where the newer hub never said what it had, all of it is listed: too much can be looked through, what is missing cannot.
      const { events, nameOf } = readTail(folder, fence.common ?? 0);
      return tailOf(events, nameOf);
    } catch (error) {
      this.log.error({ err: error, folder }, 'what this device knew as the hub cannot be read');
      return null;
    }
  }
}
