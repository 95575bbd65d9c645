import type { StationId } from '../../lib/ids.ts';
import { asksOnce, gravityOf } from '../model/allergen.ts';
import { allergyCovers, owedAsking, owedHearing } from '../model/covers.ts';
import { isFired, isLive, isRun, partAt } from '../model/progress.ts';
import type { Ticket, TicketAllergy } from '../model/ticket.ts';
import type { AllergyBand } from './boardView.ts';

/** One band an allergy, gravest first. `station` null: expo, where every seat's food is "here". */
export function allergyBands(ticket: Ticket, station: StationId | null): AllergyBand[] {
  const owed = new Set(
    station === null
      ? []
      : [...owedHearing(ticket, station), ...owedAsking(ticket, station)].map(({ allergy }) => allergy.key),
  );
  return [...ticket.allergies]
    .sort((a, b) => gravityOf(b.severity) - gravityOf(a.severity) || (a.seat ?? 0) - (b.seat ?? 0))
    .map((allergy) => ({
      key: allergy.key,
      allergen: allergy.allergen,
      severity: allergy.severity,
      crossContact: allergy.crossContact,
      words: allergy.words,
      seat: allergy.seat,
      weight: weightOf(ticket, allergy, station),
      isOwed: owed.has(allergy.key),
      isLate: allergy.isLate,
      isSaidByPos: allergy.isSaidByPos || allergy.isOurs,
      heard: heardBy(ticket, allergy),
    }));
}

function weightOf(ticket: Ticket, allergy: TicketAllergy, station: StationId | null): AllergyBand['weight'] {
  if (gravityOf(allergy.severity) === 0) return 'plain';
  if (station !== null && !hasFoodHere(ticket, allergy, station)) return 'thin';
  return asksOnce(allergy.severity) ? 'outlined' : 'filled';
}

export function hasFoodHere(ticket: Ticket, allergy: TicketAllergy, station: StationId): boolean {
  return ticket.items.some(
    (item) =>
      allergyCovers(allergy, item) &&
      item.batches.some((batch) => isLive(batch) && !isRun(batch) && partAt(batch, station) !== undefined),
  );
}

function heardBy(ticket: Ticket, allergy: TicketAllergy): AllergyBand['heard'] {
  const latest = new Map<StationId, number>();
  for (const item of ticket.items) {
    for (const batch of item.batches) {
      if (!isLive(batch) || !isFired(batch)) continue;
      for (const part of batch.parts) {
        const at = part.heard[allergy.key];
        if (at !== undefined && at > (latest.get(part.station) ?? 0)) latest.set(part.station, at);
      }
    }
  }
  const callOf = (station: StationId, at: number) =>
    allergy.calledBack?.find((call) => call.station === station && call.at === at)?.by ?? null;
  return [...latest]
    .map(([station, at]) => ({ station, at, calledBy: callOf(station, at) }))
    .sort((a, b) => b.at - a.at);
}
