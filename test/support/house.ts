import { type HouseConfig, HouseConfig as HouseConfigSchema } from '../../shared/config/houseConfig.ts';
import type { Command } from '../../shared/domain/commands/command.ts';
import { decide } from '../../shared/domain/commands/decide.ts';
import { due } from '../../shared/domain/commands/due.ts';
import type { House as Surroundings } from '../../shared/domain/commands/dueChits.ts';
import type { DecideContext, Decision, RejectionCode } from '../../shared/domain/commands/outcome.ts';
import type { Actor, Role } from '../../shared/domain/events/actor.ts';
import type { Event, EventOf, EventType } from '../../shared/domain/events/event.ts';
import type { Batch, Item } from '../../shared/domain/model/food.ts';
import type { PutContent } from '../../shared/domain/model/put.ts';
import { emptyState, type State } from '../../shared/domain/model/state.ts';
import type { SaidAllergy, Ticket } from '../../shared/domain/model/ticket.ts';
import { reduceAll } from '../../shared/domain/reducer/reduce.ts';
import { canonicalJson } from '../../shared/lib/canonicalJson.ts';
import type { AllergyKey, StationId } from '../../shared/lib/ids.ts';

/** Saturday 2026-11-21 19:00 UTC. */
export const EVENING = Date.UTC(2026, 10, 21, 19, 0, 0);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export const grill = 'grill' as StationId;
export const fry = 'fry' as StationId;

export interface SaidItem {
  id: string;
  name?: string;
  menuItemId?: string;
  quantity?: number;
  seat?: number | null;
  seats?: number[];
  course?: number;
  fire?: string;
  with?: string;
  stations?: string[] | null;
  modifiers?: Item['face']['modifiers'];
  notes?: string;
  allergens?: string[] | null;
  prepSeconds?: number;
  movedFrom?: { id: string; item?: string };
  state?: 'active' | 'void';
}

export interface SaidTicket {
  id?: string;
  source?: string;
  revision?: number | null;
  channel?: string;
  table?: string | null;
  openedAt?: number;
  promisedAt?: number;
  releaseAt?: number;
  server?: string;
  covers?: number;
  party?: { source: string; id: string };
  notes?: string;
  priority?: 'normal' | 'rush';
  items?: SaidItem[];
  courses?: { number: number; said?: 'held' | 'fired'; fireAt?: number; name?: string }[];
  allergies?: (Partial<SaidAllergy> & { allergen: string })[];
  customerName?: string;
}

export function putContent(said: SaidTicket): PutContent {
  const content: Omit<PutContent, 'digest'> = {
    source: said.source ?? 'pos',
    externalId: said.id ?? 'T1',
    revision: said.revision ?? null,
    openedAt: said.openedAt ?? EVENING,
    head: {
      number: said.id ?? 'T1',
      channel: said.channel ?? 'dine_in',
      table: said.table === undefined ? '12' : said.table,
      covers: said.covers ?? 4,
      server: said.server ?? 'Mara',
      party: said.party ?? null,
      promisedAt: said.promisedAt ?? null,
      releaseAt: said.releaseAt ?? null,
      priority: said.priority ?? 'normal',
      vip: false,
      occasion: null,
      notes: said.notes ?? null,
      pickup: null,
      cutlery: null,
    },
    customer: said.customerName
      ? {
          digest: `digest of ${said.customerName}`,
          fields: {
            name: said.customerName,
            phone: null,
            email: null,
            notes: null,
            courier: null,
            spot: null,
          },
        }
      : null,
    guests: [],
    courses: (said.courses ?? []).map((course) => ({
      number: course.number,
      name: course.name ?? null,
      said: course.said ?? null,
      fireAt: course.fireAt ?? null,
    })),
    items: (said.items ?? []).map(putItem),
    allergies: (said.allergies ?? []).map((allergy) => ({
      severity: 'allergy',
      crossContact: false,
      words: null,
      seat: null,
      ...allergy,
    })),
  };
  return { ...content, digest: canonicalJson(content) };
}

function putItem(said: SaidItem): PutContent['items'][number] {
  return {
    externalId: said.id,
    face: {
      menuItemId: said.menuItemId ?? null,
      name: said.name ?? said.id,
      names: null,
      seat: said.seat === undefined ? null : said.seat,
      seats: said.seats ?? null,
      course: said.course ?? 0,
      fire: said.fire ?? 'course',
      with: said.with ?? null,
      modifiers: said.modifiers ?? [],
      notes: said.notes ?? null,
      allergens: said.allergens ?? null,
      prepSeconds: said.prepSeconds ?? null,
    },
    quantity: said.quantity ?? 1,
    state: said.state ?? 'active',
    voidReason: null,
    comped: false,
    onTheFly: false,
    refireOf: null,
    stations: said.stations ?? null,
    movedFrom: said.movedFrom ? { id: said.movedFrom.id, item: said.movedFrom.item ?? null } : null,
  };
}

export const twoStations: HouseConfig = HouseConfigSchema.parse({
  stations: [
    { id: 'grill', name: 'Grill' },
    { id: 'fry', name: 'Fry' },
  ],
  routes: [{ stations: ['grill'] }],
});

