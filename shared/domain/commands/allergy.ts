import type { StationId, TicketId } from '../../lib/ids.ts';
import { alertDishes } from '../model/alertDishes.ts';
import { blocksFood, gravityOf, normaliseAllergen } from '../model/allergen.ts';
import { allergyCovers, allergyKey, recipeAgainst } from '../model/covers.ts';
import { isFired, isLive, isRun, isStarted, stationsOfItems } from '../model/progress.ts';
import { type SaidAllergy, type Ticket, type TicketAllergy, titleOf } from '../model/ticket.ts';
import type { Draft } from './draft.ts';

/** Rules A, what a put says: allergies only add up. */

/** Brings what a put says of allergies to bear. `before` is what the put before it said. */
export function applySaid(
  draft: Draft,
  id: TicketId,
  before: readonly SaidAllergy[],
  now: readonly SaidAllergy[],
): void {
  const saidNow = new Map(gravest(now).map((said) => [allergyKey(said.seat, said.allergen), said]));
  const saidBefore = new Map(gravest(before).map((said) => [allergyKey(said.seat, said.allergen), said]));
  seatNamedByPos(draft, id, saidNow, saidBefore);
  for (const [key, said] of saidNow) {
    const previous = saidBefore.get(key);
    const isDifference = !previous || !sameWords(previous, said);
    if (isDifference) addAllergy(draft, id, said);
    const known = draft.ticket(id).allergies.find((allergy) => allergy.key === key);
    if (known && !known.isSaidByPos)
      draft.emit({ type: 'allergy.said', ticket: id, allergy: key, isSaid: true });
  }
  for (const known of draft.ticket(id).allergies) {
    if (known.isSaidByPos && !saidNow.has(known.key)) {
      draft.emit({ type: 'allergy.said', ticket: id, allergy: known.key, isSaid: false });
    }
  }
}

/** One put may name the same allergy twice; the gravest holds and no words are lost. */
export function gravest(list: readonly SaidAllergy[]): SaidAllergy[] {
  const byKey = new Map<string, SaidAllergy>();
  for (const raw of list) {
    const said = { ...raw, allergen: normaliseAllergen(raw.allergen) };
    const key = allergyKey(said.seat, said.allergen);
    const known = byKey.get(key);
    byKey.set(key, known ? merged(known, said) : said);
  }
  return [...byKey.values()];
}

function merged<T extends SaidAllergy>(known: T, said: SaidAllergy): T {
  return {
    ...known,
    severity: gravityOf(said.severity) > gravityOf(known.severity) ? said.severity : known.severity,
    crossContact: known.crossContact || said.crossContact,
    words: joinedWords(known.words, said.words),
  };
}

function joinedWords(a: string | null, b: string | null): string | null {
  if (!a || !b) return a ?? b;
  return a.includes(b) ? a : `${a} · ${b}`;
}

function sameWords(a: SaidAllergy, b: SaidAllergy): boolean {
  return a.severity === b.severity && a.crossContact === b.crossContact && a.words === b.words;
}

/** The POS no longer says it of nobody and says it of one seat instead: that names the seat. */
function seatNamedByPos(
  draft: Draft,
  id: TicketId,
  now: ReadonlyMap<string, SaidAllergy>,
  before: ReadonlyMap<string, SaidAllergy>,
): void {
  for (const known of draft.ticket(id).allergies) {
    if (known.seat !== null || now.has(known.key) || !before.has(known.key)) continue;
    const named = [...now.values()].filter(
      (said) =>
        said.allergen === known.allergen &&
        said.seat !== null &&
        !before.has(allergyKey(said.seat, said.allergen)),
    );
    const [only] = named;
    if (only && named.length === 1 && only.seat !== null) seatAllergy(draft, id, known, only.seat);
  }
}

export function seatAllergy(draft: Draft, id: TicketId, known: TicketAllergy, number: number): void {
  const ticket = draft.ticket(id);
  const key = allergyKey(number, known.allergen);
  const there = ticket.allergies.find((allergy) => allergy.key === key);
  const record = {
    ...merged({ ...known, ...there }, known),
    key,
    seat: number,
    addedSeq: draft.nextSeq,
    askedOnce: [],
  };
  draft.emit({
    type: 'allergy.seated',
    ticket: id,
    was: known.key,
    record,
    stations: stationsFor(ticket, record),
  });
  conflictsOf(draft, id, new Set());
}

