import type { PartyContent } from '../../shared/domain/model/partyPut.ts';
import { isSeated } from '../../shared/domain/model/partyStates.ts';
import { chanceOf } from './chance.ts';
import { DoorHouse, host, partyContent, secondHost } from './doorHouse.ts';
import { expo, grill, HOUR, MINUTE, pos, type SaidTicket } from './house.ts';

const TABLES = ['10', '11', '12', '13', '14', '15', 'T99'];
const STATES = ['booked', 'confirmed', 'arrived', 'seated', 'left', 'cancelled', 'no_show', 'waiting', 'odd'];
/** Then the day rolls. */
const STEPS_A_DAY = 110;
const ALLERGENS = ['peanut', 'egg', 'sesame'];
const PLAIN = [
  'party.confirm',
  'party.notify',
  'party.leave',
  'party.finish',
  'party.cancel',
  'party.noShow',
  'party.unseat',
] as const;

/** A seeded night at the door and in the kitchen at once: two hosts, a bookings system and a POS that know little of each other. */
export class DoorNight {
  readonly house = new DoorHouse();
  private readonly below: (bound: number) => number;
  private readonly booked = new Map<string, PartyContent>();
  private readonly tickets: SaidTicket[] = [];
  private made = 0;
  private steps = 0;

  constructor(seed: number) {
    this.below = chanceOf(seed);
    this.house.say({ type: 'server.assign', server: 'Mara', sections: ['A'] }, host);
  }

  step(): void {
    const { house } = this;
    house.later(this.below(3 * MINUTE));
    const acts = [
      () => this.book(),
      () => this.book(),
      () => this.atDoor(),
      () => this.atDoor(),
      () => this.atDoor(),
      () => this.order(),
      () => this.order(),
      () => this.cook(),
      () => this.check(),
      () => this.atTables(),
      () => this.undo(),
      () => this.answer(),
    ];
    acts[this.below(acts.length)]?.();
    house.tick();
    this.steps += 1;
    if (this.steps % STEPS_A_DAY === 0) house.later(12 * HOUR).tick();
  }

  private pick<T>(list: readonly T[]): T | undefined {
    return list[this.below(list.length)];
  }

  private table(): string {
    return this.pick(TABLES) ?? '12';
  }

  private allergies() {
    return this.below(3) === 0
      ? [{ allergen: this.pick(ALLERGENS) ?? 'egg', seat: this.pick([null, 1, 2]) ?? null }]
      : [];
  }

  private book(): void {
    const known = this.pick([...this.booked.keys()]);
    const id = known !== undefined && this.below(2) === 0 ? known : `r${++this.made}`;
    const content = partyContent({
      id,
      name: `Guestname${id}`,
      state: this.pick(STATES) ?? 'booked',
      covers: 1 + this.below(6),
      at: this.house.now + (this.below(120) - 30) * MINUTE,
      tables: this.below(2) === 0 ? [this.table()] : [],
      allergies: this.allergies(),
    });
    this.booked.set(id, content);
    this.must({ type: 'party.put', content });
    if (this.below(5) === 0) this.must({ type: 'party.put', content });
  }

  private must(command: Parameters<DoorHouse['run']>[0]): void {
    const decision = this.house.run(command, pos);
    if (!decision.ok) throw new Error(`${command.type} was refused: ${decision.code} ${decision.message}`);
  }

  private party() {
    return this.pick([...this.house.state.parties.values()]);
  }

  private atDoor(): void {
    const { house } = this;
    const [one, other] = [this.party(), this.party()];
    if (!one || !other) return;
    const by = this.pick([host, secondHost]) ?? host;
    const about = { party: one.id, seen: house.seq - this.below(4) };
    const tables = this.below(4) === 0 ? [this.table(), this.table()] : [this.table()];
    switch (this.below(6)) {
      case 0:
        house.say({ type: 'party.arrive', ...about, arrived: this.pick([null, 1]) ?? null }, by);
        break;
      case 1:
      case 2:
        house.say(
          {
            type: 'party.seat',
            ...about,
            tables,
            covers: null,
            server: null,
            seats: [],
            reason: this.pick([null, 'busy']) ?? null,
          },
          by,
        );
        break;
      case 3:
        house.say({ type: 'party.move', ...about, tables }, by);
        break;
      case 4:
        house.say({ type: 'party.swap', ...about, other: other.id }, by);
        break;
      default:
        house.say({ type: this.pick(PLAIN) ?? 'party.confirm', ...about }, by);
    }
  }

