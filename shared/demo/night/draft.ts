import type { Random } from '../random.ts';
import type {
  Act,
  DemoItem,
  Ingredient,
  PartyPlan,
  PlannedTicket,
  Step,
  TicketPatch,
  Trigger,
} from './plan.ts';

/** A party while its evening is being thought out. */
export class PartyDraft {
  readonly id: string;
  readonly covers: number;
  readonly table: string | null;
  readonly opensAtMs: number;
  readonly random: Random;
  ticket: PlannedTicket;
  /** From the starters' going out to the mains' fire, ms. */
  restMs: number;
  private readonly steps: Step[] = [];
  private readonly has = new Set<Ingredient>();
  /** Lines something happens to already: two mishaps with one dish make a farce. */
  private readonly touched = new Set<string>();
  private lines = 0;

  constructor(
    ticket: PlannedTicket,
    at: { id: string; covers: number; table: string | null; opensAtMs: number; random: Random },
  ) {
    this.ticket = ticket;
    this.id = at.id;
    this.covers = at.covers;
    this.table = at.table;
    this.opensAtMs = at.opensAtMs;
    this.random = at.random;
    this.restMs = 0;
  }

  step(when: Trigger, afterMs: number, act: Act, why: Ingredient = 'service'): void {
    this.steps.push({ when, afterMs: Math.round(afterMs), act, why });
    this.note(why);
  }

  put(when: Trigger, afterMs: number, patch: TicketPatch, why: Ingredient): void {
    this.step(when, afterMs, { do: 'put', ticket: this.ticket.id, patch }, why);
  }

  note(why: Ingredient): void {
    if (why !== 'service') this.has.add(why);
  }

  isMarked(...these: readonly Ingredient[]): boolean {
    return these.some((one) => this.has.has(one));
  }

  get mishaps(): number {
    return this.has.size;
  }

  newLine(): string {
    this.lines += 1;
    return `${this.ticket.id}-${this.lines}`;
  }

  inCourse(course: number): DemoItem[] {
    return this.ticket.items.filter((item) => item.course === course);
  }

  /** A line of a course nothing happens to yet, kept for one mishap; undefined when there is none to spare. */
  claim(course: number, isFit: (item: DemoItem) => boolean = () => true): DemoItem | undefined {
    const found = this.inCourse(course).find(
      (item) => !this.touched.has(item.id) && item.quantity === 1 && isFit(item),
    );
    if (found) this.touched.add(found.id);
    return found;
  }

  finished(): PartyPlan {
    const open: Step = {
      when: { on: 'night' },
      afterMs: this.opensAtMs,
      act: { do: 'open', ticket: this.ticket },
      why: 'service',
    };
    return {
      id: this.id,
      covers: this.covers,
      table: this.table,
      steps: [open, ...this.steps],
      has: [...this.has],
    };
  }
}
