import type { PartyId, TicketId } from '../../../lib/ids.ts';
import type { EventOf } from '../../events/event.ts';
import { standingOf, type TableStanding } from '../../model/door.ts';
import type { Party, StepKind } from '../../model/party.ts';
import { isSeated } from '../../model/partyStates.ts';
import { partyOf } from '../../reducer/reduceParty.ts';
import type { Draft } from '../draft.ts';
import { leaveAwayBehind } from './awayBehind.ts';
import { wholeTables } from './freeTables.ts';
import { meetWaiting } from './linkTicket.ts';
import { standing } from './partyAllergies.ts';
import { serverFor } from './servers.ts';
import { stepParty } from './stepParty.ts';

export interface Seating {
  readonly tables: readonly string[];
  /** Who brought it about: a host, its source or a ticket of the POS. */
  readonly kind: Extract<StepKind, 'seat' | 'put' | 'ticket'>;
  readonly covers?: number | null;
  readonly server?: string | null;
  readonly reason?: string | null;
  /** The ticket that says so; it is linked by who found it. */
  readonly ticket?: TicketId;
}

/** The party sits down: its tables are in use, the POS is told to open its cover, and tickets that were there before it are met. */
export function takeUp(draft: Draft, id: PartyId, seating: Seating): void {
  const { live } = partyOf(draft.state, id);
  const tables = wholeTables(draft.state, seating.tables);
  const server = seating.server ?? serverFor(draft, tables) ?? live.server;
  const covers = live.posCovers ?? seating.covers ?? live.covers;
  stepParty(
    draft,
    id,
    seating.kind,
    {
      state: 'seated',
      tables,
      server,
      covers,
      arrived: null,
      arrivedAt: live.arrivedAt ?? draft.now,
      seatedAt: draft.now,
      leftAt: null,
    },
    { reason: seating.reason ?? null },
  );
  setTables(draft, tables, (table) => ({ ...table, dirtySince: null }));
  // A ticket may be rung up for guests who are away; who is shown to a table is there.
  if (seating.kind !== 'ticket') leaveAwayBehind(draft, tables, id);
  const { live: now, person } = partyOf(draft.state, id);
  // The POS that has opened a ticket there needs no word to open it.
  if (seating.kind !== 'ticket')
    draft.emit({
      type: 'cover.opened',
      party: id,
      tables: now.tables,
      covers: now.covers,
      server: now.server,
      allergies: standing(now.allergies),
      person: person?.personId ?? null,
    });
  meetWaiting(draft, id, seating.ticket ?? null);
}

/** Whoever sat and has gone leaves tables to be cleaned. */
export function settleOver(draft: Draft, id: PartyId, before: Party): void {
  const { live } = partyOf(draft.state, id);
  if (!isSeated(before.live) || isSeated(live)) return;
  const hasLeft = live.state === 'left' || live.state === 'finished';
  if (hasLeft)
    setTables(draft, before.live.tables, (table) => ({
      ...table,
      dirtySince: table.dirtySince ?? draft.now,
    }));
}

type Said = Pick<EventOf<'tables.changed'>, 'said' | 'undoes'>;

/** Changes tables and tells those that are not as they were; `why`: what a person said or took back with it. */
export function setTables(
  draft: Draft,
  tables: readonly string[],
  change: (table: TableStanding) => TableStanding,
  why: Said = {},
): void {
  const changed = tables.flatMap((name) => {
    const before = standingOf(draft.state.door, name);
    const after = change(before);
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [after];
  });
  if (changed.length > 0) draft.emit({ type: 'tables.changed', tables: changed, ...why });
}
