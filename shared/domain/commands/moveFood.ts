import { canonicalJson } from '../../lib/canonicalJson.ts';
import type { AllergyKey, StationId, TicketId } from '../../lib/ids.ts';
import { allergyCovers, allergyKey } from '../model/covers.ts';
import type { Batch, Item } from '../model/food.ts';
import { waitsSince } from '../model/paper.ts';
import { isLive, itemOf, rounded } from '../model/progress.ts';
import type { Ticket, TicketAllergy } from '../model/ticket.ts';
import { type Carried, stationsTold, withPaperCarried, withPaperLeft } from '../model/toldFood.ts';
import { withVersions } from '../reducer/marks.ts';
import { addAllergy } from './allergy.ts';
import { type Draft, refuse } from './draft.ts';
import { cut, isCounted, isUnseenVoid, nextNumber, wasVoidedByPos } from './portions.ts';
import { hasSameModifiers, isMadeAlike } from './sameDish.ts';

/**
 * A move, split or merge keeps the food's state, clocks and allergies. What the giving ticket's own put has already voided is taken
 * first; what is still live there is taken off ahead of that put (`takenAhead`), so either order of the two puts comes to the same.
 */
export interface Move {
  readonly from: { readonly ticket: TicketId; readonly item: Item['id'] };
  readonly to: { readonly ticket: TicketId; readonly item: Item['id'] };
  readonly quantity: number;
  /** The giving line's own put says so: nothing is taken ahead of it. */
  readonly isSaid: boolean;
  /** `live`: what the line still has. `void`: what was just voided there. `both`: either put may have come first. */
  readonly takes: 'live' | 'void' | 'both';
  /** Set when nobody said it is the same food and expo is to be asked. */
  readonly question: string | null;
  /** Batches of the taking line that the moved food stands in for. */
  readonly instead: readonly number[];
  /**
   * Between a keyed ticket and the POS's: the keyed line then asks for so much less, or more again. `back`: these batches go back there, and
   * no others.
   */
  readonly keyed?: { readonly back: readonly number[] | null };
}

/** Answers how many portions moved; fewer than asked where the line has no more. */
export function moveFood(draft: Draft, move: Move): number {
  const giver = itemIn(draft, move.from);
  const { rest: kept, taken, live, quantity } = take(giver, move, draft.now);
  if (quantity <= 0) return 0;
  copyAllergies(draft, move);
  const source = itemIn(draft, move.from);
  const isEmptied = !kept.some(isCounted);
  // Extra food, sent for because the guest's came back, goes with the last of it.
  const refires = isEmptied ? kept.filter(isLive) : [];
  const rest = kept.filter((batch) => !refires.includes(batch));
  const ahead = move.isSaid ? 0 : live;
  const left = { ...source, batches: rest, takenAhead: rounded(source.takenAhead + ahead) };
  const given = move.keyed?.back === null ? { ...left, ...askingFor(left, -quantity) } : left;
  const moved = [...taken, ...refires].map((batch) => ({ ...batch, void: null }));
  emitMoved(draft, move, given, moved, quantity);
  return quantity;
}

