import type { AllergyKey, StationId } from '../../shared/lib/ids.ts';
import { NO_STATION } from '../../shared/lib/ids.ts';
import { cook, EVENING, expo, fry, grill, HOUR, House, type SaidItem, type SaidTicket } from './house.ts';

/** A seeded night of everything at once: puts that change, split and repeat, and presses of every kind, many of them out of place. */
export class RandomNight {
  readonly house = new House();
  private readonly said = new Map<string, SaidTicket>();
  private state: number;
  private made = 0;

  constructor(seed: number) {
    this.state = seed >>> 0 || 1;
    this.house.config = { ...this.house.config, pass: this.chance(0.5) ? 'expo' : 'none' };
  }

  step(): void {
    this.house.later(Math.floor(this.random() * 20_000));
    const roll = this.random();
    if (roll < 0.25) this.newTicket();
    else if (roll < 0.5) this.changeTicket();
    else if (roll < 0.57) this.split();
    else if (roll < 0.95) this.press();
    else if (roll < 0.99) this.house.later(20 * 60_000).tick();
    else this.roll();
    this.house.tick();
  }

  private roll(): void {
    this.house.now = Math.max(this.house.now, EVENING + 9 * HOUR);
    this.house.later(this.chance(0.5) ? 24 * HOUR : 0);
  }

