import type { OutsideAnswer } from '../../protocol/outside/answer.ts';
import type { FeedMessage } from '../../protocol/outside/feedMessage.ts';
import { BOOKINGS_SOURCE } from '../bookings/bookingPlan.ts';
import {
  type Act,
  MINUTE_MS,
  type NightPlan,
  type PartyPlan,
  type Step,
  type Trigger,
} from '../night/plan.ts';
import { Random } from '../random.ts';
import type { Outgoing, Quirk } from './outgoing.ts';
import type { PosTicket } from './PosTicket.ts';
import { type Draft, performAct } from './performAct.ts';

/** A table that is not free, or nothing to move to: asked again after this. */
const AGAIN_MS = 2 * MINUTE_MS;
/** What a step still waits for when all its party's food has been out this long will not come any more. */
const GIVE_UP_MS = 40 * MINUTE_MS;
/** Shares of messages that an impatient till or a bad line repeats. */
const TWICE = 0.03;
const LOST = 0.03;

interface Party {
  readonly plan: PartyPlan;
  readonly tickets: Set<string>;
  /** Steps whose trigger has not come. */
  waiting: Step[];
  /** Steps whose trigger has come. */
  planned: number;
  isOpen: boolean;
  isOver: boolean;
  /** Since when all its food has been out. */
  outAt: number | null;
}

interface Due {
  readonly at: number;
  readonly order: number;
  readonly party: Party;
  readonly step: Step;
}

/** The till through the night: what the plan, the clock and the feed make it send. No sockets and no clock of its own. */
export class PosDay {
  /** Steps whose moment never came. */
  readonly skipped: Step[] = [];
  private readonly source: string;
  private readonly parties: Party[];
  /** Parties by their bookings. */
  private readonly booked: ReadonlyMap<string, string | null>;
  private readonly tickets = new Map<string, PosTicket>();
  private readonly tables = new Map<string, string>();
  private readonly dirty = new Map<string, string>();
  private readonly random: Random;
  /** Dishes that the feed has told are off, and what is to be said of those whose count came to nothing. */
  private readonly off = new Set<string>();
  private soldOut: string[] = [];
  private due: Due[] = [];
  private sent = 0;
  private order = 0;

  constructor(plan: NightPlan, beginsAt: number) {
    this.source = plan.source;
    this.random = new Random(plan.seed ^ 0x5f3759df);
    this.booked = new Map(plan.bookings.map(({ id, party }) => [id, party]));
    this.parties = plan.parties.map((party) => ({
      plan: party,
      tickets: new Set<string>(),
      waiting: [...party.steps],
      planned: 0,
      isOpen: false,
      isOver: false,
      outAt: null,
    }));
    for (const party of this.parties) this.happened(party, beginsAt, (when) => when.on === 'night');
  }

  isOver(): boolean {
    return this.parties.every((party) => party.isOver);
  }

  /** Parties still at it. */
  unfinished(): string[] {
    return this.parties.filter(({ isOver }) => !isOver).map(({ plan }) => plan.id);
  }

  /** When something is to be done next; null while only the feed can bring it. */
  nextAt(): number | null {
    return this.due[0]?.at ?? null;
  }

  /** Does what is due and answers what to send for it. `dropLine` is for whoever holds the line. */
  act(now: number): { send: Outgoing[]; dropsLine: boolean } {
    const send: Outgoing[] = [];
    let dropsLine = false;
    for (let next = this.due[0]; next !== undefined && next.at <= now; next = this.due[0]) {
      this.due.shift();
      dropsLine ||= next.step.act.do === 'dropLine';
      send.push(...this.perform(next, now));
    }
    for (const party of this.parties) this.look(party, now);
    for (const id of this.soldOut.splice(0)) {
      const argument = { source: this.source, items: [{ id, available: false }] };
      send.push(this.outgoing({ event: 'availability.put', argument, confirms: null }));
    }
    return { send, dropsLine };
  }

  answered({ confirms }: Outgoing, answer: OutsideAnswer): void {
    if (confirms === null || !answer.ok) return;
    this.tickets.get(confirms.ticket)?.confirmed(confirms.items, answer.seq);
  }

  heard(message: FeedMessage, now: number): void {
    this.heardOfDish(message);
    this.heardOfTable(message, now);
    const id = message.ticket?.id ?? '';
    const ticket = this.tickets.get(id);
    const party = this.parties.find((one) => one.tickets.has(id));
    if (!ticket || !party) return;
    const item = itemId(message);
    if (message.type === 'course.run') ticket.courseRun(Number(message.course), message.seq);
    if (message.type === 'item.refired' || message.type === 'item.recalled') ticket.cameBack(item);
    this.happened(party, now, (when) => isMeant(when, message, id, item));
  }