function emitMoved(draft: Draft, move: Move, given: Item, moved: readonly Batch[], quantity: number): void {
  const from = draft.ticket(move.from.ticket);
  const keys = keyMap(from, given, itemIn(draft, move.to));
  const left = withPaperLeft(withItem(from, given), given, moved);
  const now = { seq: draft.nextSeq, at: draft.now };
  const giving = withVersions(left, from, stationsPrinting(draft, from.id), now);
  const isSameTicket = move.from.ticket === move.to.ticket;
  const target = isSameTicket ? giving : draft.ticket(move.to.ticket);
  const taker =
    itemOf(target, move.to.item) ?? refuse('not_found', 'The dish it moves to is not on the ticket.');
  const next = nextNumber(taker);
  const isRemade = move.question !== null && !isMadeAlike(given.face, taker.face);
  const arriving = moved.map((batch, index) => {
    const renumbered = { ...batch, n: next + index, turnedSeq: draft.nextSeq, turnedBy: null };
    return isRemade ? unheard(renumbered) : renamed(renumbered, keys);
  });
  const conflicts = given.conflicts.flatMap((conflict) => {
    const key = keys.get(conflict.allergy);
    return key && !taker.conflicts.some((one) => one.allergy === key) ? [{ ...conflict, allergy: key }] : [];
  });
  const carried = {
    from: { item: given.id },
    to: { item: taker.id },
    batches: arriving.map((is, at) => ({ was: moved[at] ?? is, is })),
  };
  const receiving = withReceipts(
    withItem(target, {
      ...taker,
      stations: [
        ...new Set([
          ...taker.stations,
          ...arriving.flatMap((batch) => batch.parts.map((part) => part.station)),
        ]),
      ],
      ...(move.keyed?.back ? askingFor(taker, quantity) : {}),
      batches: [...taker.batches.filter((batch) => !move.instead.includes(batch.n)), ...arriving],
      conflicts: [...taker.conflicts, ...conflicts],
      startedAt: taker.startedAt ?? given.startedAt,
      change: move.question === null ? taker.change : changeOf(draft, given, taker, arriving),
    }),
    { from, target },
    carried,
    now,
  );
  draft.emit({
    type: 'item.moved',
    ticket: receiving.id,
    item: taker.id,
    external: taker.externalId,
    quantity,
    from: {
      ticket: from.id,
      item: given.id,
      source: from.source,
      id: from.externalId,
      external: given.externalId,
    },
    tickets: isSameTicket ? [receiving] : [giving, receiving],
    question: move.question,
  });
}

/** C15: a slip of it is coming out or may have come out: what that tells has just gone, which the next one says. */
function stationsPrinting({ state }: Draft, id: TicketId): StationId[] {
  return Object.values(state.chits)
    .filter(
      ({ state: at, parts }) =>
        (at === 'sending' || at === 'unknown') && parts.some(({ ticket }) => ticket === id),
    )
    .map(({ station }) => station);
}

/** On a guess the cook still reads the old line: what the new one says otherwise stands as a change until seen. */
function changeOf(draft: Draft, given: Item, taker: Item, arriving: readonly Batch[]): Item['change'] {
  const fields = (['seat', 'seats', 'course', 'notes', 'modifiers'] as const).filter((field) =>
    field === 'modifiers'
      ? !hasSameModifiers(given.face, taker.face)
      : canonicalJson(given.face[field]) !== canonicalJson(taker.face[field]),
  );
  const onGlass = arriving.filter((batch) => batch.firedAt !== null && batch.run < batch.quantity);
  const owedBy = [...new Set(onGlass.flatMap((batch) => batch.parts.map((part) => part.station)))];
  if (fields.length === 0 || owedBy.length === 0) return taker.change;
  const was = Object.fromEntries(fields.map((field) => [field, given.face[field]]));
  return { at: draft.now, seq: draft.nextSeq, was, owedBy };
}

/** The stations that had heard it have heard it, and what is on paper is; its tile is a new version there all the same. */
function withReceipts(
  ticket: Ticket,
  { from, target }: { readonly from: Ticket; readonly target: Ticket },
  carried: Carried,
  { seq, at }: { readonly seq: number; readonly at: number },
): Ticket {
  const fired = carried.batches
    .filter(({ is }) => is.firedAt !== null)
    .flatMap(({ is }) => is.parts.map((part) => part.station));
  const stations = [...fired, ...stationsTold(from, carried)];
  const versions = { ...ticket.versions };
  const versionAts = { ...ticket.versionAts };
  const receipts = { ...ticket.receipts };
  let onPaper = ticket;
  for (const station of new Set(stations)) {
    const heardAt = from.receipts[station]?.heardAt ?? null;
    versions[station] = seq;
    versionAts[station] = Math.min(waitsSince(from, station) ?? at, waitsSince(target, station) ?? at);
    receipts[station] = { version: seq, listedAt: null, paintedAt: null, heardAt };
    onPaper = withPaperCarried(onPaper, from, station, carried);
  }
  return { ...onPaper, versions, versionAts, receipts };
}

function withItem(ticket: Ticket, item: Item): Ticket {
  return { ...ticket, items: ticket.items.map((one) => (one.id === item.id ? item : one)) };
}

function itemIn(draft: Draft, at: Move['from']): Item {
  return (
    itemOf(draft.ticket(at.ticket), at.item) ?? refuse('not_found', 'The dish to move is not on the ticket.')
  );
}

