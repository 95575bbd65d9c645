import { HouseConfig } from '../../shared/config/houseConfig.ts';
import type { DecideContext } from '../../shared/domain/commands/outcome.ts';
import type { Actor } from '../../shared/domain/events/actor.ts';
import type { Party, PartyFacts } from '../../shared/domain/model/party.ts';
import type { PartyContent } from '../../shared/domain/model/partyPut.ts';
import { emptyState } from '../../shared/domain/model/state.ts';
import type { SaidAllergy } from '../../shared/domain/model/ticket.ts';
import { reduceAll } from '../../shared/domain/reducer/reduce.ts';
import { canonicalJson } from '../../shared/lib/canonicalJson.ts';
import { EVENING, HOUR, House, pos } from './house.ts';

export const host = hostAt('host-1');
export const secondHost = hostAt('host-2');
export const bookings: Actor = { kind: 'pos', token: 'bookings' };

function hostAt(at: string): Actor {
  return { kind: 'screen', roles: ['host'], station: null, screen: at };
}

/** Six tables in two sections, and an evening with a limit of 12 covers a quarter of an hour. */
export const WITH_FLOOR = HouseConfig.parse({
  stations: [
    { id: 'grill', name: 'Grill' },
    { id: 'fry', name: 'Fry' },
  ],
  routes: [{ stations: ['grill'] }],
  floor: {
    rooms: [{ id: 'main', name: 'Main room' }],
    sections: [
      { id: 'A', name: 'Window' },
      { id: 'B', name: 'Wall' },
    ],
    tables: ['10', '11', '12', '13', '14', '15'].map((id, at) => ({
      id,
      room: 'main',
      section: at < 3 ? 'A' : 'B',
      seats: at < 2 ? 2 : 4,
    })),
    combinations: [{ tables: ['12', '13'], seats: 8 }],
    shifts: [{ id: 'dinner', name: 'Dinner', from: '17:00', to: '01:00', coversPer15: 12 }],
  },
});

type Said = Partial<PartyFacts> & {
  id?: string;
  revision?: number | null;
  name?: string;
  allergies?: (Partial<SaidAllergy> & { allergen: string })[];
};

export function partyContent({
  id = 'r1',
  revision = null,
  name = 'Ana Ruiz',
  allergies = [],
  ...facts
}: Said) {
  const content: Omit<PartyContent, 'digest' | 'revision'> = {
    source: 'bookings',
    externalId: id,
    facts: {
      state: 'booked',
      covers: 4,
      at: EVENING + HOUR,
      etaAt: null,
      durationMinutes: null,
      quotedMinutes: null,
      tables: [],
      locked: false,
      server: null,
      vip: false,
      occasion: null,
      ...facts,
    },
    person: {
      digest: `digest of ${name}`,
      fields: { name, phone: null, email: null, notes: null, courier: null, spot: null },
    },
    guests: [],
    allergies: allergies.map((one) => ({
      severity: 'allergy',
      crossContact: false,
      words: null,
      seat: null,
      ...one,
    })),
  };
  return { ...content, revision, digest: canonicalJson(content) };
}

/** A house with a door: bookings put in, hosts press, and what closed is known by its stub. */
export class DoorHouse extends House {
  constructor(config: HouseConfig = WITH_FLOOR) {
    super(config);
  }

  override context(actor: Actor, claimedAt?: number): DecideContext {
    return { ...super.context(actor, claimedAt), closedParty: (_, id) => this.closedParty(id) };
  }

  book(said: Said) {
    const decision = this.run({ type: 'party.put', content: partyContent(said) }, bookings);
    return decision.ok ? decision.outcome : decision.code;
  }

  party(id = 'r1'): Party {
    const found = [...this.state.parties.values()].find((party) => party.externalId === id);
    if (!found) throw new Error(`no party ${id}`);
    return found;
  }

  /** The party a host has just taken in. */
  latest(): Party {
    const parties = [...this.state.parties.values()].sort((a, b) => a.receivedSeq - b.receivedSeq);
    const last = parties.at(-1);
    if (!last) throw new Error('nobody is here');
    return last;
  }

  seat(id: string, tables: string[], by: Actor = host, more: { reason?: string; seen?: number } = {}) {
    const { reason = null, seen = this.seq } = more;
    const party = this.party(id).id;
    return this.say(
      { type: 'party.seat', party, tables, covers: null, server: null, seats: [], reason, seen },
      by,
    );
  }

  press(type: PlainPress, id = 'r1', by: Actor = host, seen = this.seq) {
    return this.say({ type, party: this.party(id).id, seen }, by);
  }

  arrive(id = 'r1', arrived: number | null = null, by: Actor = host) {
    return this.say({ type: 'party.arrive', party: this.party(id).id, arrived, seen: this.seq }, by);
  }

  check(id: string, state: string, more: { tickets?: string[]; covers?: number; totalCents?: number } = {}) {
    const { tickets = ['T1'], covers = null, totalCents = null } = more;
    const money = { totalCents, compsCents: null, currency: null };
    const check = { source: 'pos', externalId: id, state, tickets, covers, ...money, at: this.now };
    return this.say({ type: 'check.put', check }, pos);
  }

  private closedParty(id: string): Party | null {
    const closed = this.log.findLast((event) => {
      return event.type === 'party.closed' && event.ref?.id === id;
    });
    if (closed?.type !== 'party.closed') return null;
    const before = this.log.filter(({ seq }) => seq < closed.seq);
    return reduceAll(emptyState, before).parties.get(closed.party) ?? null;
  }
}

type PlainPress =
  | 'party.confirm'
  | 'party.notify'
  | 'party.leave'
  | 'party.finish'
  | 'party.cancel'
  | 'party.noShow'
  | 'party.unseat';
