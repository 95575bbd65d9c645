import type { AllergyKey, StationId } from '../../lib/ids.ts';
import { type Owed, owedAsking, owedHearing } from './covers.ts';
import type { Batch, Item } from './food.ts';
import type { Ticket } from './ticket.ts';
import { toldOf } from './toldFood.ts';

/**
 * Rule A14: what a station is to hear and has no screen for: its food is on paper, or the station is down. Expo calls it out and is answered.
 * `isDown` is presence, of which no rule knows.
 */
export function owedByVoice(ticket: Ticket, station: StationId, isDown: boolean): Owed[] {
  const owed = [...owedHearing(ticket, station), ...owedAsking(ticket, station)];
  if (isDown) return owed;
  // A screen that lists it is where the cook hears it, whatever is on paper besides.
  const receipt = ticket.receipts[station];
  if (receipt?.version === ticket.versions[station] && receipt?.listedAt !== null) return [];
  return owed.filter(({ item, batch }) => isToldByPaper(ticket, station, item, batch));
}

function isToldByPaper(ticket: Ticket, station: StationId, item: Item, batch: Batch): boolean {
  const paper = ticket.paper[station];
  if (paper === undefined) return false;
  // Of a slip that nobody knows it is taken that it tells all.
  return paper.told === null || toldOf(paper, item, batch) !== undefined;
}

export interface CallBack {
  readonly station: StationId;
  readonly isDown: boolean;
  readonly allergies: readonly {
    readonly key: AllergyKey;
    readonly allergen: string;
    readonly seat: number | null;
  }[];
  readonly portions: readonly { readonly item: Item['id']; readonly batch: number }[];
}

/** What expo has to call out of a ticket, one row a station. */
export function callBacks(ticket: Ticket, down: ReadonlySet<StationId>): CallBack[] {
  return Object.keys(ticket.versions).flatMap((id): CallBack[] => {
    const station = id as StationId;
    const isDown = down.has(station);
    const owed = owedByVoice(ticket, station, isDown);
    if (owed.length === 0) return [];
    const allergies = new Map(
      owed.map(({ allergy: { key, allergen, seat } }) => [key, { key, allergen, seat }]),
    );
    return [{ station, isDown, allergies: [...allergies.values()], portions: portionsOf(owed) }];
  });
}

/** Each dish once, however many allergies it is about. */
export function portionsOf(owed: readonly Owed[]): { item: Item['id']; batch: number }[] {
  const portions = owed.map(({ item, batch }) => ({ item: item.id, batch: batch.n }));
  return [...new Map(portions.map((one) => [`${one.item}/${one.batch}`, one])).values()];
}