  protected random(): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return this.state / 2 ** 32;
  }

  protected chance(p: number): boolean {
    return this.random() < p;
  }

  protected pick<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.random() * list.length)];
  }

  private newItem(): SaidItem {
    this.made += 1;
    return {
      id: `i${this.made}`,
      name: this.pick(['Soup', 'Ribeye', 'Bass', 'Fries']) ?? 'Soup',
      quantity: this.pick([1, 1, 2, 4, 0.5]) ?? 1,
      course: this.pick([0, 1, 1, 2, 3]) ?? 1,
      seat: this.pick([null, 0, 1, 2, 3]) ?? null,
      stations: this.pick([null, ['grill'], ['fry'], ['grill', 'fry'], ['sushi']]) ?? null,
      allergens: this.pick([null, [], ['sesame'], ['milk']]) ?? null,
      fire: this.pick(['course', 'course', 'course', 'as_ready', 'on_call']) ?? 'course',
    };
  }

  private newTicket(): void {
    this.made += 1;
    const items = Array.from({ length: 1 + Math.floor(this.random() * 4) }, () => this.newItem());
    const allergies = this.chance(0.3)
      ? [
          {
            allergen: this.pick(['sesame', 'milk']) ?? 'milk',
            seat: this.pick([null, 1, 2]) ?? null,
            severity: this.pick(['allergy', 'intolerance', 'anaphylaxis', 'diet']) ?? 'allergy',
          },
        ]
      : [];
    const id = `T${this.made}`;
    this.put({
      id,
      table: this.pick(['1', '2', '3', null]) ?? null,
      channel: this.pick(['dine_in', 'dine_in', 'takeout']) ?? 'dine_in',
      openedAt: this.house.now,
      items,
      allergies,
    });
  }

  private put(said: SaidTicket): void {
    this.said.set(said.id ?? '', said);
    const decision = this.house.put(said);
    if (!decision.ok) throw new Error(`a put was refused: ${decision.code} ${decision.message}`);
    if (this.chance(0.2)) this.house.put(said);
  }

  private aTicket(): SaidTicket | undefined {
    return this.pick([...this.said.values()].slice(-12));
  }

  private changeTicket(): void {
    const said = this.aTicket();
    if (!said) return;
    const items = (said.items ?? []).flatMap((item): SaidItem[] => {
      const roll = this.random();
      if (roll < 0.15) return [];
      if (roll < 0.3) return [{ ...item, quantity: this.pick([1, 2, 3, 4]) ?? 1 }];
      if (roll < 0.4) return [{ ...item, seat: this.pick([1, 2, 3]) ?? 1 }];
      if (roll < 0.45) return [{ ...item, notes: `note ${this.made}` }];
      return [item];
    });
    if (this.chance(0.3)) items.push(this.newItem());
    const allergies = this.chance(0.2)
      ? [{ allergen: 'sesame', seat: this.pick([null, 1]) ?? null }]
      : (said.allergies ?? []);
    const courses = this.chance(0.2)
      ? [{ number: 2, said: this.pick(['held', 'fired'] as const) ?? 'held' }]
      : (said.courses ?? []);
    this.put({ ...said, items, allergies, courses, server: this.pick(['Ana', 'Leo', 'Mara']) ?? 'Ana' });
  }

  /** Some portions of a line go to another ticket, in either order of the two puts. */
  private split(): void {
    const giver = this.aTicket();
    const line = giver && this.pick(giver.items ?? []);
    const quantity = line?.quantity ?? 0;
    if (!giver?.id || !line || quantity < 1) return;
    this.made += 1;
    const taken = quantity >= 2 && this.chance(0.5) ? Math.floor(quantity / 2) : quantity;
    const rest = (giver.items ?? []).flatMap((item) =>
      item.id !== line.id ? [item] : quantity > taken ? [{ ...item, quantity: quantity - taken }] : [],
    );
    const { movedFrom: _before, ...food } = line;
    const moved: SaidItem = {
      ...food,
      id: `m${this.made}`,
      quantity: taken,
      movedFrom: { id: giver.id, item: line.id },
    };
    const puts: SaidTicket[] = [
      { ...giver, items: rest },
      { ...giver, id: `S${this.made}`, items: [moved] },
    ];
    for (const put of this.chance(0.5) ? puts : puts.reverse()) this.put(put);
  }

  private press(): void {
    const { house } = this;
    const ticket = this.pick([...house.state.tickets.values()]);
    const item = ticket && this.pick(ticket.items);
    const batch = item && this.pick(item.batches);
    if (!ticket || !item || !batch) return;
    const station: StationId =
      this.pick([...batch.parts.map((part) => part.station), grill, fry, NO_STATION]) ?? grill;
    const at = cook(station === NO_STATION ? grill : station);
    const seen = this.chance(0.8) ? house.seq : Math.max(0, house.seq - 20);
    const ref = { item: item.id, batch: batch.n };
    const count = { ...ref, quantity: this.pick([0, 1, batch.quantity, batch.quantity]) ?? 1 };
    const allergy: AllergyKey = this.pick(ticket.allergies)?.key ?? ('?:milk' as AllergyKey);
    const portions = ticket.items.flatMap((one) =>
      one.batches.map((each) => ({ item: one.id, batch: each.n })),
    );
    const all = portions.map((one) => ({ ...one, quantity: 4 }));
    const plates = portions.map((one) => ({ ...one, allergies: ticket.allergies.map(({ key }) => key) }));
    const here = { ticket: ticket.id, seen } as const;
    const presses = [
      () => house.say({ type: 'item.bump', ...here, station, portions: [count] }, at),
      () => house.say({ type: 'item.bump', ...here, station, portions: [count] }, at),
      () =>
        house.say(
          { type: 'ticket.bump', ...here, station, portions: [count], voids: portions, changes: [item.id] },
          at,
        ),
      () =>
        house.say(
          {
            type: 'item.recall',
            ...here,
            station: this.chance(0.5) ? station : null,
            portions: [{ ...ref, quantity: 0 }],
            undo: this.chance(0.5),
          },
          at,
        ),
      () =>
        house.say(
          { type: 'ticket.hear', ticket: ticket.id, station, version: ticket.versions[station] ?? 0 },
          at,
        ),
      () => house.say({ type: 'allergy.hear', ...here, station, allergies: [allergy], portions }, at),
      () => house.say({ type: 'allergy.hear', ...here, station, allergies: [allergy], portions }, at),
      () => house.say({ type: 'course.fire', ticket: ticket.id, course: item.face.course }, expo),
      () => house.say({ type: 'course.hold', ticket: ticket.id, course: item.face.course }, expo),
      () => house.say({ type: 'item.hold', ticket: ticket.id, items: [item.id] }, expo),
      () => house.say({ type: 'item.fire', ticket: ticket.id, items: [item.id] }, expo),
      () =>
        house.say(
          { type: 'item.refire', ticket: ticket.id, item: item.id, quantity: 1, reason: 'cold' },
          expo,
        ),
      () =>
        house.say(
          {
            type: 'course.run',
            ...here,
            course: item.face.course,
            portions: all,
            anyway: this.chance(0.5),
            plates,
          },
          expo,
        ),
      () =>
        house.say(
          {
            type: 'conflict.answer',
            ...here,
            item: item.id,
            allergy,
            answer: this.pick(['made_without', 'void'] as const) ?? 'void',
          },
          expo,
        ),
      () =>
        house.say(
          {
            type: 'stop.answer',
            ...here,
            ...ref,
            answer: this.pick(['carry_on', 'refire'] as const) ?? 'carry_on',
          },
          expo,
        ),
      () =>
        house.say(
          {
            type: 'food.answer',
            ticket: ticket.id,
            question: ticket.questions[0]?.id ?? '',
            answer: this.pick(['same', 'new'] as const) ?? 'same',
          },
          expo,
        ),
      () =>
        house.say(
          {
            type: 'receipt.report',
            station,
            listed: [{ ticket: ticket.id, version: ticket.versions[station] ?? 0 }],
            painted: [],
          },
          at,
        ),
      () => house.say({ type: 'changes.see', ...here, station, voids: portions, changes: [item.id] }, at),
    ];
    this.pick(presses)?.();
  }
}