  /** The till sells nothing that is off; what orders have counted down to nothing it also takes off its own menu. */
  private heardOfDish(message: FeedMessage): void {
    const id = itemId(message);
    if (message.type === 'menu_item.restored') this.off.delete(id);
    if (message.type !== 'menu_item.86') return;
    this.off.add(id);
    if (message.by === 'count') this.soldOut.push(id);
  }

  /** Where the door has put guests of a booking their server finds them; whoever is moved takes the check along. */
  private heardOfTable({ type, change, party: about, tables }: FeedMessage, now: number): void {
    const names = Array.isArray(tables) ? tables.filter((table) => typeof table === 'string') : [];
    const id = about?.source === BOOKINGS_SOURCE ? this.booked.get(about.id) : undefined;
    const party = this.parties.find(({ plan }) => plan.id === id);
    const [table] = names;
    if (table === undefined || !party || party.isOver) return;
    if (type === 'cover.opened') {
      for (const one of names) {
        this.tables.set(one, party.plan.id);
        this.dirty.delete(one);
      }
      return;
    }
    const isMove = type === 'party.changed' && change === 'move' && party.isOpen;
    if (!isMove || [...party.tickets].every((one) => this.tickets.get(one)?.table === table)) return;
    party.planned += 1;
    this.plan(
      party,
      { when: { on: 'night' }, afterMs: 0, act: { do: 'follow', table }, why: 'transfer' },
      now,
    );
  }

  private perform({ party, step }: Due, now: number): Outgoing[] {
    const { source, tickets, tables, dirty, off } = this;
    const done = performAct(
      { source, now, tickets, tables, dirty, party: party.plan.id, partyTickets: party.tickets, off },
      step.act,
    );
    if (done === 'later') {
      this.plan(party, step, now + AGAIN_MS);
      return [];
    }
    party.planned -= 1;
    party.outAt = null;
    for (const id of newTickets(step.act)) party.tickets.add(id);
    if (step.act.do === 'leave') party.isOver = true;
    if (step === party.plan.steps[0]) {
      party.isOpen = true;
      this.happened(party, now, (when) => when.on === 'opened');
    }
    return done.map((draft) => this.outgoing(draft));
  }

  private outgoing({ isLate, ...message }: Draft): Outgoing {
    this.sent += 1;
    return { n: this.sent, ...message, quirk: isLate ? 'late' : this.quirk() };
  }

  private quirk(): Quirk {
    const roll = this.random.next();
    return roll < TWICE ? 'twice' : roll < TWICE + LOST ? 'lost' : 'none';
  }

  private happened(party: Party, now: number, isIt: (when: Trigger) => boolean): void {
    const come = party.waiting.filter(({ when }) => isIt(when));
    if (come.length === 0) return;
    party.waiting = party.waiting.filter((step) => !come.includes(step));
    for (const step of come) {
      party.planned += 1;
      this.plan(party, step, now + step.afterMs);
    }
  }

  private plan(party: Party, step: Step, at: number): void {
    this.order += 1;
    this.due.push({ at, order: this.order, party, step });
    this.due.sort((a, b) => a.at - b.at || a.order - b.order);
  }

  /** Are they through? Then comes the check; and whoever never had a table is over with its last step. */
  private look(party: Party, now: number): void {
    if (party.isOver || party.planned > 0 || !party.isOpen) return;
    if (party.plan.id === 'house') {
      party.isOver = party.waiting.length === 0;
      return;
    }
    const isAllOut = [...party.tickets].every((id) => this.tickets.get(id)?.isAllOut() ?? true);
    if (!isAllOut) party.outAt = null;
    else party.outAt ??= now;
    if (party.outAt === null) return;
    const still = party.waiting.filter(({ when }) => when.on !== 'out');
    if (still.length > 0 && now - party.outAt < GIVE_UP_MS) return;
    this.skipped.push(...still);
    party.waiting = party.waiting.filter(({ when }) => when.on === 'out');
    this.happened(party, now, (when) => when.on === 'out');
  }
}

function isMeant(when: Trigger, message: FeedMessage, ticket: string, item: string): boolean {
  if (when.on !== message.type || !('ticket' in when) || when.ticket !== ticket) return false;
  if ('course' in when) return when.course === message.course;
  return 'item' in when ? when.item === item : true;
}

function itemId(message: FeedMessage): string {
  const { item } = message;
  return typeof item === 'object' && item !== null && 'id' in item ? String(item.id) : '';
}

function newTickets(act: Act): string[] {
  if (act.do === 'open') return [act.ticket.id];
  return act.do === 'split' ? [act.to] : [];
}
