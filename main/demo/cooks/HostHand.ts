import type { Random } from '../../../shared/demo/random.ts';
import { seatedAt } from '../../../shared/domain/commands/party/findParty.ts';
import { isFreeFor } from '../../../shared/domain/commands/party/freeTables.ts';
import { standingOf } from '../../../shared/domain/model/door.ts';
import { partiesOfTable } from '../../../shared/domain/model/partiesAt.ts';
import { HOUSE_SOURCE, type Party } from '../../../shared/domain/model/party.ts';
import { isAtTheDoor, isSeated } from '../../../shared/domain/model/partyStates.ts';
import type { State } from '../../../shared/domain/model/state.ts';
import { tableCourses } from '../../../shared/domain/selectors/tableCourses.ts';
import type { PartyId } from '../../../shared/lib/ids.ts';
import { Patience } from './Patience.ts';
import { type Glass, type Hand, type Press, RETHINK_MS, SECOND_MS } from './press.ts';

/** The waiters lay tables again; a host only those that are forgotten. */
const LEFT_DIRTY_MS = 480 * SECOND_MS;
/** Over the limit a host seats whom the book has promised a table. */
const REASON = 'booked';

/** The automatic host: seats who is at the door where the book has put them, clears, cleans, and says whose a ticket is. */
export class HostHand implements Hand {
  private readonly random: Random;
  private readonly patience: Patience;
  /** Of those who have ordered, by which chance one wants another table; and how many may in a night. */
  private readonly wishes: { readonly chance: number; readonly most: number };
  private readonly wanting = new Map<PartyId, boolean>();
  private moved = 0;

  constructor(random: Random, wishes = { chance: 0.06, most: 10 }) {
    this.random = random;
    this.patience = new Patience(random);
    this.wishes = wishes;
  }

  look(glass: Glass): Press[] {
    const parties = [...glass.state.parties.values()];
    const seats = parties.flatMap((party) => this.seats(party, glass));
    const inUse = seats.flatMap(({ command }) => (command.type === 'party.seat' ? command.tables : []));
    return [
      ...seats,
      ...parties.flatMap((party) => this.moves(party, glass)),
      ...parties.flatMap((party) => this.clears(party, glass)),
      // Clean would say that whoever sits there has gone.
      ...this.cleans(glass, inUse),
      ...this.answers(glass),
    ];
  }

  refused({ what, command }: Press, now: number): void {
    if (command.type === 'party.move') this.moved -= 1;
    this.patience.rest(what, now, RETHINK_MS);
  }

  private seats({ id: party, live }: Party, { state, now }: Glass): Press[] {
    const [first] = live.tables;
    if (first === undefined || !isAtTheDoor(live) || live.state === 'partly_arrived') return [];
    const what = `${party}/seat`;
    if (!this.patience.isRipe(what, now, 20 * SECOND_MS, 100 * SECOND_MS)) return [];
    // Where others sit at a part of what is pushed together they begin at the rest.
    const tables = isFreeFor(state, live.tables, party) ? live.tables : [first];
    const isLaid = tables.every((table) => standingOf(state.door, table).dirtySince === null);
    if (!isLaid || !isFreeFor(state, tables, party)) return [];
    const seating = { covers: null, server: null, seats: [], reason: REASON };
    return [
      { what, command: { type: 'party.seat', party, tables: [...tables], ...seating, seen: state.seq } },
    ];
  }

  /** A draught, the sun, the loud table beside: to a table of their size where nobody sits and nobody is expected soon. */
  private moves({ id: party, live, source }: Party, { state, config, now }: Glass): Press[] {
    const [here] = live.tables;
    const hasOrdered = live.tickets.some((id) => state.tickets.get(id)?.courses.some(isFired));
    const mayMove = source !== HOUSE_SOURCE && isSeated(live) && live.tables.length === 1 && hasOrdered;
    // AWAY is said of a table: whoever is moved meanwhile would leave it to the next guests.
    if (here === undefined || !mayMove || state.holds[here] !== undefined) return [];
    if (!this.wantsToMove(party)) return [];
    const what = `${party}/move`;
    if (!this.patience.isRipe(what, now, 180 * SECOND_MS, 600 * SECOND_MS)) return [];
    const { floor } = config;
    const there = floor.tables.find(
      ({ id, seats }) =>
        id !== here &&
        seats >= live.covers &&
        standingOf(state.door, id).dirtySince === null &&
        isFreeFor(state, [id], party) &&
        !isExpected(state, id, now),
    );
    if (!there) return [];
    this.wanting.set(party, false);
    this.moved += 1;
    return [{ what, command: { type: 'party.move', party, tables: [there.id], seen: state.seq } }];
  }

  private wantsToMove(party: PartyId): boolean {
    const known = this.wanting.get(party);
    if (known !== undefined) return known && this.moved < this.wishes.most;
    this.wanting.set(party, this.random.chance(this.wishes.chance));
    return false;
  }

  private clears(record: Party, { state, now }: Glass): Press[] {
    const { id: party, live } = record;
    if (!isSeated(live)) return [];
    const tickets = live.tickets.flatMap((id) => state.tickets.get(id) ?? []);
    return tableCourses(tickets, record).flatMap(({ course, runAt }) => {
      if (course === 0 || runAt === null || live.cleared[course] !== undefined) return [];
      const what = `${party}/clear/${course}/${runAt}`;
      if (!this.patience.isRipe(what, now, 480 * SECOND_MS, 960 * SECOND_MS)) return [];
      return [{ what, command: { type: 'party.clear', party, course, seen: state.seq } }];
    });
  }

  private cleans({ state, now }: Glass, inUse: readonly string[]): Press[] {
    return Object.values(state.door.tables).flatMap(({ table, dirtySince }) => {
      const what = `${table}/clean/${dirtySince}`;
      if (dirtySince === null || !this.patience.isRipe(what, now, LEFT_DIRTY_MS, 1.5 * LEFT_DIRTY_MS))
        return [];
      if (inUse.includes(table) || seatedAt(state, table) !== null) return [];
      return [{ what, command: { type: 'table.mark', table, state: 'clean', reason: null, until: null } }];
    });
  }

  /** It is the party booked there, nine times in ten. */
  private answers({ state, now }: Glass): Press[] {
    return Object.values(state.door.questions).flatMap(({ ticket, parties }) => {
      const what = `${ticket}/whose`;
      if (!this.patience.isRipe(what, now, 20 * SECOND_MS, 60 * SECOND_MS)) return [];
      const here = parties.find((id) => state.parties.get(id)?.live.arrivedAt != null);
      const party = here ?? (this.random.chance(0.9) ? (parties[0] ?? null) : null);
      return [{ what, command: { type: 'party.match', ticket, party } }];
    });
  }
}

const EXPECTED_MS = 90 * 60 * SECOND_MS;

const isFired = ({ firedAt }: { readonly firedAt: number | null }) => firedAt !== null;

function isExpected(state: State, table: string, now: number): boolean {
  return partiesOfTable(state, table).some(({ live }) => live.at !== null && live.at - now < EXPECTED_MS);
}
