import type { Item } from '../model/food.ts';
import type { PutContent } from '../model/put.ts';
import { emptyState, type State } from '../model/state.ts';
import type { Ticket } from '../model/ticket.ts';

/** What stands around a ticket that is put. */
export interface Surroundings {
  /** Other tickets at the same table or of the same party, the oldest first. */
  readonly neighbours: readonly Ticket[];
  /** Lines of other tickets that say their food comes from this one. */
  readonly claimants: readonly Item[];
}

type Tickets = State['tickets'];

/**
 * An index of the open tickets it was last asked about. It holds nothing that they do not: asked about others, it takes over what is
 * different, which between two commands is a ticket or two, where looking through a full house took longer than the rest of a put.
 */
class TicketIndex {
  private followed: Tickets = emptyState.tickets;
  private readonly byTable = new Map<string, Set<Ticket>>();
  private readonly ofParties = new Set<Ticket>();
  private readonly claiming = new Set<Ticket>();

  follow(tickets: Tickets): this {
    const { come, gone } = tickets.changesSince(this.followed);
    for (const ticket of gone) this.remove(ticket);
    for (const ticket of come) this.add(ticket);
    this.followed = tickets;
    return this;
  }

  around(base: Pick<Ticket, 'id' | 'source' | 'externalId'>, head: PutContent['head']): Surroundings {
    const { table, party } = head;
    const found = new Set(table === null ? [] : this.byTable.get(table));
    if (party !== null) {
      for (const ticket of this.ofParties) if (ticket.head.party?.id === party.id) found.add(ticket);
    }
    const neighbours = [...found].filter((ticket) => ticket.id !== base.id).sort(oldestFirst);
    const claimants = [...this.claiming]
      .filter((ticket) => ticket.source === base.source)
      .sort(oldestFirst)
      .flatMap((ticket) => ticket.items.filter(({ claim }) => claim?.ticket === base.externalId));
    return { neighbours, claimants };
  }

  private add(ticket: Ticket): void {
    const { table, party } = ticket.head;
    if (table !== null) {
      const others = this.byTable.get(table);
      if (others) others.add(ticket);
      else this.byTable.set(table, new Set([ticket]));
    }
    if (party !== null) this.ofParties.add(ticket);
    if (ticket.items.some(({ claim }) => claim !== null)) this.claiming.add(ticket);
  }

  private remove(ticket: Ticket): void {
    const { table } = ticket.head;
    if (table !== null) {
      const others = this.byTable.get(table);
      others?.delete(ticket);
      if (others?.size === 0) this.byTable.delete(table);
    }
    this.ofParties.delete(ticket);
    this.claiming.delete(ticket);
  }
}

/** The same tickets give the same answer, whatever was asked before. */
function oldestFirst(a: Ticket, b: Ticket): number {
  return a.receivedSeq - b.receivedSeq || (a.id < b.id ? -1 : 1);
}

const index = new TicketIndex();

export function surroundingsOf(
  tickets: Tickets,
  base: Pick<Ticket, 'id' | 'source' | 'externalId'>,
  head: PutContent['head'],
): Surroundings {
  return index.follow(tickets).around(base, head);
}
