import type { FloorConfig, Room } from '../../../../shared/config/floor.ts';
import { boundsOf, overlaps } from '../../../ui/plan/geometry.ts';

/** What looks wrong on a plan. Told, not forbidden: a table may stand in an alcove that the room's rectangle has not. */
export type PlanTrouble =
  | { readonly kind: 'overlap'; readonly tables: readonly [string, string] }
  | { readonly kind: 'outside'; readonly tables: readonly [string] };

export function planTroubles({ tables }: FloorConfig, room: Room): PlanTrouble[] {
  const here = tables.filter((table) => table.room === room.id);
  const outside = here
    .filter((table) => {
      const { left, top, right, bottom } = boundsOf([table]);
      return left < 0 || top < 0 || right > room.width || bottom > room.height;
    })
    .map(({ id }): PlanTrouble => ({ kind: 'outside', tables: [id] }));
  const inEachOther = here.flatMap((table, at) =>
    here
      .slice(at + 1)
      .filter((other) => overlaps(table, other))
      .map((other): PlanTrouble => ({ kind: 'overlap', tables: [table.id, other.id] })),
  );
  return [...inEachOther, ...outside];
}
