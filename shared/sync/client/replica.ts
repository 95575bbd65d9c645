import type { Event } from '../../domain/events/event.ts';
import type { PersonFields } from '../../domain/model/put.ts';
import { emptyState, type State, stateFromDocument } from '../../domain/model/state.ts';
import type { PersonId } from '../../lib/ids.ts';
import {
  type ConfigDocument,
  type Epoch,
  epochText,
  type HelloRequest,
  type PersonalBatch,
  type SnapshotPage,
} from '../../protocol/screenMessages.ts';
import { personsOfState } from '../persons.ts';
import type { SyncCore } from './core.ts';
import type { KeptReplica } from './keeper.ts';

/** Names of closed tickets kept before they are swept out: few enough to forget, many enough not to sweep at every put. */
const SPARE_PERSONS = 200;

/** What the hub has said, and nothing else. Names are in memory only: no kitchen screen stores them. */
export class Replica {
  private readonly core: SyncCore;
  state: State = emptyState;
  /** Whose log it follows; null before the first snapshot. */
  epoch: Epoch | null = null;
  /** Set after an event could not be placed: what it holds may be shown, and only a snapshot leads on from it. */
  isBroken = false;
  config: ConfigDocument | null = null;
  private people = new Map<PersonId, Partial<PersonFields>>();
  private sweepAt = SPARE_PERSONS;
  /** Rises with every change of a person. */
  peopleVersion = 0;

  constructor(core: SyncCore) {
    this.core = core;
  }

  cursor(): HelloRequest['cursor'] {
    return this.epoch === null || this.isBroken
      ? null
      : { epoch: epochText(this.epoch), seq: this.state.seq };
  }

  isAt(epoch: string): boolean {
    return this.epoch !== null && epochText(this.epoch) === epoch;
  }

  /** All or nothing: an event that cannot be reduced leaves the state as it was. Throws it on. */
  apply(events: readonly Event[]): void {
    this.state = this.core.reduceBatch(this.state, events);
  }

  replace(epoch: Epoch, pages: readonly SnapshotPage[]): void {
    const head = pages[0]?.head;
    if (!head) throw new Error('a snapshot without its first page');
    this.state = stateFromDocument({
      ...head,
      tickets: Object.fromEntries(pages.flatMap((page) => page.tickets).map((ticket) => [ticket.id, ticket])),
      checks: Object.fromEntries(pages.flatMap((page) => Object.entries(page.checks))),
      parties: Object.fromEntries(pages.flatMap((page) => page.parties).map((party) => [party.id, party])),
    });
    this.epoch = epoch;
    this.isBroken = false;
  }

  /** As a station kept it. */
  restore({ epoch, state, config }: KeptReplica): void {
    this.epoch = epoch;
    this.state = state;
    this.config = config;
  }

  person(id: PersonId): Partial<PersonFields> | null {
    return this.people.get(id) ?? null;
  }

  everybody(): PersonId[] {
    return [...this.people.keys()];
  }

  forgetPeople(): void {
    this.people.clear();
    this.peopleVersion += 1;
  }

  learn(batch: PersonalBatch): void {
    for (const [id, fields] of entriesOf(batch)) {
      if (fields === null) this.people.delete(id);
      else this.people.set(id, fields);
      this.peopleVersion += 1;
    }
    if (this.people.size > this.sweepAt) this.sweep();
  }

  /** Names leave with the last ticket or party that refers to them. */
  private sweep(): void {
    const needed = personsOfState(this.state);
    for (const id of this.people.keys()) if (!needed.has(id)) this.people.delete(id);
    this.sweepAt = 2 * this.people.size + SPARE_PERSONS;
  }
}

export function idsOf(batch: PersonalBatch): PersonId[] {
  return entriesOf(batch).map(([id]) => id);
}

function entriesOf(batch: PersonalBatch): Array<[PersonId, Partial<PersonFields> | null]> {
  // `Object.entries` forgets the brand that the schema gave the keys.
  return Object.entries(batch) as Array<[PersonId, Partial<PersonFields> | null]>;
}
