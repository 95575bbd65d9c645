import type { Chit, ChitState } from '../../../../shared/domain/model/chit.ts';
import type { State } from '../../../../shared/domain/model/state.ts';
import { titleOf } from '../../../../shared/domain/model/ticket.ts';
import type { StationId } from '../../../../shared/lib/ids.ts';

export interface ChitRow {
  readonly chit: Chit;
  /** What became of it for a reader: one that a person found printed is printed, whatever the printer did not say. */
  readonly fate: ChitState | 'again';
  /** The number of its reprint. */
  readonly again: number | null;
  /** Tables and orders that are still open; of the others the number of the chit is all there is. */
  readonly titles: string;
}

/** Every chit since the day began, the latest first. `here`: of a station; null: of the house. */
export function chitRows(
  { chits, tickets }: Pick<State, 'chits' | 'tickets'>,
  here: StationId | null,
): ChitRow[] {
  const all = Object.values(chits);
  const reprints = new Map(
    all.flatMap((chit) => (chit.reprintOf === null ? [] : [[chit.reprintOf, chit.number]])),
  );
  return all
    .filter(({ station }) => here === null || station === here)
    .sort((a, b) => b.queuedAt - a.queuedAt || b.number - a.number)
    .map((chit) => {
      const open = chit.parts.flatMap(({ ticket }) => tickets.get(ticket) ?? []);
      const isFound = open.some(({ paper }) => paper[chit.station]?.number === chit.number);
      const again = reprints.get(chit.id) ?? null;
      const fate =
        chit.state !== 'dropped' ? chit.state : again !== null ? 'again' : isFound ? 'printed' : 'dropped';
      return { chit, fate, again, titles: open.map(({ head }) => titleOf(head)).join(', ') };
    });
}
