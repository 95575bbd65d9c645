import type { TicketId } from '../../lib/ids.ts';
import { blocksFood } from '../model/allergen.ts';
import { allergyCovers } from '../model/covers.ts';
import type { Batch, Claim, Item } from '../model/food.ts';
import { claimPlace, partyPlace, tablePlace } from '../model/places.ts';
import { isStarted, rounded } from '../model/progress.ts';
import type { PutContent, PutItem } from '../model/put.ts';
import type { State } from '../model/state.ts';
import type { Ticket } from '../model/ticket.ts';
import type { Draft } from './draft.ts';
import { openTicket, reopenedRecord } from './findTicket.ts';
import { isSameDish } from './moveFood.ts';
import { isCounted, isUnseenVoid, wasVoidedByPos } from './portions.ts';
import type { PlannedMove, PutPlan } from './putPlan.ts';

/** Dishes that went and came within this time at one table are probably the same food (CONTRACT.md section 2). */
const SAME_FOOD_MS = 10_000;

interface Offer {
  readonly record: Item;
  left: number;
  readonly reason: string | null;
}

/** Where the food of a growing line may come from: what this put takes off other lines, another ticket, or a void just made. */
export class Sources {
  private readonly draft: Draft;
  private readonly base: Ticket;
  private readonly content: PutContent;
  private readonly offers: Offer[] = [];
  /** Portions of other tickets' lines already promised within this plan. */
  private readonly promised = new Map<string, number>();
  /** Lines whose new food already stands for other food that goes. */
  private readonly replaced = new Set<string>();
  private readonly claimsMet = new Map<Claim, number>();
  /** Looked up once a state: each line of a put asks. */
  private around: Around | null = null;

  constructor(draft: Draft, base: Ticket, content: PutContent) {
    this.draft = draft;
    this.base = base;
    this.content = content;
  }

  /** A line of this put gives up portions: free for other lines of it, else void. */
  offer(record: Item, quantity: number, reason: string | null): void {
    this.offers.push({ record, left: quantity, reason });
  }

  settleVoids(plan: PutPlan): void {
    for (const { record, left, reason } of this.offers) {
      if (left <= 0) continue;
      plan.voids.push({ item: record.id, quantity: left, reason });
      plan.voided.push(record.externalId);
    }
  }

  drawsFor(record: Item, said: PutItem, wanted: number): PlannedMove[] {
    const named = said.movedFrom;
    if (named) return this.drawsNamed(record, named, wanted);
    const offered = this.offers.find((offer) => offer.left > 0 && this.isExchange(offer.record, record));
    if (offered) return [this.take(offered, record, wanted, true)];
    const departed = this.departureOf(record, wanted);
    return departed ? [departed] : [];
  }

  private here(line: Item): PlannedMove['to'] {
    return { ticket: this.base.id, item: line.id };
  }

  private isExchange(gone: Item, come: Item): boolean {
    return gone.id !== come.id && isSameDish(gone.face, come.face) && this.isForSameGuests(gone, come);
  }

  /** Within a ticket a guess must not take a dish away from an allergy that covers it: then it is a void and a new dish, heard anew. */
  private isForSameGuests(gone: Item, come: Item): boolean {
    return this.base.allergies
      .filter((allergy) => blocksFood(allergy.severity))
      .every((allergy) => allergyCovers(allergy, gone) === allergyCovers(allergy, come));
  }

  private take(offer: Offer, taker: Item, wanted: number, isGuess: boolean): PlannedMove {
    const quantity = Math.min(wanted, offer.left);
    offer.left = rounded(offer.left - quantity);
    const from = { ticket: this.base.id, item: offer.record.id };
    return { to: this.here(taker), from, quantity, isSaid: true, takes: 'live', isGuess, instead: [] };
  }

  private drawsNamed(
    record: Item,
    named: { id: string; item: string | null },
    wanted: number,
  ): PlannedMove[] {
    if (named.id === this.base.externalId) return this.drawsWithin(record, named.item, wanted);
    const giver = this.giver(named.id);
    const line = giver && this.lineNamed(giver, record, named.item);
    if (!giver || !line) return [];
    const quantity = this.promise(giver.id, line, available(line), wanted);
    if (quantity <= 0) return [];
    const from = { ticket: giver.id, item: line.id };
    return [
      { to: this.here(record), from, quantity, isSaid: false, takes: 'both', isGuess: false, instead: [] },
    ];
  }