/** A house on a bench: commands in, events out, every reduction checked against a replay at the end. */
export class House {
  state: State = emptyState;
  now = EVENING;
  config: HouseConfig;
  readonly log: Event[] = [];
  readonly people = new Map<string, unknown>();
  private readonly history = new Map<string, Ticket>();
  private ids = 0;
  private commands = 0;

  constructor(config: HouseConfig = twoStations) {
    this.config = config;
    this.run({ type: 'day.roll' }, { kind: 'house' });
  }

  later(ms: number): this {
    this.now += ms;
    return this;
  }

  context(actor: Actor, claimedAt = this.now): DecideContext {
    this.commands += 1;
    return {
      now: this.now,
      actor,
      commandId: `command-${this.commands}`,
      claimedAt,
      config: this.config,
      newId: () => `id${++this.ids}`,
      epochN: 1,
      closed: (source, id, day) => this.closedStub(source, id, day),
    };
  }

  run(command: Command, actor: Actor, claimedAt?: number): Decision {
    const before = this.state;
    const decision = decide(this.state, command, this.context(actor, claimedAt));
    if (decision.ok) {
      for (const event of decision.events) {
        if (event.type !== 'ticket.closed') continue;
        const events = decision.events.filter((one) => one.seq < event.seq);
        const ticket = reduceAll(before, events).tickets.get(event.ticket);
        if (ticket) this.history.set(`${ticket.source}/${ticket.externalId}/${ticket.day}`, ticket);
      }
      this.log.push(...decision.events);
      this.state = decision.state;
      for (const { personId, fields } of decision.personal) this.people.set(personId, fields);
    }
    return decision;
  }

  put(said: SaidTicket): Decision {
    return this.run({ type: 'ticket.put', content: putContent(said) }, pos);
  }

  /** The answer in one word: an outcome or a rejection's code. */
  say(command: Frozen<Command>, actor: Actor = pos, claimedAt?: number): Outcome | RejectionCode {
    const decision = this.run(structuredClone(command) as Command, actor, claimedAt);
    return decision.ok ? decision.outcome : decision.code;
  }

  /** Runs what is due by now; answers how many commands that was. */
  tick(house?: Surroundings): number {
    const commands = due(this.state, this.config, this.now, house);
    for (const command of commands) this.run(command, { kind: 'house' });
    return commands.length;
  }

  ticket(externalId = 'T1'): Ticket {
    const found = [...this.state.tickets.values()].filter((ticket) => ticket.externalId === externalId);
    const last = found.at(-1);
    if (!last) throw new Error(`no open ticket ${externalId}`);
    return last;
  }

  item(id: string, ticket = 'T1'): Item {
    const item = this.ticket(ticket).items.find((one) => one.externalId === id);
    if (!item) throw new Error(`no item ${id}`);
    return item;
  }

  batch(id: string, index = 0, ticket = 'T1'): Batch {
    const batch = this.item(id, ticket).batches[index];
    if (!batch) throw new Error(`item ${id} has no batch ${index}`);
    return batch;
  }

  get seq(): number {
    return this.state.seq;
  }

  events<T extends EventType>(type: T): EventOf<T>[] {
    return this.log.filter((event): event is EventOf<T> => event.type === type);
  }

  types(): EventType[] {
    return this.log.map((event) => event.type);
  }

  bump(
    id: string,
    station: StationId = grill,
    options: { seen?: number; quantity?: number; ticket?: string } = {},
  ) {
    const item = this.item(id, options.ticket);
    const portions = item.batches
      .filter((batch) => batch.void === null && batch.firedAt !== null)
      .map((batch) => ({ item: item.id, batch: batch.n, quantity: options.quantity ?? batch.quantity }));
    const ticket = this.ticket(options.ticket).id;
    const seen = options.seen ?? this.seq;
    return this.say({ type: 'item.bump', ticket, station, portions, seen }, cook(station));
  }

  hear(key: string, station: StationId = grill, ids?: string[], ticketId = 'T1') {
    const ticket = this.ticket(ticketId);
    const portions = ticket.items
      .filter((item) => !ids || ids.includes(item.externalId))
      .flatMap((item) => item.batches.map((batch) => ({ item: item.id, batch: batch.n })));
    const allergies = [key as AllergyKey];
    return this.say(
      { type: 'allergy.hear', ticket: ticket.id, station, allergies, portions, seen: this.seq },
      cook(station),
    );
  }

  replayed(): State {
    return reduceAll(emptyState, this.log);
  }

  private closedStub(source: string, id: string, day: string | null): Ticket | null {
    const stubs = [...this.history.values()].filter(
      (ticket) =>
        ticket.source === source && ticket.externalId === id && (day === null || ticket.day === day),
    );
    return stubs.sort((a, b) => (a.day < b.day ? -1 : 1)).at(-1) ?? null;
  }
}

/** Tests write commands `as const`. */
type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;

type Outcome = Extract<Decision, { ok: true }>['outcome'];

export const pos: Actor = { kind: 'pos', token: 'till' };

export function cook(station: StationId): Actor {
  return screen(['kitchen'], station);
}

export const expo: Actor = screen(['expo'], 'expo' as StationId);

export function screen(roles: Role[], station: StationId | null): Actor {
  return { kind: 'screen', roles, station, screen: `${station}-screen` };
}
