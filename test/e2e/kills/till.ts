import { setTimeout as sleep } from 'node:timers/promises';
import type { Socket } from 'socket.io-client';
import type { AccountOf } from '../../support/judgeLog.ts';
import { Answer } from '../../support/pos.ts';
import { posLine } from './posLine.ts';
import type { Sends } from './sends.ts';

const ANSWER_MS = 2_500;
/** Orders that are taken at the same time. */
const LANES = 5;
const PAUSE_MS = 250;
/** One message of so many is sent twice at once, as a till does whose person taps twice. */
const TWICE = 6;
const STATIONS = ['grill', 'fry'] as const;
/** Answers after which the same message is sent again. */
const NOT_NOW = ['unavailable', 'busy'];

interface SaidItem {
  readonly id: string;
  readonly name: string;
  readonly quantity: number;
  readonly course: number;
  readonly stations: readonly string[];
  readonly state?: 'void';
}

interface Message {
  readonly id: string;
  readonly [field: string]: unknown;
}

interface TillAccount extends AccountOf {
  readonly items: readonly SaidItem[];
}

/** A POS as others write them: it sends each message until it is acknowledged, and keeps account of what was. */
export class Till {
  readonly account = new Map<string, TillAccount>();
  /** Answers that no till should get. */
  readonly surprises: string[] = [];
  acknowledged = 0;
  /** Sent again because no answer came. */
  repeated = 0;
  private readonly socket: Socket;
  private readonly below: (bound: number) => number;
  private readonly sends: Sends;
  private isOpen = true;
  private tickets = 0;

  constructor(url: string, token: string, below: (bound: number) => number, sends: Sends) {
    this.below = below;
    this.sends = sends;
    this.socket = posLine(url, token);
  }

  /** Takes orders until `close`; resolves when all that was begun is acknowledged. */
  async run(): Promise<void> {
    await Promise.all(
      Array.from({ length: LANES }, async () => {
        while (this.isOpen) await this.order();
      }),
    );
    this.socket.disconnect();
  }

  close(): void {
    this.isOpen = false;
  }

  /** Orders, fires, adds or takes back, now and then voids all of it. */
  private async order(): Promise<void> {
    this.tickets += 1;
    const id = `K-${this.tickets}`;
    const courses = 1 + this.below(2);
    let items = Array.from({ length: 1 + this.below(3) }, (_, n) => this.item(`i${n}`, 1 + (n % courses)));
    await this.put({ id, revision: 1, items, fired: [] });
    if (courses === 2 && items.some(({ course }) => course === 2) && this.below(4) > 0)
      await this.fire(id, 2);
    if (this.below(3) === 0) {
      items =
        this.below(2) === 0
          ? [...items, this.item('late', 1)]
          : items.map((item, n) => (n === 0 ? { ...item, state: 'void' as const } : item));
      await this.put({ ...this.known(id), revision: 2, items });
    }
    if (this.below(8) === 0) await this.void(id);
  }

  private item(id: string, course: number): SaidItem {
    const station = STATIONS[this.below(STATIONS.length)] ?? 'grill';
    return { id, name: `Dish ${id}`, quantity: 1 + this.below(2), course, stations: [station] };
  }

  private known(id: string): TillAccount {
    const known = this.account.get(id);
    if (!known) throw new Error(`no account of ${id}`);
    return known;
  }

  private async put(now: TillAccount): Promise<void> {
    const { id, revision, items } = now;
    const openedAt = new Date().toISOString();
    const ticket = {
      source: 'till',
      id,
      revision,
      number: id,
      channel: 'dine_in',
      table: id,
      openedAt,
      items,
    };
    await this.untilAcknowledged('ticket.put', ticket);
    this.account.set(id, now);
  }

  private async fire(id: string, course: number): Promise<void> {
    await this.untilAcknowledged('course.fire', { source: 'till', id, course, key: `fire-${course}` });
    const known = this.known(id);
    this.account.set(id, { ...known, fired: [...known.fired, course] });
  }

  private async void(id: string): Promise<void> {
    const known = this.known(id);
    const revision = known.revision + 1;
    await this.untilAcknowledged('ticket.void', { source: 'till', id, revision });
    const items = known.items.map((item) => ({ ...item, state: 'void' as const }));
    this.account.set(id, { ...known, revision, items });
  }

  private async untilAcknowledged(event: string, argument: Message): Promise<void> {
    const copies = this.below(TWICE) === 0 ? 2 : 1;
    const results = await Promise.all(Array.from({ length: copies }, () => this.send(event, argument)));
    const applied = results.filter((result) => result === 'applied').length;
    if (applied > 1) this.surprises.push(`${event} of ${argument.id} was applied ${applied} times`);
    this.acknowledged += 1;
    await sleep(this.below(PAUSE_MS));
  }

  private async send(event: string, argument: Message): Promise<string> {
    for (let attempt = 0; ; attempt += 1) {
      if (attempt > 0) this.repeated += 1;
      const answer = await this.ask(event, argument);
      if (answer?.ok) return answer.result ?? '';
      if (answer && !NOT_NOW.includes(answer.error?.code ?? '')) {
        this.surprises.push(`${event} of ${argument.id}: ${JSON.stringify(answer.error)}`);
        return 'refused';
      }
      await sleep(20);
    }
  }

  /** null: nobody knows whether it arrived. */
  private async ask(event: string, argument: unknown): Promise<Answer | null> {
    if (!this.socket.connected) {
      await Promise.race([
        new Promise((resolve) => this.socket.once('connect', () => resolve(null))),
        sleep(1_000),
      ]);
      return null;
    }
    this.sends.tell();
    try {
      const answer: unknown = await this.socket.timeout(ANSWER_MS).emitWithAck(event, argument);
      return Answer.parse(answer);
    } catch {
      return null;
    }
  }
}