  /** Within one ticket, say to another seat: first what this put takes off that line, then what it still has. */
  private drawsWithin(record: Item, item: string | null, wanted: number): PlannedMove[] {
    const offer = this.offers.find(
      (one) =>
        one.left > 0 &&
        (item === null ? this.isExchange(one.record, record) : one.record.externalId === item),
    );
    if (offer) return [this.take(offer, record, wanted, false)];
    const line = this.lineNamed(this.base, record, item);
    if (!line || line.id === record.id) return [];
    const quantity = this.promise(this.base.id, line, available(line), wanted);
    const from = { ticket: this.base.id, item: line.id };
    if (quantity <= 0) return [];
    return [
      { to: this.here(record), from, quantity, isSaid: false, takes: 'both', isGuess: false, instead: [] },
    ];
  }

  private lineNamed(giver: Ticket, record: Item, item: string | null): Item | undefined {
    if (item !== null) return giver.items.find((one) => one.externalId === item);
    return (
      giver.items.find((one) => one.externalId === record.externalId && isSameDish(one.face, record.face)) ??
      giver.items.find((one) => isSameDish(one.face, record.face) && available(one) > 0)
    );
  }

  /** The open ticket that food comes from, or the closed one brought back, so that food long run is not cooked again. */
  private giver(id: string): Ticket | null {
    const { source } = this.base;
    const open =
      openTicket(this.draft.state, source, id, this.base.day) ??
      openTicket(this.draft.state, source, id, null);
    if (open) return open;
    const stub = this.draft.ctx.closed(source, id, this.base.day);
    if (!stub) return null;
    this.draft.emit({ type: 'ticket.reopened', record: reopenedRecord(stub) });
    return this.draft.ticket(stub.id);
  }

  /** Sets portions of a line aside for one taker: what two lines were given, one of two tables would go without. */
  private promise(ticket: TicketId, line: Item, there: number, wanted: number): number {
    const key = `${ticket}/${line.id}`;
    const given = this.promised.get(key) ?? 0;
    const quantity = Math.max(0, Math.min(wanted, rounded(there - given)));
    this.promised.set(key, rounded(given + quantity));
    return quantity;
  }

  /** Portions of a void no cook has seen: they come back as they were. */
  takeUnseenVoids(record: Item, wanted: number): number {
    const unseen = sum(record.batches.filter(isUnseenVoid));
    return this.promise(this.base.id, record, unseen, wanted);
  }

  /** Food that came in before the ticket it was taken from: that ticket's first put must not cook it again. */
  claimedByOthers(record: Item, wanted: number): number {
    if (this.draft.state.tickets.has(this.base.id)) return 0;
    let claimed = 0;
    for (const { claim, face } of this.surroundings().claimants) {
      if (claim === null) continue;
      const isMine = claim.item === null ? isSameDish(face, record.face) : claim.item === record.externalId;
      const left = rounded(claim.quantity - (this.claimsMet.get(claim) ?? 0));
      const met = isMine ? Math.min(left, rounded(wanted - claimed)) : 0;
      this.claimsMet.set(claim, rounded((this.claimsMet.get(claim) ?? 0) + met));
      claimed = rounded(claimed + met);
    }
    return claimed;
  }

  claimOf(said: PutItem, quantity: number): Claim | null {
    if (!said.movedFrom || said.movedFrom.id === this.base.externalId) return null;
    if (openTicket(this.draft.state, this.base.source, said.movedFrom.id, null)) return null;
    return { ticket: said.movedFrom.id, item: said.movedFrom.item, quantity };
  }