  private order(): void {
    const known = this.pick(this.tickets);
    const isNew = known === undefined || this.below(2) === 0;
    const said: SaidTicket = isNew
      ? {
          id: `T${++this.made}`,
          table: this.table(),
          openedAt: this.house.now,
          items: [1, 2].map((course) => ({ id: `i${course}`, course, seat: course })),
          allergies: this.allergies(),
        }
      : { ...known, ...(this.below(3) === 0 ? { table: this.table() } : { server: `S${this.made}` }) };
    if (isNew) this.tickets.push(said);
    else this.tickets[this.tickets.indexOf(known)] = said;
    this.house.put(said);
  }

  private cook(): void {
    const ticket = this.pick([...this.house.state.tickets.values()]);
    if (!ticket) return;
    for (const { key } of ticket.allergies) this.house.hear(key, grill, undefined, ticket.externalId);
    const item = this.pick(ticket.items);
    if (item) this.house.bump(item.externalId, grill, { ticket: ticket.externalId });
    this.house.say({ type: 'course.fire', ticket: ticket.id, course: 2 }, expo);
  }

  private check(): void {
    const ticket = this.pick(this.tickets);
    const state = this.pick(['printed', 'part_paid', 'paid', 'closed', 'reopened']) ?? 'paid';
    if (ticket?.id)
      this.house.check(`c-${ticket.id}`, state, { tickets: [ticket.id], covers: 1 + this.below(5) });
  }

  private atTables(): void {
    const state = this.pick(['dirty', 'clean', 'blocked', 'open'] as const) ?? 'clean';
    const until = this.pick([null, this.house.now + 20 * MINUTE]) ?? null;
    const [table, other] = [this.table(), this.table()];
    const acts = [
      () => this.house.say({ type: 'table.mark', table, state, reason: null, until }, host),
      () => this.house.say({ type: 'table.combine', tables: [table, other] }, host),
      () => this.house.say({ type: 'table.split', table }, host),
    ];
    acts[this.below(acts.length)]?.();
  }

  private undo(): void {
    const party = this.party();
    const step = party && this.pick(party.steps);
    if (party && step)
      this.house.say({ type: 'party.undo', party: party.id, step: step.seq, seen: this.house.seq }, host);
  }

  private answer(): void {
    const question = this.pick(Object.values(this.house.state.door.questions));
    if (!question) return;
    const party = this.pick([null, ...question.parties]) ?? null;
    this.house.say({ type: 'party.match', ticket: question.ticket, party }, host);
  }

  /** What must hold after every step; empty when it does. */
  wrongs(): string[] {
    const { state } = this.house;
    const wrongs: string[] = [];
    const sitters = new Map<string, string>();
    const owners = new Map<string, string>();
    for (const { id, live } of state.parties.values()) {
      for (const table of isSeated(live) ? live.tables : []) {
        if (sitters.has(table)) wrongs.push(`${table} has ${sitters.get(table)} and ${id}`);
        sitters.set(table, id);
      }
      for (const ticketId of live.tickets) {
        if (owners.has(ticketId)) wrongs.push(`${ticketId} is of ${owners.get(ticketId)} and ${id}`);
        owners.set(ticketId, id);
        const keys = state.tickets
          .get(ticketId)
          ?.allergies.map(({ seat, allergen }) => `${seat}:${allergen}`);
        for (const { seat, allergen } of keys ? live.allergies : [])
          if (!keys?.includes(`${seat}:${allergen}`)) wrongs.push(`${ticketId} lacks ${allergen} of ${id}`);
      }
      if (isSeated(live) && live.seatedAt === null) wrongs.push(`${id} sits since never`);
    }
    return wrongs;
  }
}