/** The puts of a split come within this time of each other; a void older than that was meant as a void. */
const ONE_SPLIT_MS = 120_000;

interface Taken {
  readonly rest: Batch[];
  readonly taken: Batch[];
  /** Of `quantity`, what was live. */
  readonly live: number;
  readonly quantity: number;
}

function take(giver: Item, move: Move, now: number): Taken {
  const back = move.keyed?.back ?? null;
  const isMeant = (batch: Batch) => isCounted(batch) && (back?.includes(batch.n) ?? true);
  const isFreshVoid = (batch: Batch) => wasVoidedByPos(batch) && now - (batch.void?.at ?? 0) <= ONE_SPLIT_MS;
  const steps = {
    live: [isMeant],
    void: [(batch: Batch) => isFreshVoid(batch) && isUnseenVoid(batch)],
    both: [isFreshVoid, isMeant, wasVoidedByPos],
  }[move.takes];
  let sum: Taken = { rest: giver.batches, taken: [], live: 0, quantity: 0 };
  for (const fits of steps) {
    const next = Math.max(nextNumber(giver), ...sum.taken.map((batch) => batch.n + 1));
    const { rest, taken, quantity } = cut(sum.rest, rounded(move.quantity - sum.quantity), next, fits);
    sum = {
      rest,
      taken: [...sum.taken, ...taken],
      live: rounded(sum.live + (fits === isMeant ? quantity : 0)),
      quantity: rounded(sum.quantity + quantity),
    };
  }
  return sum;
}

/** Allergies of the seat the food leaves go to the seat it comes to, under that seat's key. */
function keyMap(from: Ticket, given: Item, taker: Item): Map<AllergyKey, AllergyKey> {
  const covering = from.allergies.filter((allergy) => allergyCovers(allergy, given));
  return new Map(covering.map((allergy) => [allergy.key, targetKey(allergy, taker)]));
}

function targetKey(allergy: TicketAllergy, taker: Item): AllergyKey {
  return allergyKey(targetSeat(allergy, taker), allergy.allergen);
}

function targetSeat(allergy: TicketAllergy, taker: Item): number | null {
  if (allergy.seat === null) return null;
  const { seat, seats } = taker.face;
  if (seat === allergy.seat || (seats?.includes(allergy.seat) ?? false)) return allergy.seat;
  return seat !== null && seat > 0 && !seats ? seat : null;
}

function renamed(batch: Batch, keys: ReadonlyMap<AllergyKey, AllergyKey>): Batch {
  return {
    ...batch,
    stops: batch.stops.map((key) => keys.get(key) ?? key),
    parts: batch.parts.map((part) => ({
      ...part,
      heard: Object.fromEntries(
        Object.entries(part.heard).map(([key, at]) => [keys.get(key as AllergyKey) ?? key, at]),
      ),
    })),
  };
}

function askingFor({ saidQuantity }: Item, more: number): Pick<Item, 'saidQuantity' | 'saidState'> {
  const said = rounded(saidQuantity + more);
  return { saidQuantity: said, saidState: said > 0 ? 'active' : 'gone' };
}

/** To be made otherwise than it was heard: heard anew. */
function unheard(batch: Batch): Batch {
  return { ...batch, parts: batch.parts.map((part) => ({ ...part, heard: {} })) };
}

function copyAllergies(draft: Draft, move: Move): void {
  if (move.from.ticket === move.to.ticket) return;
  const from = draft.ticket(move.from.ticket);
  const given = itemIn(draft, move.from);
  const taker = itemIn(draft, move.to);
  for (const allergy of from.allergies) {
    if (!allergyCovers(allergy, given)) continue;
    const { allergen, severity, crossContact, words } = allergy;
    addAllergy(
      draft,
      move.to.ticket,
      { allergen, severity, crossContact, words, seat: targetSeat(allergy, taker) },
      { isSaidByPos: false, isOurs: allergy.isOurs },
    );
  }
}

/** Same dish as far as a cook can tell: what it is, its modifiers, its notes. */
export function isSameDish(a: Item['face'], b: Item['face']): boolean {
  const isSameName =
    a.menuItemId !== null && b.menuItemId !== null ? a.menuItemId === b.menuItemId : a.name === b.name;
  return isSameName && a.notes === b.notes && canonicalJson(a.modifiers) === canonicalJson(b.modifiers);
}
