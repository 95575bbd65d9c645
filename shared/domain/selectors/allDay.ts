import type { StationId } from '../../lib/ids.ts';
import { blocksFood } from '../model/allergen.ts';
import { allergyCovers } from '../model/covers.ts';
import { dishKey, dishOf } from '../model/dish.ts';
import { isFired, isLive, isRun, partAt, rounded } from '../model/progress.ts';
import type { State } from '../model/state.ts';
import type { AllDayLine } from './boardView.ts';

/** The total still to cook here, by dish, most first. Derived from the same state as the tiles. */
export function allDay(state: State, station: StationId): AllDayLine[] {
  const lines = new Map<string, AllDayLine>();
  for (const ticket of state.tickets.values()) {
    if (ticket.isLeftFromYesterday || ticket.endedAt !== null) continue;
    for (const item of ticket.items) {
      const isAllergic = ticket.allergies.some(
        (allergy) => blocksFood(allergy.severity) && allergyCovers(allergy, item),
      );
      for (const batch of item.batches) {
        const part = partAt(batch, station);
        if (!part || !isLive(batch) || isRun(batch)) continue;
        const left = rounded(batch.quantity - part.ready);
        if (left <= 0) continue;
        const key = dishKey(dishOf(ticket.source, item.face));
        const line = lines.get(key) ?? {
          key,
          name: item.face.name,
          names: item.face.names,
          cooking: 0,
          held: 0,
          allergy: 0,
        };
        const isCooking = isFired(batch);
        lines.set(key, {
          ...line,
          cooking: rounded(line.cooking + (isCooking ? left : 0)),
          held: rounded(line.held + (isCooking ? 0 : left)),
          allergy: rounded(line.allergy + (isCooking && isAllergic ? left : 0)),
        });
      }
    }
  }
  return [...lines.values()].sort(
    (a, b) => b.cooking - a.cooking || b.held - a.held || (a.name < b.name ? -1 : 1),
  );
}