/** New, or graver than known: heard anew. Food of that seat already started or ready gets STOP; food already run alerts. */
export function addAllergy(
  draft: Draft,
  id: TicketId,
  said: SaidAllergy,
  { isSaidByPos = true, isOurs = false } = {},
): void {
  const ticket = draft.ticket(id);
  const key = allergyKey(said.seat, said.allergen);
  const known = ticket.allergies.find((allergy) => allergy.key === key);
  const sum = known ? merged(known, said) : null;
  if (known && sum && sameWords(known, sum)) return;
  const fired = ticket.items.some(
    (item) =>
      item.batches.some((batch) => isLive(batch) && isFired(batch)) &&
      allergyCovers({ ...blank, ...said, key }, item),
  );
  const allergy: TicketAllergy = {
    ...blank,
    ...said,
    ...(sum ?? {}),
    key,
    addedAt: draft.now,
    addedSeq: draft.nextSeq,
    isLate: fired,
    isSaidByPos: isSaidByPos || (known?.isSaidByPos ?? false),
    askedOnce: [],
    isOurs: isOurs && (known === undefined || known.isOurs),
  };
  draft.emit({
    type: 'allergy.added',
    ticket: id,
    allergy,
    stops: blocksFood(allergy.severity) ? underWay(ticket, allergy) : [],
    stations: stationsFor(ticket, allergy),
  });
  if (blocksFood(allergy.severity)) alertIfRun(draft, id, allergy);
}

const blank: TicketAllergy = {
  key: allergyKey(null, ''),
  allergen: '',
  severity: 'unknown',
  crossContact: false,
  words: null,
  seat: null,
  addedAt: 0,
  addedSeq: 0,
  isLate: false,
  isSaidByPos: true,
  askedOnce: [],
  isOurs: false,
};

function underWay(
  ticket: Ticket,
  allergy: TicketAllergy,
): { item: Ticket['items'][number]['id']; batch: number }[] {
  return ticket.items
    .filter((item) => allergyCovers(allergy, item))
    .flatMap((item) =>
      item.batches
        .filter((batch) => isLive(batch) && isFired(batch) && isStarted(batch) && !isRun(batch))
        .map((batch) => ({ item: item.id, batch: batch.n })),
    );
}

function stationsFor(ticket: Ticket, allergy: TicketAllergy): StationId[] {
  const concerned = ticket.items.filter(
    (item) =>
      allergyCovers(allergy, item) &&
      item.batches.some((batch) => isLive(batch) && isFired(batch) && !isRun(batch)),
  );
  return stationsOfItems(concerned);
}

function alertIfRun(draft: Draft, id: TicketId, allergy: TicketAllergy): void {
  const ticket = draft.ticket(id);
  const eaten = ticket.items.filter(
    (item) => allergyCovers(allergy, item) && item.batches.some((batch) => isLive(batch) && batch.run > 0),
  );
  if (eaten.length === 0) return;
  const where = titleOf(ticket.head);
  const whose = allergy.seat === null ? 'seat ?' : `seat ${allergy.seat}`;
  const dishes = eaten.map((item) => item.face.name).join(', ');
  const alert = {
    code: `allergy_after_run:${id}:${allergy.key}`,
    message: `Table ${where}, ${whose}: ${allergy.allergen} was added after ${dishes} had gone out.`,
    at: draft.now,
    values: {
      where,
      seat: allergy.seat === null ? '?' : String(allergy.seat),
      allergen: allergy.allergen,
      ...alertDishes(
        'dishes',
        eaten.map(({ face }) => face),
      ),
    },
  };
  draft.emit({ type: 'alert', alert });
}

/** Recipes against allergies, after a put. `changed`: dishes whose make-up is new, so that an old answer no longer counts. */
export function conflictsOf(draft: Draft, id: TicketId, changed: ReadonlySet<string>): void {
  const ticket = draft.ticket(id);
  for (const item of ticket.items) {
    if (!item.batches.some((batch) => isLive(batch) && !isRun(batch))) continue;
    for (const allergy of ticket.allergies) {
      const known = item.conflicts.find((conflict) => conflict.allergy === allergy.key);
      const recipe = recipeAgainst(item, allergy.allergen);
      const isOpen =
        recipe.kind === 'conflict' && blocksFood(allergy.severity) && allergyCovers(allergy, item);
      const about = { ticket: id, item: item.id, allergy: allergy.key };
      if (isOpen && (!known || known.what !== recipe.what || changed.has(item.id))) {
        const { what, allergen } = recipe;
        draft.emit({ type: 'allergy.conflict', ...about, external: item.externalId, what, allergen });
      }
      if (!isOpen && known) draft.emit({ type: 'allergy.conflict_gone', ...about });
    }
  }
}
