import { ExpoCook } from '../../main/demo/cooks/ExpoCook.ts';
import { HostHand } from '../../main/demo/cooks/HostHand.ts';
import type { Hand } from '../../main/demo/cooks/press.ts';
import { StationCook } from '../../main/demo/cooks/StationCook.ts';
import { posAnswer } from '../../main/sync/posAnswer.ts';
import { isPosMessage, readPosRequest } from '../../main/sync/posRequest.ts';
import type { NightAccount } from '../../shared/demo/account.ts';
import { BookingsDay } from '../../shared/demo/bookings/BookingsDay.ts';
import { BOOKINGS_SOURCE } from '../../shared/demo/bookings/bookingPlan.ts';
import type { NightPlan } from '../../shared/demo/night/plan.ts';
import type { Outgoing } from '../../shared/demo/pos/outgoing.ts';
import { PosDay } from '../../shared/demo/pos/PosDay.ts';
import { Random } from '../../shared/demo/random.ts';
import { demoConfig } from '../../shared/demo/restaurant/house.ts';
import type { Actor } from '../../shared/domain/events/actor.ts';
import type { Event } from '../../shared/domain/events/event.ts';
import { StationId } from '../../shared/lib/ids.ts';
import { type OutsideAnswer, refusal } from '../../shared/protocol/outside/answer.ts';
import { mayHear } from '../../shared/protocol/outside/feedAudience.ts';
import { type FeedMessage, outsideMessage } from '../../shared/protocol/outside/feedMessage.ts';
import { bookings, host } from './doorHouse.ts';
import { cook, expo, House, pos } from './house.ts';

/** A Friday at 17:00 of the demo's venue, later than the day on which a `House` begins: its time never goes back. */
const NIGHT_BEGINS_AT = Date.parse('2026-11-27T17:00:00-05:00');
const STEP_MS = 5_000;
const BOOK = { scope: 'bookings', source: BOOKINGS_SOURCE } as const;
const EPOCH = '1-virtual';
const END_OF_WORLD_MS = 11 * 3_600_000;

export interface VirtualWish {
  readonly cookSeed?: number;
  /** Which guests want another table. */
  readonly hostWishes?: ConstructorParameters<typeof HostHand>[1];
}

/** A whole night on a bench: the till's plan, the real rules and the automatic cooks in one process, in virtual time. */
export class VirtualNight {
  readonly house: House;
  readonly day: PosDay;
  readonly account: NightAccount;
  readonly book: BookingsDay;
  /** Of the bookings system. */
  readonly bookAccount: NightAccount;
  private readonly hands: { hand: Hand; actor: ReturnType<typeof cook> }[];
  private readonly keyed = new Map<string, Extract<OutsideAnswer, { result: string }>>();
  private told = 0;

  constructor(plan: NightPlan, { cookSeed = plan.seed, hostWishes }: VirtualWish = {}) {
    this.house = new House(demoConfig);
    this.house.now = NIGHT_BEGINS_AT;
    // Into the night's own day, which would take counts away with it.
    this.house.tick();
    this.day = new PosDay(plan, NIGHT_BEGINS_AT);
    this.account = { seed: plan.seed, covers: plan.covers, messages: [], feed: [], skipped: [] };
    this.book = new BookingsDay(plan.bookings, NIGHT_BEGINS_AT);
    this.bookAccount = structuredClone(this.account);
    const stations = demoConfig.stations.map(({ id }, index) => {
      const station = StationId.parse(id);
      const random = new Random(cookSeed + index);
      return { hand: new StationCook({ station, random, onlyPastLateMs: null }), actor: cook(station) };
    });
    this.hands = [
      ...stations,
      { hand: new ExpoCook(new Random(cookSeed + 99)), actor: expo },
      { hand: new HostHand(new Random(cookSeed + 100), hostWishes), actor: host },
    ];
  }

  /** To the end; throws when there is none. */
  run(): this {
    for (let passed = 0; !this.day.isOver(); passed += STEP_MS) {
      if (passed > END_OF_WORLD_MS) throw new Error(`the night never ends: ${this.stuck()}`);
      this.step();
    }
    // Cooks still have voids to see.
    for (let more = 0; more < 60; more += 1) this.step();
    this.account.skipped.push(...this.day.skipped);
    return this;
  }

  events(): readonly Event[] {
    return this.house.log;
  }

  private step(): void {
    const { house, day } = this;
    house.later(STEP_MS);
    for (const message of this.book.act(house.now)) this.send(message, this.bookAccount, bookings);
    for (const message of day.act(house.now).send) this.send(message, this.account, pos);
    this.tellFeed();
    for (const { hand, actor } of this.hands) {
      const { state, config, now } = house;
      for (const press of hand.look({ state, config, now })) {
        const decision = house.run(press.command, actor);
        if (!decision.ok) hand.refused(press, now);
      }
      this.tellFeed();
    }
    house.tick();
    this.tellFeed();
  }

  private send(message: Outgoing, account: NightAccount, by: Actor): void {
    const times = message.quirk === 'twice' || message.quirk === 'lost' ? 2 : 1;
    const answers: OutsideAnswer[] = [];
    for (let time = 0; time < times; time += 1) {
      const answer = this.ask(message, by);
      answers.push(answer);
      if (by === pos) this.day.answered(message, answer);
    }
    const { n, event, argument, quirk } = message;
    account.messages.push({ n, event, argument: { ...argument }, quirk, tries: times, answers });
  }

  private ask({ event, argument }: Outgoing, by: Actor): OutsideAnswer {
    // The hub knows a menu it has by its revision; here nothing keeps menus.
    const key = event === 'menu.put' ? `menu ${argument.revision}` : argument.key;
    const first = typeof key === 'string' ? this.keyed.get(key) : undefined;
    if (first) return { ...first, result: 'duplicate' };
    const answer = this.judged(event, argument, by);
    if (typeof key === 'string' && answer.ok && 'result' in answer) this.keyed.set(key, answer);
    return answer;
  }

  private judged(event: string, argument: Outgoing['argument'], by: Actor): OutsideAnswer {
    if (!isPosMessage(event)) return refusal('unsupported', event);
    const reading = readPosRequest(event, argument, (text) => text);
    if (!reading.ok) throw new Error(`${event}: ${JSON.stringify(reading.fields)}`);
    const { command, id } = reading.value;
    const decision = this.house.run(command, by);
    if (!decision.ok) return posAnswer(decision, id);
    const { outcome } = decision;
    return posAnswer({ ok: true, outcome, seq: this.house.seq, ticket: null }, id);
  }

  private tellFeed(): void {
    for (; this.told < this.house.log.length; this.told += 1) {
      const event = this.house.log[this.told];
      const message = event ? outsideMessage(event, EPOCH) : null;
      if (message === null) continue;
      const plain: FeedMessage = JSON.parse(JSON.stringify(message));
      this.account.feed.push(plain);
      this.day.heard(plain, this.house.now);
      if (!mayHear(BOOK, plain)) continue;
      this.bookAccount.feed.push(plain);
      this.book.heard(plain);
    }
  }

  private stuck(): string {
    const open = [...this.house.state.tickets.values()].filter(({ endedAt }) => endedAt === null);
    return JSON.stringify({ over: this.day.unfinished(), open: open.map(({ externalId }) => externalId) });
  }
}
