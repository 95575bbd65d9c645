import type { ServiceDay } from '../../../lib/ids.ts';
import { type Door, emptyDoor } from '../../model/door.ts';
import { isSeated } from '../../model/partyStates.ts';
import type { Draft } from '../draft.ts';

/** Rule S8: at the roll parties of the day before go to history; who still sits is carried over once. */
export function closeParties(draft: Draft, day: ServiceDay): void {
  const yesterday = draft.state.day;
  for (const { id, live } of draft.state.parties.values()) {
    if (live.day >= day || (isSeated(live) && live.day >= yesterday)) continue;
    draft.emit({ type: 'party.closed', party: id });
  }
}

/** Cloths are changed and servers go home overnight; a table that is out of use until further notice stays so. */
export function doorOfNewDay({ state: { door } }: Draft): Door {
  const blocked = Object.values(door.tables).filter((table) => table.blocked !== null);
  const tables = Object.fromEntries(
    blocked.map((table) => [table.table, { ...table, dirtySince: null, joined: [] }]),
  );
  return { ...emptyDoor, tables, shiftNotes: [...door.shiftNotes] };
}
