import type { Event } from '../../shared/domain/events/event.ts';
import { emptyState, type State } from '../../shared/domain/model/state.ts';
import { reduceAll } from '../../shared/domain/reducer/reduce.ts';
import { brokenPromises } from './promises.ts';

/** What a POS knows of one of its tickets: all of this has been acknowledged. */
export interface AccountOf {
  readonly id: string;
  readonly revision: number;
  readonly items: ReadonlyArray<{ readonly id: string; readonly quantity: number; readonly state?: 'void' }>;
  readonly fired: readonly number[];
}

/** What is wrong with a log, whoever looks at it. */
export function judgeLog(events: readonly Event[]): string[] {
  const wrong: string[] = [];
  for (const [index, { seq }] of events.entries()) {
    if (seq !== index + 1) wrong.push(`event ${index + 1} of the log has number ${seq}`);
  }
  wrong.push(...repeated(events.map(({ id }) => id)).map((id) => `event id ${id} twice`));
  wrong.push(...decidedTwice(events).map((cmd) => `command ${cmd} decided twice`));
  wrong.push(...factsTwice(events), ...bumpsTwice(events));
  wrong.push(...brokenPromises(reduceAll(emptyState, events)));
  return wrong;
}

/** What a POS was promised and the kitchen's state does not hold. */
export function judgeAccount(account: ReadonlyMap<string, AccountOf>, state: State): string[] {
  const wrong: string[] = [];
  const tickets = new Map([...state.tickets.values()].map((ticket) => [ticket.externalId, ticket]));
  if (tickets.size !== state.tickets.size) wrong.push('two tickets of the same POS id');
  for (const { id, revision, items, fired } of account.values()) {
    const ticket = tickets.get(id);
    if (!ticket) {
      wrong.push(`ticket ${id} was acknowledged and is lost`);
      continue;
    }
    if (ticket.revision !== revision) wrong.push(`${id} is at ${ticket.revision}, acknowledged ${revision}`);
    for (const number of fired) {
      if (ticket.courses.find((course) => course.number === number)?.firedAt == null)
        wrong.push(`the fire of ${id} course ${number} was acknowledged and is lost`);
    }
    if (ticket.items.length !== items.length)
      wrong.push(`${id} has ${ticket.items.length} items, ordered ${items.length}`);
    for (const said of items) {
      const item = ticket.items.find(({ externalId }) => externalId === said.id);
      const live = item?.batches.filter((batch) => batch.void === null) ?? [];
      const quantity = live.reduce((sum, batch) => sum + batch.quantity, 0);
      const ordered = said.state === 'void' ? 0 : said.quantity;
      if (quantity !== ordered) wrong.push(`${id}/${said.id}: ${quantity} portions, ordered ${ordered}`);
    }
  }
  for (const id of tickets.keys()) if (!account.has(id)) wrong.push(`ticket ${id} that no POS has sent`);
  return wrong;
}

/** What came of a command stands together in the log: a second group is a second decision. */
function decidedTwice(events: readonly Event[]): string[] {
  const groups = events.filter(({ cmd }, index) => cmd !== events[index - 1]?.cmd).map(({ cmd }) => cmd);
  return repeated(groups);
}

/** A ticket comes once, a course fires once. */
function factsTwice(events: readonly Event[]): string[] {
  const facts = events.flatMap((event) => {
    if (event.type === 'ticket.received')
      return [`received ${event.record.source}/${event.record.externalId}`];
    if (event.type === 'course.fired') return [`fired ${event.ticket} course ${event.course}`];
    return [];
  });
  return repeated(facts).map((fact) => `${fact} twice`);
}

/** A bump raises a station's count: one that leaves it where it was is the same bump again. */
function bumpsTwice(events: readonly Event[]): string[] {
  const ready = new Map<string, number>();
  const wrong: string[] = [];
  for (const event of events) {
    if (event.type === 'part.bumped') {
      for (const { item, batch, quantity } of event.portions) {
        const part = `${event.ticket}/${item}/${batch}@${event.station}`;
        if (quantity <= (ready.get(part) ?? 0))
          wrong.push(`${part} bumped to ${quantity} twice (${event.seq})`);
        ready.set(part, quantity);
      }
    }
    if (event.type === 'part.recalled') {
      for (const { item, batch, station, quantity } of event.parts)
        ready.set(`${event.ticket}/${item}/${batch}@${station}`, quantity);
    }
  }
  return wrong;
}

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.has(value) || !seen.add(value));
}
