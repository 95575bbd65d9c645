import { countedQuantity } from '../../shared/domain/commands/portions.ts';
import { isFired, isLive, readyEverywhere, rounded } from '../../shared/domain/model/progress.ts';
import type { State } from '../../shared/domain/model/state.ts';

/** What must hold of every ticket at every moment. */
export function brokenPromises(state: State): string[] {
  const broken: string[] = [];
  for (const ticket of state.tickets.values()) {
    for (const item of ticket.items) {
      const where = `${ticket.externalId}/${item.externalId}`;
      const known = rounded(countedQuantity(item) + item.takenAhead);
      if (known !== item.saidQuantity)
        broken.push(`${where}: ${known} portions for ${item.saidQuantity} ordered`);
      const numbers = item.batches.map((batch) => batch.n);
      if (new Set(numbers).size !== numbers.length) broken.push(`${where}: a batch number twice`);
      for (const batch of item.batches) {
        if (batch.quantity <= 0) broken.push(`${where}: an empty batch`);
        if (isLive(batch) && batch.parts.length === 0) broken.push(`${where}: food that no station makes`);
        if (batch.run > batch.bumped || batch.bumped > batch.quantity)
          broken.push(`${where}: more run than made`);
        if (isLive(batch) && isFired(batch) && batch.bumped !== readyEverywhere(batch)) {
          broken.push(`${where}: ${batch.bumped} told, ${readyEverywhere(batch)} ready`);
        }
        if (!isFired(batch) && batch.parts.some((part) => part.ready > 0))
          broken.push(`${where}: ready and held`);
      }
    }
  }
  return broken;
}
