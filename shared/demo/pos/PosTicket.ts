import { instantText } from '../../protocol/outside/instant.ts';
import type { DemoItem, DemoTicket, PlannedTicket, TicketPatch } from '../night/plan.ts';

interface Line {
  item: DemoItem;
  /** Log number at which the hub has had it; null until it answered. */
  sinceSeq: number | null;
  /** Gone out, as far as the feed has told. */
  isOut: boolean;
  /** On call and not sent for. */
  isWaiting: boolean;
}

/** A ticket as the till has it: what it would say of it now, and what the feed has told of its food. */
export class PosTicket {
  readonly id: string;
  private readonly openedAt: number;
  private readonly promisedAt: number | null;
  private head: Partial<DemoTicket>;
  private courses: NonNullable<DemoTicket['courses']>;
  private guests: NonNullable<DemoTicket['guests']>;
  private allergies: NonNullable<DemoTicket['allergies']>;
  private lines: Line[];
  private revision = 0;

  constructor(planned: PlannedTicket, now: number) {
    const {
      id,
      items,
      courses = [],
      guests = [],
      allergies = [],
      openedMsAgo = 0,
      promisedInMs,
      ...head
    } = planned;
    this.id = id;
    this.openedAt = now - openedMsAgo;
    this.promisedAt = promisedInMs === undefined ? null : this.openedAt + promisedInMs;
    this.head = head;
    this.courses = courses;
    this.guests = guests;
    this.allergies = allergies;
    this.lines = items.map(newLine);
  }

  get table(): string | null {
    return this.head.table ?? null;
  }

  get covers(): number {
    return this.head.covers ?? 1;
  }

  /** The whole ticket under its next revision. */
  nextPut(): DemoTicket {
    this.revision += 1;
    const { guests, allergies, courses } = this;
    return {
      number: this.id,
      channel: 'dine_in',
      ...this.head,
      source: this.head.source ?? '',
      id: this.id,
      revision: this.revision,
      openedAt: instantText(this.openedAt),
      ...(this.promisedAt === null ? {} : { promisedAt: instantText(this.promisedAt) }),
      ...(guests.length > 0 ? { guests } : {}),
      ...(allergies.length > 0 ? { allergies } : {}),
      ...(courses.length > 0 ? { courses } : {}),
      items: this.lines.map(({ item }) => item),
    };
  }

  nextRevision(): number {
    this.revision += 1;
    return this.revision;
  }

  apply(patch: TicketPatch): void {
    this.head = { ...this.head, ...patch.head };
    for (const course of patch.courses ?? []) {
      const others = this.courses.filter(({ number }) => number !== course.number);
      this.courses = [...others, course].sort((a, b) => a.number - b.number);
    }
    this.lines = this.lines
      .filter(({ item }) => !patch.drop?.includes(item.id))
      .map((line) => changed(line, patch));
    this.lines.push(...(patch.add ?? []).map(newLine));
    if (patch.unsaid) this.unsay(patch.unsaid);
    if (patch.allergy) this.say(patch.allergy);
  }

  /** Everything on it is void. */
  voidAll(): void {
    this.lines = this.lines.map((line) => ({ ...line, item: { ...line.item, state: 'void' } }));
  }

  /** Lines leave this ticket; the caller puts them on another, with what is known of their food. */
  give(ids: readonly string[] | null): Line[] {
    const going = this.lines.filter(({ item }) => ids === null || ids.includes(item.id));
    this.lines = this.lines.filter((line) => !going.includes(line));
    return going;
  }

  take(lines: readonly Line[], from: string): void {
    const moved = lines.map(({ item, ...rest }) => {
      const movedFrom = { id: from, item: item.id };
      return { ...rest, item: { ...item, id: `${item.id}m`, movedFrom, ...leaderOf(item, lines) } };
    });
    this.lines.push(...moved);
  }

  /** A new check of this table, with nothing on it yet. */
  sibling(id: string): PosTicket {
    const { items: _items, ...planned } = this.nextPut();
    this.revision -= 1;
    const ticket = new PosTicket({ ...planned, id, number: `${planned.number}B`, items: [] }, this.openedAt);
    ticket.guests = [];
    return ticket;
  }

  /** The hub has had what was put: from here on the feed speaks of these lines too. */
  confirmed(itemIds: readonly string[], seq: number): void {
    for (const line of this.lines) if (itemIds.includes(line.item.id)) line.sinceSeq ??= seq;
  }

  sentFor(itemIds: readonly string[]): void {
    for (const line of this.lines) if (itemIds.includes(line.item.id)) line.isWaiting = false;
  }

  courseRun(course: number, seq: number): void {
    for (const line of this.lines) {
      const isMeant = (line.item.course ?? 0) === course && !line.isWaiting;
      if (isMeant && line.sinceSeq !== null && line.sinceSeq <= seq) line.isOut = true;
    }
  }

  /** Refired or recalled: it has to go out again. */
  cameBack(itemId: string): void {
    for (const line of this.lines) if (line.item.id === itemId) line.isOut = false;
  }

  isAllOut(): boolean {
    return this.lines.every(({ item, isOut }) => isOut || item.state === 'void');
  }

  private say({ seat, allergy }: NonNullable<TicketPatch['allergy']>): void {
    if (seat === null) {
      this.allergies = [...this.allergies, allergy];
      return;
    }
    const known = this.guests.find((guest) => guest.seat === seat) ?? { seat };
    const others = this.guests.filter((guest) => guest.seat !== seat);
    const guest = { ...known, allergies: [...(known.allergies ?? []), allergy] };
    this.guests = [...others, guest].sort((a, b) => a.seat - b.seat);
  }

  private unsay({ seat, allergen }: NonNullable<TicketPatch['unsaid']>): void {
    if (seat === null) this.allergies = this.allergies.filter((one) => one.allergen !== allergen);
    this.guests = this.guests.map((guest) =>
      guest.seat === seat
        ? { ...guest, allergies: (guest.allergies ?? []).filter((one) => one.allergen !== allergen) }
        : guest,
    );
  }
}

function newLine(item: DemoItem): Line {
  return { item, sinceSeq: null, isOut: false, isWaiting: item.fire === 'on_call' };
}

/** More of a dish has to go out; less of it changes nothing about what has. */
function changed(line: Line, patch: TicketPatch): Line {
  const change = patch.change?.find(({ id }) => id === line.item.id);
  if (!change) return line;
  const item = { ...line.item, ...change };
  const isMore = item.quantity > line.item.quantity;
  return isMore ? { ...line, item, isOut: false, sinceSeq: null } : { ...line, item };
}

/** A side that comes along goes on with the same main under its new name. */
function leaderOf(item: DemoItem, lines: readonly Line[]): { with?: string } {
  if (item.with === undefined) return {};
  return lines.some((line) => line.item.id === item.with) ? { with: `${item.with}m` } : {};
}