  /** A dish just voided at this table that this line may be. */
  private departureOf(record: Item, wanted: number): PlannedMove | null {
    for (const ticket of this.surroundings().withVoids) {
      for (const line of ticket.items) {
        if (line.id === record.id && ticket.id === this.base.id) continue;
        const gone = sum(
          line.batches.filter((batch) => isUnseenVoid(batch) && this.isRecent(batch.void?.at)),
        );
        if (gone <= 0 || !isSameDish(line.face, record.face)) continue;
        if (ticket.id === this.base.id && !this.isForSameGuests(line, record)) continue;
        const from = { ticket: ticket.id, item: line.id };
        const quantity = this.promise(ticket.id, line, gone, wanted);
        if (quantity <= 0) continue;
        return {
          to: this.here(record),
          from,
          quantity,
          isSaid: true,
          takes: 'void',
          isGuess: true,
          instead: [],
        };
      }
    }
    return null;
  }

  /** A dish that just came at this table and may be the one that goes now: the food stays, under its new line. */
  arrivalOf(record: Item, going: number): PlannedMove | null {
    // Two of a dish ordered together are two dishes; only what came after this one can be this one.
    const since = Math.min(...record.batches.map((batch) => batch.addedAt));
    for (const ticket of this.surroundings().neighbours) {
      for (const line of ticket.items) {
        const isSelf = ticket.id === this.base.id && line.id === record.id;
        if (isSelf || !isSameDish(line.face, record.face)) continue;
        if (ticket.questions.some((question) => question.item === line.id)) continue;
        if (line.claim !== null) continue;
        if (ticket.id === this.base.id && !this.isForSameGuests(record, line)) continue;
        const fresh = line.batches.filter(
          (batch) =>
            isCounted(batch) && batch.addedAt > since && this.isRecent(batch.addedAt) && !isStarted(batch),
        );
        const key = `${ticket.id}/${line.id}`;
        if (sum(fresh) !== going || this.replaced.has(key)) continue;
        this.replaced.add(key);
        const from = { ticket: this.base.id, item: record.id };
        return {
          to: { ticket: ticket.id, item: line.id },
          from,
          quantity: going,
          isSaid: true,
          takes: 'live',
          isGuess: true,
          instead: fresh.map((batch) => batch.n),
        };
      }
    }
    return null;
  }

  private isRecent(at: number | undefined): boolean {
    return at !== undefined && this.draft.now - at <= SAME_FOOD_MS;
  }

  private surroundings(): Around {
    const { tickets } = this.draft.state;
    if (this.around?.tickets === tickets) return this.around;
    this.around = aroundOf(this.draft.state, this.base, this.content.head);
    return this.around;
  }
}

interface Around {
  readonly tickets: State['tickets'];
  /** This ticket and others at the same table or of the same party. */
  readonly neighbours: readonly Ticket[];
  /** Those of them of which something was voided. */
  readonly withVoids: readonly Ticket[];
  /** Lines of other tickets that say their food comes from this one. */
  readonly claimants: readonly Item[];
}

function aroundOf(state: State, base: Ticket, { table, party }: PutContent['head']): Around {
  const { tickets, places } = state;
  const at = (place: string) => (places.get(place) ?? []).flatMap((id) => tickets.get(id) ?? []);
  const own = tickets.get(base.id);
  const beside = [
    ...(table === null ? [] : at(tablePlace(table))),
    ...(party === null ? [] : at(partyPlace(party.id))),
  ];
  // What was keyed by hand has a rule of its own (matchKeyed.ts): the same food must not be found twice.
  const neighbours = new Set(beside.filter(({ id, keyed }) => id !== base.id && keyed === null));
  const claimants = at(claimPlace(base.source, base.externalId)).flatMap(({ items }) =>
    items.filter((line) => line.claim?.ticket === base.externalId),
  );
  const all = [...(own ? [own] : []), ...neighbours];
  const withVoids = all.filter(({ items }) =>
    items.some(({ batches }) => batches.some((batch) => batch.void !== null)),
  );
  return { tickets, neighbours: all, withVoids, claimants };
}

function available(line: Item): number {
  return sum(line.batches.filter((batch) => isCounted(batch) || wasVoidedByPos(batch)));
}

function sum(batches: readonly Batch[]): number {
  return rounded(batches.reduce((total, batch) => total + batch.quantity, 0));
}
