import { z } from 'zod';
import type { HouseConfig } from '../../config/houseConfig.ts';
import type { PersonId, TicketId } from '../../lib/ids.ts';
import type { Actor } from '../events/actor.ts';
import type { Event } from '../events/event.ts';
import type { Party } from '../model/party.ts';
import type { PersonFields } from '../model/put.ts';
import type { State } from '../model/state.ts';
import type { Ticket } from '../model/ticket.ts';

/** The closed set of refusals, shown to people in their language under `rejection.CODE`. Never renamed. */
export const RejectionCode = z.enum([
  'not_found',
  'conflict',
  'revision_required',
  'superseded',
  'too_late',
  'allergy_unheard',
  'conflict_unanswered',
  'stop_unanswered',
  'plates_unchecked',
  'possible_unanswered',
  'not_ready',
  'not_fired',
  'already_started',
  'wrong_station',
  'forbidden',
  'invalid',
  'table_taken',
  'table_blocked',
  'over_limit',
  'server_cut',
]);
export type RejectionCode = z.infer<typeof RejectionCode>;

export interface PersonalWrite {
  readonly personId: PersonId;
  readonly fields: PersonFields;
}

/**
 * What `decide` answers. `applied` has events; `noop`, `duplicate` and `stale` have none. `ticket` is the ticket it was about, where the
 * caller needs its id.
 */
export type Decision =
  | {
      readonly ok: true;
      readonly outcome: 'applied' | 'noop' | 'duplicate' | 'stale';
      readonly events: readonly Event[];
      readonly personal: readonly PersonalWrite[];
      readonly state: State;
      readonly ticket: TicketId | null;
      /** The configuration that this decision puts in force, stored with its `config.changed`. */
      readonly config?: HouseConfig;
    }
  | { readonly ok: false; readonly code: RejectionCode; readonly message: string; readonly path?: string };

/** Everything `decide` may know beyond the state. No clock and no chance of its own. */
export interface DecideContext {
  /** Hub time, epoch ms. */
  readonly now: number;
  /** Hub milliseconds in one real one; absent: 1. What hands time (`maxAgeMs`) stays in real ones. */
  readonly speed?: number;
  readonly actor: Actor;
  readonly commandId: string;
  /** When the finger came down by hub time; the hub refuses what is older than the command's `maxAgeMs`. */
  readonly claimedAt: number;
  readonly config: HouseConfig;
  /** Fresh random id. */
  readonly newId: () => string;
  /** `epoch.n`, the first part of event ids. */
  readonly epochN: number;
  /** The closed stub of the ticket that the command is about, if that is where it lies. */
  readonly closed: (source: string, id: string, day: string | null) => Ticket | null;
  /** The same of a party. Absent: nobody keeps them. */
  readonly closedParty?: (source: string, id: string) => Party | null;
}
