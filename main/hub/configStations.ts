import { isRun } from '../../shared/domain/model/progress.ts';
import type { State } from '../../shared/domain/model/state.ts';

/** Stations that have food to make, to send out or to see struck: without them it would stand on nobody's screen. */
export function stationsWithFood(state: State): Set<string> {
  const stations = new Set<string>();
  for (const ticket of state.tickets.values()) {
    for (const batch of ticket.items.flatMap(({ batches }) => batches)) {
      for (const id of batch.void?.owedBy ?? []) stations.add(id);
      if (batch.void !== null || isRun(batch)) continue;
      for (const { station } of batch.parts) stations.add(station);
    }
  }
  return stations;
}
