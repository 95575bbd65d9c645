import { EVENING } from '../../support/house.ts';
import type { AccountOf } from '../../support/judgeLog.ts';
import { Answer } from '../../support/pos.ts';
import type { SocketPair } from '../../support/socketPair.ts';

interface Item {
  readonly id: string;
  readonly name: string;
  readonly quantity: number;
  readonly course: number;
  readonly stations: readonly string[];
  readonly state?: 'void';
}

interface Account extends AccountOf {
  readonly items: readonly Item[];
  /** With the log number of each acknowledgement. */
  readonly firedAt: ReadonlyMap<number, number>;
}

interface Op {
  readonly event: 'ticket.put' | 'course.fire';
  readonly argument: { readonly id: string };
  /** Epochs in which it was applied: once in each at most. */
  readonly appliedIn: Set<string>;
  readonly acknowledged: (seq: number) => void;
  /** Put again after a restart of the feed: what came since is newer. */
  readonly isAgain: boolean;
  sentOn: number;
}

/** A POS that numbers its revisions, sends in order, sends again what was not acknowledged, and all open tickets when the feed restarts. */
export class PosModel {
  readonly account = new Map<string, Account>();
  readonly surprises: string[] = [];
  acknowledged = 0;
  private readonly line: SocketPair;
  private readonly epoch: () => string;
  private readonly intended = new Map<
    string,
    { readonly revision: number; readonly items: readonly Item[] }
  >();
  private waiting: Op[] = [];
  private readonly sent: Op[] = [];
  private connection = 0;
  private made = 0;

  constructor(line: SocketPair, epoch: () => string) {
    this.line = line;
    this.epoch = epoch;
    line.client.onLink((isConnected) => {
      this.connection += 1;
      if (isConnected) this.flush();
    });
  }

  get isDone(): boolean {
    return this.waiting.length === 0;
  }

  sell(how: number): void {
    this.made += 1;
    const stations = [['grill'], ['fry'], ['grill', 'fry']][how % 3] ?? [];
    const items = Array.from({ length: 2 + (how % 2) }, (_, n) => ({
      id: `i${n}`,
      name: `Dish ${n}`,
      quantity: 1 + ((how >> n) % 2),
      course: 1 + (n % 2),
      stations,
    }));
    this.put(`T${this.made}`, 1, items);
  }

  /** One more, or one less, or none at all. */
  change(how: number): void {
    const [id, known] = this.pick(how);
    if (!known) return;
    const { revision, items } = known;
    const kinds = [
      () => [...items, { id: `i${items.length}`, name: 'Late', quantity: 1, course: 1, stations: ['grill'] }],
      () => items.map((item) => (item.id === 'i0' ? { ...item, state: 'void' as const } : item)),
      () => items.map((item) => (item.id === 'i1' ? { ...item, quantity: item.quantity + 1 } : item)),
      () => items,
    ];
    this.put(id, revision + 1, kinds[how % kinds.length]?.() ?? items);
  }

  fire(how: number): void {
    const [id, known] = this.pick(how);
    if (!known) return;
    const argument = { source: 'till', id, course: 2, key: 'fire-2' };
    this.ask('course.fire', argument, (seq) => {
      const now = this.account.get(id);
      if (now) this.account.set(id, { ...now, firedAt: new Map([...now.firedAt, [2, seq]]) });
    });
  }

  /** Any message it ever sent, once more. */
  repeat(how: number): void {
    const op = this.sent[how % (this.sent.length || 1)];
    if (op && this.line.isConnected) this.send(op);
  }

  flush(): void {
    if (!this.line.isConnected) return;
    for (const op of this.waiting) if (op.sentOn !== this.connection) this.send(op);
  }

  /** What was not done in its turn is asked again. */
  again(): void {
    for (const op of this.waiting) op.sentOn = 0;
    this.flush();
  }

  putOpenTicketsAgain(): void {
    const puts = [...this.account].map(([id, { revision, items }]) =>
      this.op('ticket.put', ticketOf(id, revision, items), () => undefined, true),
    );
    this.waiting = [...puts, ...this.waiting];
    this.again();
  }

  /** The log goes on from `seq`: a fire that was acknowledged after it is no promise any more. */
  lostAfter(seq: number): void {
    for (const [id, known] of this.account) {
      const firedAt = new Map([...known.firedAt].filter(([, at]) => at <= seq));
      this.account.set(id, { ...known, firedAt });
    }
  }

  /** As `judgeAccount` reads it. */
  promised(): Map<string, AccountOf> {
    return new Map([...this.account].map(([id, one]) => [id, { ...one, fired: [...one.firedAt.keys()] }]));
  }

  private isNewest({ argument }: Op): boolean {
    return Reflect.get(argument, 'revision') === this.intended.get(argument.id)?.revision;
  }

  private pick(how: number) {
    const all = [...this.intended];
    return all.at(-1 - (how % Math.min(all.length || 1, 5))) ?? (['', undefined] as const);
  }

  private put(id: string, revision: number, items: readonly Item[]): void {
    this.intended.set(id, { revision, items });
    this.ask('ticket.put', ticketOf(id, revision, items), () => {
      const firedAt = this.account.get(id)?.firedAt ?? new Map();
      this.account.set(id, { id, revision, items, fired: [], firedAt });
    });
  }

  private ask(event: Op['event'], argument: Op['argument'], acknowledged: Op['acknowledged']): void {
    this.waiting.push(this.op(event, argument, acknowledged, false));
    this.flush();
  }

  private op(
    event: Op['event'],
    argument: Op['argument'],
    acknowledged: Op['acknowledged'],
    isAgain: boolean,
  ): Op {
    return { event, argument, acknowledged, isAgain, appliedIn: new Set(), sentOn: 0 };
  }

  private send(op: Op): void {
    op.sentOn = this.connection;
    this.sent.push(op);
    this.line.client.send(op.event, op.argument, (raw) => this.answered(op, Answer.parse(raw)));
  }

  private answered(op: Op, answer: Answer): void {
    const what = `${op.event} ${JSON.stringify(op.argument)}`;
    if (!answer.ok) {
      // After a restore the hub may not know the ticket yet.
      if (answer.error?.code !== 'unavailable' && answer.error?.code !== 'not_found')
        this.surprises.push(`${what}: ${JSON.stringify(answer.error)}`);
      return;
    }
    if (answer.result === 'applied') {
      const epoch = this.epoch();
      if (op.appliedIn.has(epoch)) this.surprises.push(`${what} was applied twice`);
      op.appliedIn.add(epoch);
    }
    if (!this.waiting.includes(op)) return;
    // It sends without waiting for answers, so a newer revision may have been stored with this one before the hub died.
    if (answer.result === 'stale' && !op.isAgain && this.isNewest(op))
      this.surprises.push(`${what} is stale`);
    this.waiting = this.waiting.filter((other) => other !== op);
    this.acknowledged += 1;
    op.acknowledged(answer.seq ?? 0);
  }
}

function ticketOf(id: string, revision: number, items: readonly Item[]) {
  const openedAt = new Date(EVENING).toISOString();
  return { source: 'till', id, revision, number: id, channel: 'dine_in', table: id, openedAt, items };
}
